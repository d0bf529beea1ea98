import { EventEmitter } from 'node:events';
import { deserialize, serialize } from 'node:v8';
import { vi } from 'vitest';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { callChannel } from '../../preload/contract/channels.ts';
import { failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { CallName } from '../../preload/contract/schema.ts';
import { createFakeBuoy } from '../doubles/web/fake-buoy.ts';
import { describeBridge } from './bridge-rules.ts';

/** Messages between the processes are copies. */
const copy = <T>(value: T): T => deserialize(serialize(value));

type Handler = (event: unknown, args: unknown) => Promise<unknown>;

/** The only page, and both ends of the IPC that Electron would give it. */
class FakePage extends EventEmitter {
  handlers = new Map<string, Handler>();
  toPage = new EventEmitter();
  world: Record<string, unknown> = {};
  isDestroyed = () => false;
  isCrashed = () => false;
  send(channel: string, payload: unknown): void {
    this.toPage.emit(channel, {}, copy(payload));
  }
  async invoke(channel: string, args: unknown): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return copy(await handler({ sender: this, senderFrame: { parent: null, origin: 'app://bundle' } }, copy(args)));
  }
}

let page = new FakePage();

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => void page.handlers.set(channel, handler) },
  ipcRenderer: {
    invoke: (channel: string, args: unknown) => page.invoke(channel, args),
    on: (channel: string, listener: (...args: unknown[]) => void) => page.toPage.on(channel, listener),
    off: (channel: string, listener: (...args: unknown[]) => void) => page.toPage.off(channel, listener),
  },
  contextBridge: {
    exposeInMainWorld(key: string, value: unknown) {
      page.world[key] = value;
    },
  },
  BrowserWindow: { getAllWindows: () => [] },
}));

describeBridge('Electron', async () => {
  page = new FakePage();
  vi.resetModules();
  const { createBridge } = await import('../../main/electron/windows/bridge.ts');
  const { isAllowedLink } = await import('../../main/core/allowed-links.ts');
  await import('../../preload/electron.ts');
  const buoy = createFakeBuoy();
  const logged: string[] = [];
  let quits = 0;
  const done = async (): Promise<Outcome<null>> => success(null);
  const refuse = async () => failed({ kind: 'not-supported', message: 'Not here.' });
  createBridge({ info: (line) => void logged.push(line), warn: (line) => void logged.push(line) }).connect(buoy, {
    saveDownload: async ({ downloadId }) => {
      const download = buoy.takeDownload(downloadId);
      return download ? success({ savedAs: download.suggestedName }) : failed({ kind: 'not-found', message: 'Gone.' });
    },
    openLink: async ({ url }) => (isAllowedLink(url) ? success(null) : failed({ kind: 'refused', message: 'Not allowed.' })),
    openTerminal: refuse,
    copyText: done,
    copyPicture: done,
    showWindow: done,
    reportTrayHeight: done,
    reportDraft: done,
    closeTray: done,
    quit: async () => {
      quits += 1;
      return success(null);
    },
  });
  return {
    bridge: page.world.buoy as Bridge,
    buoy,
    logged,
    askHost: (name, args) => page.invoke(callChannel(name as CallName), args),
    quits: () => quits,
    loseHost: async () => page.handlers.clear(),
    close: async () => {},
  };
});
