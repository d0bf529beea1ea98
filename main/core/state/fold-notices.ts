import { change } from '../same.ts';
import type { StateEvent } from './events.ts';
import type { State } from './state.ts';

/** Notices in the history. */
export const maximumNotices = 500;
/** Facts that are remembered as told. Beyond that the oldest are forgotten. */
export const maximumFacts = 2000;

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

/** Marks the notice with that key as read, or all of them without a key. */
export function foldNoticesRead(state: State, key?: string): State {
  const isMeant = (notice: { key: string; isRead: boolean }) => !notice.isRead && (key === undefined || notice.key === key);
  if (!state.notices.some(isMeant)) return state;
  return { ...state, notices: state.notices.map((notice) => (isMeant(notice) ? { ...notice, isRead: true } : notice)) };
}
