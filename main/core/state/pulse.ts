import type { Cancel, Clock } from '../ports.ts';
import type { StateEvent } from './events.ts';
import type { State } from './state.ts';

/** How late Buoy may notice that an action became slow or an expectation ran out. */
const pulseMs = 15_000;

/**
 * Tells the state that time passed, but only while that can make a difference: while an action runs, an expectation is open or
 * a pause or a snooze will end. An idle Buoy has no timer. Pass `watch` to `store.subscribe`.
 */
export function createPulse(clock: Clock, dispatch: (event: StateEvent) => void) {
  let next: { atMs: number; cancel: Cancel } | null = null;

  function beat(): void {
    next = null;
    dispatch({ type: 'time-passed', atMs: clock.now() });
  }

  function stop(): void {
    next?.cancel();
    next = null;
  }

  return {
    watch(state: State): void {
      const nowMs = clock.now();
      const waitMs = nextBeatMs(state, nowMs);
      if (waitMs === null) {
        stop();
        return;
      }
      // A beat that comes sooner stays: the wait is counted anew with every change.
      if (next !== null && next.atMs <= nowMs + waitMs) return;
      stop();
      next = { atMs: nowMs + waitMs, cancel: clock.after(waitMs, beat) };
    },
    stop,
  };
}

/**
 * Milliseconds until the next pulse; `null`: time makes no difference. During a long pause Buoy looks every hour, because the
 * machine's clock may be set meanwhile. A snooze that ended while Buoy was not running waits for one pulse, so that the first
 * answers come before it is told whether its matter still stands.
 */
function nextBeatMs(state: State, nowMs: number): number | null {
  for (const connection of state.connections.values()) {
    if (connection.expectations.size > 0 || connection.runningOn.size > 0) return pulseMs;
    for (const action of connection.actions.values()) if (action.status === 'in-progress') return pulseMs;
  }
  const ends = [...state.snoozes.values()].map((untilMs) => Math.max(untilMs - nowMs, pulseMs));
  if (typeof state.pause?.untilMs === 'number') ends.push(Math.max(state.pause.untilMs - nowMs, 0));
  return ends.length === 0 ? null : Math.min(...ends, 3_600_000);
}
