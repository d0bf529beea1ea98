import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { definitions, fetchedKinds } from '../../fetched/all.ts';
import type { Cancel, Clock, DocumentName, Documents } from '../../ports.ts';
import type { StateEvent } from '../events.ts';
import type { ConnectionState, State } from '../state.ts';
import { toSaved } from './connections.ts';
import { toDurations } from './durations.ts';
import { toHistory } from './history.ts';
import { toLastView } from './last-view.ts';

/** Changes are collected for this long and then written together. */
const gatherMs = 5000;
/** When only the ages of the data changed, the view is written this often. */
const lazyMs = 300_000;
/** A view with more droplets than this is written at most once a minute. */
const largeView = 2000;

/** Writes the documents that survive a restart. */
export interface Keeper {
  /** Schedules writes for what changed. Pass it to `store.subscribe`. */
  watch(state: State, previous: State): void;
  /** Writes one document now. A failure is in the state too, so callers need not show it. */
  write(name: DocumentName): Promise<Outcome<null>>;
  /** Writes everything that waits. Resolves when all writes have ended, whatever came of them. */
  flush(): Promise<void>;
}

export interface KeeperOptions {
  clock: Clock;
  documents: Documents;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Documents that could not be read. They must not be overwritten. */
  untouchable: ReadonlySet<DocumentName>;
}

/**
 * Creates the keeper. It writes what must survive a restart, shortly after it changed. A failed write is shown to the person
 * and repeated with the next change.
 */
export function createKeeper({ clock, documents, state, dispatch, untouchable }: KeeperOptions): Keeper {
  const waiting = new Map<DocumentName, { dueAtMs: number; cancel: Cancel }>();
  const writing = new Map<DocumentName, Promise<Outcome<null>>>();
  /** The settings that were written last or are being written. Commands write settings at once, so `watch` can skip them. */
  let kept: State['settings'] | null = null;

  async function write(name: DocumentName): Promise<Outcome<null>> {
    waiting.get(name)?.cancel();
    waiting.delete(name);
    if (untouchable.has(name)) {
      const failure = state().storageFailures.get(name);
      return failure ? failed(failure) : success(null);
    }
    if (name === 'settings') kept = state().settings;
    // Two writes of the same document must not overtake each other. The content is read when its turn comes, so it is new.
    const turn = (writing.get(name) ?? Promise.resolve()).then(() => documents.write(name, contentOf(name, state())));
    writing.set(name, turn);
    const written = await turn;
    if (!written.ok && name === 'settings') kept = null;
    dispatch({ type: 'storage-changed', name, failure: written.ok ? null : written.failure });
    return written;
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
      if (next.settings !== previous.settings && next.settings !== kept) schedule('settings', gatherMs);
      if (next.notices !== previous.notices || next.toldFacts !== previous.toldFacts || next.snoozes !== previous.snoozes) {
        schedule('history', gatherMs);
      }
      if (next.durations !== previous.durations) schedule('durations', gatherMs);
      const urgency = viewUrgency(next, previous);
      if (urgency !== null) schedule('last-view', urgency);
    },
    write,
    async flush() {
      await Promise.all([...waiting.keys()].map(write));
      await Promise.all(writing.values());
    },
  };
}

function contentOf(name: DocumentName, state: State): unknown {
  switch (name) {
    case 'settings':
      return state.settings;
    case 'connections':
      return toSaved(state.connections.values());
    case 'history':
      return toHistory(state);
    case 'durations':
      return toDurations(state.durations);
    case 'last-view':
      return toLastView(state);
    default:
      return name satisfies never;
  }
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
