import './contract/interpreted.ts';

import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './contract/channels.ts';
import { deriveBridge } from './contract/derive.ts';
import { styleNonceIn } from './contract/style-nonce.ts';

/** All of Node's process that a sandboxed preload needs. */
declare const process: { readonly argv: readonly string[] };

const bridge = deriveBridge({
  send: (name, args) => ipcRenderer.invoke(callChannel(name), args),
  listen(name, receive) {
    // The event object stays here: it would give the page access to the sender.
    const listener = (_event: unknown, payload: unknown) => receive(payload);
    ipcRenderer.on(eventChannel(name), listener);
    return () => void ipcRenderer.off(eventChannel(name), listener);
  },
});

contextBridge.exposeInMainWorld('buoy', bridge);
// The dialog library reads its nonce here, so that the page's policy allows its one style element.
contextBridge.exposeInMainWorld('__webpack_nonce__', styleNonceIn(process.argv));
