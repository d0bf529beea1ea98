import type { IpcMain } from 'electron';
import { needType, StrictEmitter } from '../strict.ts';
import type { StandinFrame } from '../windows/web-frame.ts';
import { noteDefect } from '../world.ts';
import { cloneForIpc } from './cloning.ts';

type Handler = Parameters<IpcMain['handle']>[1];
const handlers = new Map<string, Handler>();

/** Any channel may have listeners, so this emitter has no list of events. */
class StandinIpcMain extends StrictEmitter {
  constructor() {
    super('ipcMain', []);
    this.removeAllListeners('newListener');
  }

  handle(channel: string, handler: Handler): void {
    needType(0, channel, 'string');
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'> & StandinIpcMain = new StandinIpcMain();

/** The answer to `ipcRenderer.invoke` as the page sees it: a copy of the result, or one text. `null`: it never arrives. */
export async function dispatchInvoke(
  sender: object,
  frame: StandinFrame,
  channel: string,
  args: unknown[],
): Promise<{ ok: true; value: unknown } | { ok: false; message: string } | null> {
  const handler = handlers.get(channel);
  const remote = (cause: string) => ({ ok: false as const, message: `Error invoking remote method '${channel}': ${cause}` });
  if (handler === undefined) return remote(`Error: No handler registered for '${channel}'`);
  const event = createInvokeEvent(sender, frame);
  try {
    const value = await handler(event as unknown as Parameters<Handler>[0], ...args);
    return { ok: true, value: cloneForIpc(value) };
  } catch (error) {
    if (error === null || error === undefined) {
      noteDefect(`The handler of ${channel} threw ${String(error)}: its reply is lost`);
      return null;
    }
    return remote(String(error));
  }
}

export function dispatchSend(sender: object, frame: StandinFrame, channel: string, args: unknown[]): void {
  ipcMain.emit(channel, createInvokeEvent(sender, frame), ...args);
}

/** Read the frame before the first await: it may be gone later, and then reads as `null`. */
function createInvokeEvent(sender: object, frame: StandinFrame) {
  return {
    type: 'frame' as const,
    processId: 1,
    frameId: frame.routingId,
    sender,
    get senderFrame() {
      return frame.isGone ? null : frame;
    },
    preventDefault() {},
    defaultPrevented: false,
  };
}
