import type { StateEvent } from './events.ts';
import { reduce } from './reduce.ts';
import { initialState, type State } from './state.ts';

/** Called once after a turn in which the state changed, however many events changed it. */
export type StateListener = (state: State, previous: State) => void;

export interface Store {
  state(): State;
  dispatch(event: StateEvent): void;
  subscribe(listener: StateListener): () => void;
}

/**
 * Holds the one state. Events are folded immediately and in order. Listeners are called once per turn, with the current state
 * and the one from their last call. A listener may dispatch, which causes another round. When a listener throws, `onError`
 * gets the error and the others are still called.
 */
export function createStore(onError: (error: unknown) => void): Store {
  let current = initialState;
  let told = initialState;
  let isScheduled = false;
  const listeners = new Set<StateListener>();

  function tell(): void {
    isScheduled = false;
    const previous = told;
    told = current;
    if (previous === told) return;
    const now = told;
    for (const listener of [...listeners]) {
      try {
        listener(now, previous);
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    state: () => current,
    dispatch(event) {
      const next = reduce(current, event);
      if (next === current) return;
      current = next;
      if (isScheduled) return;
      isScheduled = true;
      queueMicrotask(tell);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
