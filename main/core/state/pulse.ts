import type { Cancel, Clock } from '../ports.ts';
import type { StateEvent } from './events.ts';
import type { State } from './state.ts';

const pulseMs = 15_000;

/**
 * Tells the state that time passed, but only while that can make a difference: an action runs, an expectation is open, a
 * pause ends. Give `watch` to `store.subscribe`.
 */
export function createPulse(clock: Clock, dispatch: (event: StateEvent) => void) {
  let cancel: Cancel | null = null;

  function beat(): void {
    cancel = null;
    dispatch({ type: 'time-passed', atMs: clock.now() });
  }

  return {
    watch(state: State): void {
      const waitMs = nextBeatMs(state, clock.now());
      if (waitMs === null) {
        cancel?.();
        cancel = null;
      } else cancel ??= clock.after(waitMs, beat);
    },
    stop(): void {
      cancel?.();
      cancel = null;
    },
  };
}

/** `null`: time makes no difference. A pause of days is looked at every hour, so that a clock that was set is noticed. */
function nextBeatMs(state: State, nowMs: number): number | null {
  for (const connection of state.connections.values()) {
    if (connection.expectations.size > 0 || connection.runningOn.size > 0) return pulseMs;
    for (const action of connection.actions.values()) if (action.status === 'in-progress') return pulseMs;
  }
  if (typeof state.pause?.untilMs !== 'number') return null;
  return Math.min(Math.max(state.pause.untilMs - nowMs, 0), 3_600_000);
}
