import './contract/interpreted.ts';

import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './contract/channels.ts';
import { deriveBridge } from './contract/derive.ts';
import { styleNonceIn } from './contract/style-nonce.ts';

/** A sandboxed preload has this much of Node's process. */
declare const process: { readonly argv: readonly string[] };

const bridge = deriveBridge({
  send: (name, args) => ipcRenderer.invoke(callChannel(name), args),
  listen(name, receive) {
    // The event itself stays here: it would hand the page a way to the sender.
    const listener = (_event: unknown, payload: unknown) => receive(payload);
    ipcRenderer.on(eventChannel(name), listener);
    return () => void ipcRenderer.off(eventChannel(name), listener);
  },
});

contextBridge.exposeInMainWorld('buoy', bridge);
// The dialog primitives look here for what lets their one style element through the page's policy.
contextBridge.exposeInMainWorld('__webpack_nonce__', styleNonceIn(process.argv));
