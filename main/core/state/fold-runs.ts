import type { RunRow } from '../../../preload/contract/many.ts';
import { change, withEntry } from '../same.ts';
import type { State } from './state.ts';

/** Runs that ended and are kept, so that what they refused can be tried again. */
const endedAtMost = 20;

/** A run as it is now. The oldest of too many that ended are forgotten. */
export function foldRun(state: State, run: RunRow): State {
  const runs = new Map(withEntry(state.runs, run.key, run));
  const ended = [...runs.values()].filter(({ status }) => status === 'ended');
  for (const { key } of ended.slice(0, Math.max(0, ended.length - endedAtMost))) runs.delete(key);
  return change(state, { runs });
}
