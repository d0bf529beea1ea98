import type { Failure } from '../../../../preload/contract/failure.ts';
import { settingsSchema } from '../../../../preload/contract/settings.ts';
import type { DocumentName, Documents, Log } from '../../ports.ts';
import { storageWords } from '../../words/storage.ts';
import type { Restored } from '../events.ts';
import { readSaved } from './connections.ts';
import { readDurations } from './durations.ts';
import { readHistory } from './history.ts';
import { readLastView, restoreConnection } from './last-view.ts';
import { readSettings } from './settings.ts';

/** What the documents hold, and which of them may be written again. */
export interface Restoration {
  restored: Restored;
  /** Documents that Buoy must not write in this run, so that nothing in them is lost: they could not be read or understood. */
  untouchable: { name: DocumentName; failure: Failure }[];
}

type Read = Awaited<ReturnType<Documents['read']>>;

/** Reads all documents of the last run. Never fails: a document that cannot be read starts empty and is `untouchable`. */
export async function restore(documents: Documents, log: Log): Promise<Restoration> {
  const names = ['settings', 'connections', 'history', 'durations', 'last-view'] as const;
  const reads = new Map<DocumentName, Read>();
  await Promise.all(names.map(async (name) => reads.set(name, await documents.read(name))));
  const untouchable: Restoration['untouchable'] = [];
  let setAside: string | null = null;

  /** The content of a document, or `fallback` when it is missing, cannot be read, or is not understood. */
  function value<T>(name: DocumentName, parse: (value: unknown) => T | null, fallback: T): T {
    const read = reads.get(name);
    if (!read) return fallback;
    if (!read.ok) {
      untouchable.push({ name, failure: read.failure });
      return fallback;
    }
    setAside ??= read.value.setAside;
    if (read.value.value === null) return fallback;
    const parsed = parse(read.value.value);
    if (parsed !== null) return parsed;
    log.warn(`The file ${name} is not of this version and was not used`);
    // The other documents fill up again by themselves. The list of connections does not.
    if (name === 'connections') untouchable.push({ name, failure: storageWords.otherVersion });
    return fallback;
  }

  const settings = value('settings', readSettings, settingsSchema.parse({}));
  const saved = value('connections', readSaved, []);
  const history = value('history', readHistory, { notices: [], toldFacts: [], snoozes: [] });
  const durations = value('durations', readDurations, new Map());
  const lastView = value('last-view', readLastView, { pause: null, connections: [] });
  const views = new Map(lastView.connections.map((view) => [view.id, view]));
  const connections = saved.map((one) => restoreConnection(one, views.get(one.id)));
  return {
    restored: { settings, connections, durations, ...history, pause: lastView.pause, setAside },
    untouchable,
  };
}
