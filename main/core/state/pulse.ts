import type { Cancel, Clock } from '../ports.ts';
import type { StateEvent } from './events.ts';
import type { State } from './state.ts';

/** How late Buoy may notice that an action became slow or an expectation ran out. */
const pulseMs = 15_000;

/**
 * Tells the state that time passed, but only while that can make a difference: while an action runs, an expectation is open or
 * a pause will end. An idle Buoy has no timer. Pass `watch` to `store.subscribe`.
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

/**
 * Milliseconds until the next pulse; `null`: time makes no difference. During a long pause Buoy looks every hour, because the
 * machine's clock may be set meanwhile.
 */
function nextBeatMs(state: State, nowMs: number): number | null {
  for (const connection of state.connections.values()) {
    if (connection.expectations.size > 0 || connection.runningOn.size > 0) return pulseMs;
    for (const action of connection.actions.values()) if (action.status === 'in-progress') return pulseMs;
  }
  if (typeof state.pause?.untilMs !== 'number') return null;
  return Math.min(Math.max(state.pause.untilMs - nowMs, 0), 3_600_000);
}
