import type { StateEvent } from './events.ts';
import { reduce } from './reduce.ts';
import { initialState, type State } from './state.ts';

/** Hears of every change once the turn is over, however many events made it. */
export type StateListener = (state: State, previous: State) => void;

export interface Store {
  state(): State;
  dispatch(event: StateEvent): void;
  subscribe(listener: StateListener): () => void;
}

/**
 * Holds the one state. Events fold at once, in order; listeners are told once per turn with the state now and the one they
 * were last told of. A listener may dispatch: that makes another round. `onError` hears of listeners that throw; the others
 * are told all the same.
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
