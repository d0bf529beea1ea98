import type { EventName, EventPayload } from '../../preload/contract/schema.ts';
import type { Cancel } from './ports.ts';

/** Calls any number of listeners. When one throws, the others are still called and `onError` gets the error. */
export interface Listeners<T> {
  add(listener: (value: T) => void): Cancel;
  tell(value: T): void;
  readonly count: number;
}

/** Creates an empty set of listeners. They are called in the order in which they were added. */
export function createListeners<T>(onError: (error: unknown) => void): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      // A function that is added twice is two listeners, and each can be removed by itself.
      const own = (value: T) => listener(value);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    tell(value) {
      // A copy, because a listener may add or remove listeners.
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          onError(error);
        }
      }
    },
    get count() {
      return listeners.size;
    },
  };
}

/** The contract's events, as the core sends them. */
export interface Events {
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Cancel;
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
  /** How many listeners an event has. For `viewPatch` this says whether a page is open. */
  count(event: EventName): number;
}

/** Creates the events. A new event of the contract must be added here, or this does not compile. */
export function createEvents(onError: (error: unknown) => void): Events {
  const byName: { [E in EventName]: Listeners<EventPayload<E>> } = {
    viewPatch: createListeners(onError),
    notice: createListeners(onError),
    navigate: createListeners(onError),
    streamChunk: createListeners(onError),
    logChanged: createListeners(onError),
  };
  return {
    on: (event, listener) => byName[event].add(listener),
    emit: (event, payload) => byName[event].tell(payload),
    count: (event) => byName[event].count,
  };
}
