import type { Failure } from '../../../../preload/contract/failure.ts';
import { settingsSchema } from '../../../../preload/contract/settings.ts';
import type { DocumentName, Documents, Log } from '../../ports.ts';
import { storageWords } from '../../words/storage.ts';
import type { Restored } from '../events.ts';
import { reduce } from '../reduce.ts';
import { initialState } from '../state.ts';
import { readSaved } from './connections.ts';
import { type Kept, ownContentOf } from './content.ts';
import { readDurations } from './durations.ts';
import { readHistory } from './history.ts';
import { readLastView, restoreConnection, staleSince, withoutRemains } from './last-view.ts';
import { leftoverOf, sizeOf } from './leftover.ts';
import { readSettings } from './settings.ts';
import { readSpending, withoutGone } from './spending.ts';

/** What the documents hold, and how they may be written again. */
export interface Restoration {
  restored: Restored;
  /** Documents that Buoy must not write in this run, so that nothing in them is lost: they could not be read or understood. */
  untouchable: { name: DocumentName; failure: Failure }[];
  /** What was not understood of the others, to be written back. */
  kept: Map<DocumentName, Kept>;
}

const names = [
  'settings',
  'connections',
  'history',
  'durations',
  'last-view',
  'spending',
] as const satisfies readonly DocumentName[];

/** How deep a document may be nested; Buoy's own are ten deep. What is deeper could be read and then not be written again. */
const deepest = 200;

/** Reads all documents of the last run. Never fails: a document that cannot be read starts empty and is `untouchable`. */
export async function restore(documents: Documents, log: Log): Promise<Restoration> {
  const untouchable: Restoration['untouchable'] = [];
  const found = new Map<DocumentName, object>();
  const setAside: string[] = [];
  for (const name of names) {
    const read = await documents.read(name);
    if (!read.ok) untouchable.push({ name, failure: read.failure });
    else {
      if (read.value.setAside !== null) setAside.push(read.value.setAside);
      const { value } = read.value;
      if (isDocument(value)) found.set(name, value);
      else if (value !== null) {
        // Every document is an object. Anything else cannot be written back within one, so the file itself is kept.
        const moved = await documents.setAside(name);
        if (moved.ok) setAside.push(moved.value);
        else untouchable.push({ name, failure: moved.failure });
      }
    }
  }

  /** The content of a document, or `fallback` when it is missing, cannot be read, or is not understood. */
  function value<T>(name: DocumentName, parse: (value: unknown) => T | null, fallback: T): T {
    const document = found.get(name);
    if (document === undefined) return fallback;
    const parsed = parse(document);
    if (parsed !== null) return parsed;
    // Buoy must not guess which tokens another version's list means.
    if (name === 'connections') untouchable.push({ name, failure: storageWords.otherVersion });
    return fallback;
  }

  const settings = value('settings', readSettings, settingsSchema.parse({}));
  const saved = value('connections', readSaved, { connections: [], strays: [] });
  const history = value('history', readHistory, { notices: [], toldFacts: [], snoozes: [] });
  const durations = value('durations', readDurations, new Map());
  const lastView = value('last-view', readLastView, { pause: null, connections: [] });
  const views = new Map(lastView.connections.map((view) => [view.id, view]));
  const connections = saved.connections.map((one) => restoreConnection(one, views.get(one.id)));
  const { strays } = saved;
  const { spending, unusedSince } = value('spending', readSpending, { spending: [], unusedSince: [] });
  const isConnected = ([id]: [string, unknown]) => connections.some((one) => one.id === id);
  const restored = {
    settings,
    connections,
    strays,
    durations,
    spending: spending.filter(isConnected),
    unusedSince: unusedSince.filter(isConnected),
    ...history,
    pause: lastView.pause,
    setAside,
    notUnderstood: [],
  };
  const areConnectionsRead = untouchable.every(({ name }) => name !== 'connections');
  const kept = leftovers(found, restored, areConnectionsRead);
  for (const { name } of untouchable) kept.delete(name);
  for (const name of kept.keys()) log.warn(`Parts of ${name} are not of this version; they stay in the file`);
  return { restored: withNews(restored, kept), untouchable, kept };
}

/** What is not understood is said once, however often Buoy starts. */
function withNews(restored: Restored, kept: ReadonlyMap<DocumentName, Kept>): Restored {
  const told = new Set(restored.toldFacts);
  const news = [...kept].flatMap(([name, { leftover }]) => {
    const fact = `not-understood/${name}/${sizeOf(leftover)}`;
    return told.has(fact) ? [] : [{ name, fact }];
  });
  const toldFacts = [...restored.toldFacts, ...news.map(({ fact }) => fact)];
  return { ...restored, toldFacts, notUnderstood: news.map(({ name }) => name) };
}

/** Compares what was found with what would be written now, before anything has changed. */
function leftovers(
  found: ReadonlyMap<DocumentName, object>,
  restored: Restored,
  areConnectionsRead: boolean,
): Map<DocumentName, Kept> {
  const state = reduce(initialState, { type: 'restored', restored });
  const kept = new Map<DocumentName, Kept>();
  for (const name of names) {
    const document = found.get(name);
    if (document === undefined) continue;
    // The list of connections comes before their views: with rows in it that are not understood, no view is without one.
    const ids = kept.has('connections') ? null : new Set(state.connections.keys());
    const compared =
      name === 'last-view'
        ? withoutRemains(document, ids)
        : name === 'spending'
          ? withoutGone(document, areConnectionsRead ? ids : null)
          : document;
    const leftover = leftoverOf(compared, ownContentOf(name, state));
    if (leftover) kept.set(name, { leftover, isStale: name === 'last-view' ? staleSince(document) : () => false });
  }
  return kept;
}

/** Whether that is an object, no deeper than Buoy can write. */
function isDocument(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}
