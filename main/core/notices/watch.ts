import type { NoticeRow } from '../../../preload/contract/view.ts';
import type { Clock, Notifier } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { actionEnded } from './action-ended.ts';
import { actionSlow } from './action-slow.ts';
import { alertChanged } from './alert.ts';
import type { NoticeRule } from './draft.ts';
import { dropletDown } from './droplet-down.ts';
import { tell } from './limits.ts';
import { spendReached } from './spend.ts';
import { tokenRefused } from './token-refused.ts';
import { uptimeChanged } from './uptime.ts';

const rules: readonly NoticeRule[] = [
  actionEnded,
  actionSlow,
  dropletDown,
  tokenRefused,
  uptimeChanged,
  alertChanged,
  spendReached,
];

/** Longer without an answer counts as absence: what is found then is told as one. */
const absenceMs = 300_000;

export interface NoticeSurroundings {
  clock: Clock;
  notifier: Notifier;
  dispatch(event: StateEvent): void;
  /** A notice that went to the desktop. */
  onShown(notice: NoticeRow): void;
}

/** Compares each state with the one before and tells what is new. Give it to `store.subscribe`. */
export function createNoticeWatch(surroundings: NoticeSurroundings): (state: State, previous: State) => void {
  const { clock, notifier, dispatch } = surroundings;
  return (next, previous) => {
    // Before the last view is restored there is nothing that could have changed.
    if (!previous.isLoaded) return;
    const drafts = rules.flatMap((rule) => rule(previous, next, next.settings));
    if (drafts.length === 0) return;
    const { notices, facts } = tell(drafts, {
      settings: next.settings.notices,
      nowMs: clock.now(),
      told: next.toldFacts,
      history: next.notices,
      isAfterAbsence: isAfterAbsence(previous, next),
    });
    if (facts.length === 0) return;
    dispatch({ type: 'notices-made', notices, facts });
    for (const notice of notices) {
      if (notice.isSilent) continue;
      notifier.show(notice);
      surroundings.onShown(notice);
    }
  };
}

/** A connection answered after a long silence: the machine slept, or Buoy was not running. */
function isAfterAbsence(previous: State, next: State): boolean {
  return [...next.connections.values()].some((connection) => {
    const before = previous.connections.get(connection.id);
    return (['actions', 'droplets', 'uptime', 'alerts'] as const).some((what) => {
      const [now, then] = [connection.fetches[what].fetchedAtMs, before?.fetches[what].fetchedAtMs ?? null];
      return now !== null && then !== null && now - then > absenceMs && now !== then;
    });
  });
}
