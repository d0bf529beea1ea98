import type { Notice } from '../../../preload/contract/notice.ts';
import { definitions, fetchedKinds } from '../fetched/all.ts';
import { staleAfterMs } from '../pollers/intervals.ts';
import type { Clock, Notifier } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { noticeRules, timedRules } from './all.ts';
import { tell } from './limits.ts';
import { snoozesOver } from './snooze-over.ts';

/**
 * A longer gap between two answers means that Buoy was away, as does one longer than a few polls of that kind: what it finds then
 * becomes one notice of each kind.
 */
const absenceMs = 300_000;

export interface NoticeWatchOptions {
  clock: Clock;
  notifier: Notifier;
  dispatch(event: StateEvent): void;
  /** Writes down what was told, and what it was told from. Resolves when that is on disk, or cannot be. */
  remember(): Promise<unknown>;
  /** Called with each notice that went to the desktop. */
  onShown(notice: Notice): void;
}

/**
 * Compares each state with the one before and tells what is new: the rules of `all.ts` make drafts, `limits.ts` decides what
 * becomes of them, and the notifier shows what is left. Pass the result to `store.subscribe`.
 */
export function createNoticeWatch(options: NoticeWatchOptions): (state: State, previous: State) => void {
  const { clock, dispatch } = options;
  return (next, previous) => {
    // Until the last view is restored there is nothing to compare with.
    if (!previous.isLoaded) return;
    const nowMs = clock.now();
    const news = noticeRules.flatMap((rule) => rule(previous, next, next.settings));
    const drafts = [...news, ...timedRules.flatMap((rule) => rule(next, nowMs)), ...snoozesOver(previous, next, nowMs)];
    if (drafts.length === 0) return;
    const { notices, facts } = tell(drafts, {
      settings: next.settings.notices,
      nowMs,
      told: next.toldFacts,
      snoozes: next.snoozes,
      history: next.notices,
      isAfterAbsence: isAfterAbsence(previous, next),
    });
    if (facts.length === 0) return;
    dispatch({ type: 'notices-made', notices, facts });
    void show(
      notices.filter((notice) => !notice.isSilent),
      options,
    );
  };
}

/** Written before it is shown: a Buoy that ends right after must not tell it again. A full disk does not silence it. */
async function show(notices: readonly Notice[], { notifier, remember, onShown }: NoticeWatchOptions): Promise<void> {
  await remember();
  for (const notice of notices) {
    notifier.show(notice);
    onShown(notice);
  }
}

/** A connection answered after a long silence: the machine slept, or Buoy was not running. */
function isAfterAbsence(previous: State, next: State): boolean {
  return [...next.connections.values()].some((connection) => {
    const before = previous.connections.get(connection.id);
    return fetchedKinds.some((what) => {
      if (!definitions[what].bearsNews) return false;
      const [now, then] = [connection.fetches[what].fetchedAtMs, before?.fetches[what].fetchedAtMs ?? null];
      if (now === null || then === null || now === then) return false;
      return now - then > Math.max(absenceMs, staleAfterMs(next, connection, what));
    });
  });
}
