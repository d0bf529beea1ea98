import { decode, encode } from './codec.ts';
import { createCrossing } from './crossing.ts';

type Listener = (event: object, ...args: unknown[]) => void;

/** What the stand-in gives to a document besides the text of the preload. */
export interface PreloadFacts {
  platform: string;
  argv: string[];
  /** Carries text to main. Only this world has it. */
  bindingName: string;
  receiverName: string;
}

/** The isolated world of a sandboxed preload: these names and values of Node and Electron, and no others. */
export function startPreloadWorld(facts: PreloadFacts, run: (names: Record<string, unknown>) => void): void {
  const toHost = (message: object) =>
    (globalThis as unknown as Record<string, (text: string) => void>)[facts.bindingName]?.(JSON.stringify(message));
  const { ipcRenderer, receive } = createIpcRenderer(toHost);
  (globalThis as Record<string, unknown>)[facts.receiverName] = receive;

  const crossing = createCrossing('buoy-standin-preload', 'buoy-standin-main', {
    open(text) {
      toHost({ kind: 'open', url: crossing.raise(text) });
      return null;
    },
  });
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      if (typeof key !== 'string') throw new TypeError('Error processing argument at index 0, conversion failure');
      if (holdsRenderer(api)) throw new Error('stand-in: ipcRenderer crosses without its methods: wrap each channel');
      crossing.ask('expose', crossing.lower([key, api]));
    },
  });
  const holdsRenderer = (api: unknown) =>
    api === ipcRenderer || (typeof api === 'object' && api !== null && Object.values(api).includes(ipcRenderer));
  const electron = strict('electron', { contextBridge, ipcRenderer });

  const require = (name: string) => {
    if (['electron', 'electron/common', 'electron/renderer'].includes(name)) return electron;
    const builtIn = /^(?:node:)?(events|timers|url)$/.exec(name)?.[1];
    if (builtIn !== undefined) return builtIns[builtIn as keyof typeof builtIns];
    throw new Error(`module not found: ${name}`);
  };
  const process = strict('process', {
    platform: facts.platform,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    argv: facts.argv,
    env: {} as Record<string, string>,
  });
  const module = { exports: {} };
  try {
    run({ require, process, module, exports: module.exports, global: globalThis });
  } catch (error) {
    toHost({ kind: 'preload-error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** The three modules of Node's that a sandboxed preload may require, as far as they can be had in a page. */
const builtIns = {
  events: strict('events', {
    EventEmitter: class EventEmitter {
      readonly #listeners = new Map<string, ((...args: unknown[]) => void)[]>();
      on(name: string, listener: (...args: unknown[]) => void): this {
        this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
        return this;
      }
      off(name: string, listener: (...args: unknown[]) => void): this {
        const kept = (this.#listeners.get(name) ?? []).filter((each) => each !== listener);
        this.#listeners.set(name, kept);
        return this;
      }
      emit(name: string, ...args: unknown[]): boolean {
        const heard = this.#listeners.get(name) ?? [];
        for (const listener of heard) listener(...args);
        return heard.length > 0;
      }
    },
  }),
  timers: strict('timers', { setTimeout, clearTimeout, setInterval, clearInterval }),
  url: strict('url', { URL, URLSearchParams }),
};

function createIpcRenderer(toHost: (message: object) => void) {
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let nextCall = 1;

  const frame = () => ({ url: location.href, isMain: true });
  const remove = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((each) => each !== listener),
    );
  };

  const ipcRenderer = strict('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const callId = nextCall++;
        const payload = toWire(channel, args);
        waiting.set(callId, { resolve, reject });
        toHost({ kind: 'invoke', callId, channel, payload, frame: frame() });
      });
    },
    send(channel: string, ...args: unknown[]): void {
      toHost({ kind: 'send', channel, payload: toWire(channel, args), frame: frame() });
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: remove,
    removeListener: remove,
  });

  function receive(text: string): void {
    const message = JSON.parse(text) as
      | { kind: 'event'; channel: string; payload: string }
      | { kind: 'reply'; callId: number; reply: { ok: true; payload: string } | { ok: false; message: string } };
    if (message.kind === 'event') {
      const args = decode(message.payload) as unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...args);
      return;
    }
    const call = waiting.get(message.callId);
    waiting.delete(message.callId);
    if (message.reply.ok) call?.resolve(decode(message.reply.payload));
    else call?.reject(new Error(message.reply.message));
  }

  return { ipcRenderer, receive };
}

/** V8's serializer in a renderer: no functions, no DOM objects. */
function toWire(channel: string, args: unknown[]): string {
  if (typeof channel !== 'string') throw new TypeError('Error processing argument at index 0, conversion failure');
  refuseUncloneable(args);
  return encode(args);
}

function refuseUncloneable(value: unknown): void {
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
  if (typeof value !== 'object' || value === null) return;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (['Date', 'RegExp', 'ArrayBuffer', 'Error', 'Map', 'Set'].includes(kind) || ArrayBuffer.isView(value)) return;
  if (kind !== 'Object' && kind !== 'Array') throw new Error('An object could not be cloned.');
  for (const part of Object.values(value)) refuseUncloneable(part);
}

function strict<T extends object>(owner: string, members: T): T {
  return new Proxy(members, {
    get(target, name, receiver) {
      if (name in target || typeof name === 'symbol' || name === 'then' || name.startsWith('__'))
        return Reflect.get(target, name, receiver);
      throw new Error(`stand-in: ${owner}.${name} is not known in a preload`);
    },
  });
}
