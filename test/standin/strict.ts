import { EventEmitter } from 'node:events';

/** The stand-in knows exactly what Buoy uses. Anything else ends the test with its name. */
const unknown = (owner: string, name: string) => new Error(`stand-in: ${owner}.${name} is not known`);

/** Names that runtimes and test runners read from any object. */
const askedOfAll = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'name',
  'length',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  'hasAttribute',
  '$$typeof',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
  'caller',
  'arguments',
]);

const isAskedOfAll = (name: string | symbol) => typeof name === 'symbol' || askedOfAll.has(name) || name.startsWith('__');

/**
 * A module whose unknown members throw. A member that is missing on purpose (such as `dock` off macOS) must be present as
 * `undefined`.
 */
export function strictModule<T extends object>(owner: string, members: T): T {
  return new Proxy(members, {
    get(target, name, receiver) {
      if (name in target || isAskedOfAll(name)) return Reflect.get(target, name, receiver);
      throw unknown(owner, String(name));
    },
  });
}

/** An emitter that knows its events and its members. */
export class StrictEmitter extends EventEmitter {
  constructor(owner: string, events: readonly string[]) {
    super();
    const known = new Set(events);
    this.on('newListener', (event: string | symbol) => {
      if (event !== 'newListener' && !known.has(String(event)))
        throw new Error(`stand-in: ${owner} has no event ${String(event)}`);
    });
  }
}

Object.setPrototypeOf(
  StrictEmitter.prototype,
  new Proxy(EventEmitter.prototype, {
    get(target, name, receiver) {
      if (name in target || isAskedOfAll(name)) return Reflect.get(target, name, receiver);
      throw unknown((receiver as object).constructor.name, String(name));
    },
  }),
);

/** Electron's classes cannot be subclassed, and use their arguments literally. */
export function refuseSubclass(target: unknown, own: unknown, name: string): void {
  if (target !== own) throw new Error(`${name} cannot be subclassed`);
}

export function conversionFailure(index: number): TypeError {
  return new TypeError(`Error processing argument at index ${index}, conversion failure`);
}

/** Throws as a native method does if an argument does not have the declared type. Nothing is converted. */
export function needType(index: number, value: unknown, type: 'string' | 'number' | 'boolean' | 'function' | 'object'): void {
  if (typeof value !== type || value === null) throw conversionFailure(index);
}

/** Electron ignores options that it does not know; here they are errors. A known option must not be `undefined` either. */
export function needKnownOptions(owner: string, options: object, known: readonly string[]): void {
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) throw new Error(`stand-in: ${owner} has no option ${name}`);
    if (value === undefined) throw new Error(`stand-in: ${owner} got ${name}: undefined`);
  }
}

/** The first argument of listeners. `preventDefault` only counts while the event is being emitted. */
export interface StandinEvent {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

/** Emits with an event as the first argument. Returns whether a listener prevented the default. */
export function emitCancellable(emitter: EventEmitter, name: string, ...args: unknown[]): boolean {
  const event = createEvent();
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
}

export function createEvent<T extends object>(details?: T): StandinEvent & T {
  let isPrevented = false;
  const event = {
    ...details,
    preventDefault() {
      isPrevented = true;
    },
    get defaultPrevented() {
      return isPrevented;
    },
  };
  Object.defineProperty(event, 'defaultPrevented', { get: () => isPrevented });
  return event as StandinEvent & T;
}
