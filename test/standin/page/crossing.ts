import { decode, encode } from './codec.ts';

/**
 * What contextBridge does between two worlds of one document: values cross as copies, functions and promises as proxies, and
 * errors as bare messages. The worlds share the DOM, so events on the window carry the text, synchronously and in order.
 */
export interface Crossing {
  lower(value: unknown): string;
  raise(text: string): unknown;
  /** Asks the other world. What that throws is thrown here as a plain Error. */
  ask(name: string, text: string): unknown;
}

interface Message {
  name: string;
  text: string;
  id: number;
}

type AnyFunction = (...args: unknown[]) => unknown;

export function createCrossing(own: string, other: string, handlers: Record<string, (text: string) => unknown>): Crossing {
  const functions = new Map<number, AnyFunction>();
  const proxies = new WeakMap<AnyFunction, number>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let nextId = 1;
  let reply: string | null = null;

  function lowerSpecial(value: unknown): unknown {
    if (typeof value === 'function') {
      const home = proxies.get(value as AnyFunction);
      if (home !== undefined) return ['back', home];
      const id = nextId++;
      functions.set(id, value as AnyFunction);
      return ['function', id];
    }
    if (!(value instanceof Promise)) return undefined;
    const id = nextId++;
    value.then(
      (result) => tell('settle', { id, text: crossable({ ok: true, value: result }) }),
      (error) => tell('settle', { id, text: lower({ ok: false, message: messageOf(error) }) }),
    );
    return ['promise', id];
  }

  /** If the result of an async function cannot be cloned, the other side rejects. */
  function crossable(settled: unknown): string {
    try {
      return lower(settled);
    } catch (error) {
      return lower({ ok: false, message: messageOf(error) });
    }
  }

  function raiseSpecial(lowered: unknown): unknown {
    const [tag, id] = lowered as [string, number];
    if (tag === 'back') return functions.get(id);
    if (tag === 'promise') return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    if (tag !== 'function') return undefined;
    const proxy: AnyFunction = (...args) => raise(answer('apply', { id, text: lower(args) }));
    proxies.set(proxy, id);
    return proxy;
  }

  const lower = (value: unknown) => encode(value, lowerSpecial);
  const raise = (text: string) => decode(text, raiseSpecial);

  function tell(name: string, message: Partial<Message>): void {
    window.dispatchEvent(new CustomEvent(other, { detail: JSON.stringify({ name, id: 0, text: '', ...message }) }));
  }

  function answer(name: string, message: Partial<Message>): string {
    reply = null;
    tell(name, message);
    const text = reply as string | null;
    reply = null;
    if (text === null) throw new Error('The other world is gone');
    const result = JSON.parse(text) as { ok: boolean; text: string };
    if (!result.ok) throw new Error(result.text);
    return result.text;
  }

  function serve({ name, text, id }: Message): string {
    try {
      if (name !== 'apply') return JSON.stringify({ ok: true, text: lower(handlers[name]?.(text)) });
      const result = functions.get(id)?.(...(raise(text) as unknown[]));
      return JSON.stringify({ ok: true, text: lower(result) });
    } catch (error) {
      return JSON.stringify({ ok: false, text: messageOf(error) });
    }
  }

  window.addEventListener(own, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message;
    if (message.name === 'reply') {
      reply = message.text;
      return;
    }
    if (message.name !== 'settle') {
      tell('reply', { text: serve(message) });
      return;
    }
    const settled = raise(message.text) as { ok: true; value: unknown } | { ok: false; message: string };
    const promise = promises.get(message.id);
    promises.delete(message.id);
    if (settled.ok) promise?.resolve(settled.value);
    else promise?.reject(new Error(settled.message));
  });

  return { lower, raise, ask: (name, text) => raise(answer(name, { text })) };
}

function messageOf(error: unknown): string {
  const isReadable = typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
  return isReadable ? (error as { message: string }).message : 'An unknown exception occurred in the isolated context';
}
