import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { definitions, fetchedKinds } from '../../fetched/all.ts';
import type { Cancel, Clock, DocumentName, Documents } from '../../ports.ts';
import type { StateEvent } from '../events.ts';
import { reduce } from '../reduce.ts';
import type { ConnectionState, State } from '../state.ts';
import { contentOf, type Kept } from './content.ts';

/** Changes are collected for this long and then written together. */
const gatherMs = 5000;
/** When only the ages of the data changed, the view is written this often. */
const lazyMs = 300_000;
/** A view with more droplets than this is written at most once a minute. */
const largeView = 2000;

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
  /** The settings that were written last or are being written. Commands write settings at once, so `watch` can skip them. */
  let keptSettings: State['settings'] | null = null;
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
    if (name === 'settings') keptSettings = state().settings;
    // The content is read when its turn comes, so it is new.
    const written = await inTurn(name, () => documents.write(name, contentOf(name, state(), kept.get(name))));
    if (!written.ok && name === 'settings') keptSettings = null;
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
    watch(next, previous) {
      if (!previous.isLoaded) return;
      if (next.settings !== previous.settings && next.settings !== keptSettings) schedule('settings', gatherMs);
      if (next.notices !== previous.notices || next.toldFacts !== previous.toldFacts || next.snoozes !== previous.snoozes) {
        schedule('history', gatherMs);
      }
      if (next.durations !== previous.durations) schedule('durations', gatherMs);
      const urgency = viewUrgency(next, previous);
      if (urgency !== null) schedule('last-view', urgency);
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

/** Milliseconds until the view should be written; `null`: nothing that is saved changed. */
function viewUrgency(next: State, previous: State): number | null {
  if (next.pause !== previous.pause) return gatherMs;
  if (next.connections === previous.connections) return null;
  let urgency: number | null = next.connections.size === previous.connections.size ? null : gatherMs;
  let droplets = 0;
  for (const connection of next.connections.values()) {
    const before = previous.connections.get(connection.id);
    if (!connection.isSaved || connection === before) continue;
    droplets += connection.droplets.size;
    const isChanged = !before || hasOtherContent(before, connection);
    urgency = isChanged || urgency === gatherMs ? gatherMs : lazyMs;
  }
  return urgency === gatherMs && droplets > largeView ? lazyMs / 5 : urgency;
}

/** Whether the saved data of a connection differs. The ages alone do not count. */
function hasOtherContent(before: ConnectionState, after: ConnectionState): boolean {
  if (before.downs !== after.downs || before.suspicions !== after.suspicions) return true;
  return fetchedKinds.some((kind) => definitions[kind].saved !== null && before[kind] !== after[kind]);
}
