import { change } from '../same.ts';
import type { StateEvent } from './events.ts';
import type { State } from './state.ts';

/** Notices in the history. */
const maximumNotices = 500;
/** Facts that are remembered as told. Beyond that the oldest are forgotten. */
const maximumFacts = 2000;

/** Adds new notices on top. Their facts are remembered longer than the notices, so that clearing the history repeats none. */
export function foldNotices(state: State, event: Extract<StateEvent, { type: 'notices-made' }>): State {
  const toldFacts = new Set([...state.toldFacts, ...event.facts]);
  for (const fact of toldFacts) {
    if (toldFacts.size <= maximumFacts) break;
    toldFacts.delete(fact);
  }
  const notices = event.notices.length === 0 ? state.notices : [...event.notices, ...state.notices].slice(0, maximumNotices);
  return change(state, { notices, toldFacts });
}

/** Marks the notices with these keys as read, or all of them. */
export function foldNoticesRead(state: State, keys?: readonly string[]): State {
  const wanted = keys && new Set(keys);
  const isMeant = (notice: { key: string; isRead: boolean }) =>
    !notice.isRead && (wanted === undefined || wanted.has(notice.key));
  if (!state.notices.some(isMeant)) return state;
  return { ...state, notices: state.notices.map((notice) => (isMeant(notice) ? { ...notice, isRead: true } : notice)) };
}

/** Empties the history. Snoozes end with it, because nothing would show them any more. */
export function foldNoticesCleared(state: State): State {
  if (state.notices.length === 0 && state.snoozes.size === 0) return state;
  return { ...state, notices: [], snoozes: new Map() };
}

/** Ends the snoozes whose time has come. */
export function foldSnoozes(state: State, atMs: number): State {
  const left = [...state.snoozes].filter(([, untilMs]) => untilMs > atMs);
  return left.length === state.snoozes.size ? state : { ...state, snoozes: new Map(left) };
}
