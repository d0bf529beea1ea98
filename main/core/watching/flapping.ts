/**
 * How often something fired or went down lately, so that one that comes and goes makes one notice and not one each time.
 */
export interface Flaps {
  /** When it did so within the last hour, oldest first, Unix milliseconds. */
  atMs: readonly number[];
  /** When it was last called flapping; `null`: not within the last hour. */
  calledAtMs: number | null;
}

export const calm: Flaps = { atMs: [], calledAtMs: null };

const hourMs = 3_600_000;
/** It flaps from so many times in an hour. */
export const flapsFrom = 3;
/** Times that are kept. Looks are minutes apart, so there are hardly more in an hour. */
const keptAtMost = 60;

/** The flaps with one more. From the third time in an hour on it is called flapping, and again once in an hour while it goes on. */
export function withFlap({ atMs, calledAtMs }: Flaps, nowMs: number): Flaps {
  const recent = [...atMs.filter((one) => one > nowMs - hourMs && one <= nowMs), nowMs].slice(-keptAtMost);
  const called = calledAtMs !== null && calledAtMs > nowMs - hourMs && calledAtMs <= nowMs ? calledAtMs : null;
  return { atMs: recent, calledAtMs: called ?? (recent.length >= flapsFrom ? nowMs : null) };
}

/**
 * How a change is told. `flapping`: as one that comes and goes, so often. `quiet`: that was said within the hour.
 */
export type Telling = { kind: 'alone' } | { kind: 'flapping'; times: number } | { kind: 'quiet' };

/** How the start of something at `atMs` is told, by the flaps with it. */
export const startTelling = ({ atMs: times, calledAtMs }: Flaps, atMs: number): Telling =>
  calledAtMs === null ? { kind: 'alone' } : calledAtMs === atMs ? { kind: 'flapping', times: times.length } : { kind: 'quiet' };

/** Whether its end is told: one that comes and goes has only ended for now. */
export const isEndTold = ({ calledAtMs }: Flaps, atMs: number): boolean => calledAtMs === null || atMs - calledAtMs >= hourMs;
