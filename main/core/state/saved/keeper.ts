import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Cancel, Clock, DocumentName, Documents } from '../../ports.ts';
import type { StateEvent } from '../events.ts';
import { reduce } from '../reduce.ts';
import type { ConnectionState, State } from '../state.ts';
import { contentOf, type Kept } from './content.ts';

/** What a person did is collected for this long and then written together. */
const gatherMs = 5000;
/**
 * What DigitalOcean can be asked again, and what is learned from it, is written this often at most. Notices do not wait for it:
 * what they tell is written before they are shown.
 */
const lazyMs = 1_800_000;
/** Points of days: DigitalOcean computes a balance anew several times a day, and tells it again after a start. */
const rareMs = 6 * 3_600_000;

/** A failed write is repeated after this long, then after twice that, and so on up to ten minutes. */
const firstRetryMs = 5000;
const longestRetryMs = 600_000;

/** Writes the documents that survive a restart. */
export interface Keeper {
  /** Schedules writes for what changed. Pass it to `store.subscribe`. */
  watch(state: State, previous: State): void;
  /** Writes one document now. A failure is in the state until the document is written, which is tried again and again. */
  write(name: DocumentName): Promise<Outcome<null>>;
  /**
   * Writes the document as it will be after these events, and folds them only once it is written. After a failure nothing has
   * changed, neither on disk nor in the state, and nothing is tried again.
   */
  commit(name: DocumentName, events: readonly StateEvent[]): Promise<Outcome<null>>;
  /** Writes everything that waits, for the last time. Resolves when all writes have ended, with why some could not be written. */
  flush(): Promise<Failure[]>;
}

export interface KeeperOptions {
  clock: Clock;
  documents: Documents;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Documents that could not be read. They must not be overwritten. */
  untouchable: ReadonlySet<DocumentName>;
  /** What this version did not understand of the documents. It is written back. */
  kept: ReadonlyMap<DocumentName, Kept>;
}

/**
 * Creates the keeper. It writes what must survive a restart, shortly after it changed. A failed write is shown to the person
 * and repeated until it went well.
 */
export function createKeeper({ clock, documents, state, dispatch, untouchable, kept }: KeeperOptions): Keeper {
  const waiting = new Map<DocumentName, { dueAtMs: number; cancel: Cancel }>();
  const writing = new Map<DocumentName, Promise<Outcome<null>>>();
  /** Failed writes in a row. */
  const failures = new Map<DocumentName, number>();
  /** The state that each document was written from last, or is being written from, so that `watch` skips what is in it. */
  const covered = new Map<DocumentName, State>();
  let isEnding = false;

  function refusal(name: DocumentName): Outcome<null> {
    const failure = state().storageFailures.get(name);
    return failure ? failed(failure) : success(null);
  }

  /** Two writes of the same document must not overtake each other: `run` starts when the one before has ended. */
  function inTurn(name: DocumentName, run: () => Promise<Outcome<null>>): Promise<Outcome<null>> {
    const turn = (writing.get(name) ?? Promise.resolve()).then(run);
    writing.set(name, turn);
    return turn;
  }

  async function write(name: DocumentName): Promise<Outcome<null>> {
    waiting.get(name)?.cancel();
    waiting.delete(name);
    if (untouchable.has(name)) return refusal(name);
    covered.set(name, state());
    // The content is read when its turn comes, so it is new.
    const written = await inTurn(name, () => documents.write(name, contentOf(name, state(), kept.get(name))));
    if (!written.ok) covered.delete(name);
    dispatch({ type: 'storage-changed', name, failure: written.ok ? null : written.failure });
    const failedBefore = failures.get(name) ?? 0;
    if (written.ok) failures.delete(name);
    else {
      failures.set(name, failedBefore + 1);
      if (!isEnding) schedule(name, Math.min(firstRetryMs * 2 ** failedBefore, longestRetryMs));
    }
    return written;
  }

  function commit(name: DocumentName, events: readonly StateEvent[]): Promise<Outcome<null>> {
    if (untouchable.has(name)) return Promise.resolve(refusal(name));
    return inTurn(name, async () => {
      const written = await documents.write(name, contentOf(name, events.reduce(reduce, state()), kept.get(name)));
      if (written.ok) for (const event of events) dispatch(event);
      return written;
    });
  }

  function schedule(name: DocumentName, delayMs: number): void {
    const dueAtMs = clock.now() + delayMs;
    const before = waiting.get(name);
    if (before && before.dueAtMs <= dueAtMs) return;
    before?.cancel();
    waiting.set(name, { dueAtMs, cancel: clock.after(delayMs, () => void write(name)) });
  }

  return {
    watch(_next, previous) {
      if (!previous.isLoaded) return;
      // The state as it is now: a listener before this one may have changed it, and written it too.
      const now = state();
      for (const name of ['settings', 'history', 'durations', 'last-view', 'spending'] as const) {
        const delayMs = urgencyOf[name](now, covered.get(name) ?? previous);
        if (delayMs !== null) schedule(name, delayMs);
      }
    },
    write,
    commit,
    async flush() {
      isEnding = true;
      const ended = await Promise.all([...waiting.keys()].map(write));
      await Promise.all(writing.values());
      return ended.flatMap((one) => (one.ok ? [] : [one.failure]));
    },
  };
}

/** Milliseconds until a document should be written after its part of the state changed; `null`: that is the same. */
const urgencyOf: Readonly<Record<Exclude<DocumentName, 'connections'>, (next: State, before: State) => number | null>> = {
  settings: (next, before) => (next.settings === before.settings ? null : gatherMs),
  history: (next, before) =>
    next.notices === before.notices && next.toldFacts === before.toldFacts && next.snoozes === before.snoozes ? null : gatherMs,
  durations: (next, before) => (next.durations === before.durations ? null : lazyMs),
  'last-view': viewUrgency,
  // What a disconnected team spent does not stay.
  spending: (next, before) => {
    if (next.spending === before.spending && next.unusedSince === before.unusedSince) return null;
    const isLess = next.spending.size < before.spending.size || next.unusedSince.size < before.unusedSince.size;
    return isLess ? gatherMs : rareMs;
  },
};

function viewUrgency(next: State, before: State): number | null {
  if (next.pause !== before.pause) return gatherMs;
  if (next.connections === before.connections) return null;
  if (next.connections.size !== before.connections.size) return gatherMs;
  let urgency: number | null = null;
  for (const connection of next.connections.values()) {
    const known = before.connections.get(connection.id);
    if (!connection.isSaved || connection === known) continue;
    if (!known || hasOtherFollows(known, connection)) return gatherMs;
    urgency = lazyMs;
  }
  return urgency;
}

/** Whether Buoy began or ended to follow an operation. Nothing but this document knows what to follow after a restart. */
function hasOtherFollows(before: ConnectionState, after: ConnectionState): boolean {
  return before.actions !== after.actions && followsIn(before) !== followsIn(after);
}

const followsIn = ({ actions }: ConnectionState): string =>
  [...actions.values()].flatMap(({ key, follow, status }) => (follow && status === 'in-progress' ? [key] : [])).join(' ');
