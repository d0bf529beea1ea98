import { z } from 'zod';
import { definitions, type FetchedKind, fetchedKinds, type Held } from '../../fetched/all.ts';
import { rowsOf } from '../../understood.ts';
import { type ConnectionState, neverFetched, newConnection, type State } from '../state.ts';
import type { SavedConnection } from './connections.ts';
import type { IsStale } from './leftover.ts';

/**
 * The `last-view` document: what was last known about each saved connection, so that Buoy can show it at once when it starts,
 * with its age. It never contains a token, the demo account, or a connection that is kept for one run only. Besides these
 * fields it has the data of each fetched kind under the kind's name, in the form that its definition gives. A field that an
 * older version did not write, or wrote differently, takes its default and does not affect the others.
 */
const connectionSchema = z.looseObject({
  id: z.string(),
  lastWorkedAtMs: z.number().nullable().catch(null),
  fetchedAtMs: z.record(z.string(), z.number()).catch({}),
  downs: rowsOf(z.tuple([z.number(), z.number()])).catch([]),
  suspicions: rowsOf(z.tuple([z.number(), z.object({ seenOffAtMs: z.number(), lastActiveAtMs: z.number() })])).catch([]),
});
type SavedView = z.infer<typeof connectionSchema>;

const lastViewSchema = z.object({
  pause: z.object({ untilMs: z.number().nullable() }).nullable().catch(null),
  connections: rowsOf(connectionSchema).catch([]),
});
export type LastView = z.infer<typeof lastViewSchema>;

/** `null` when the document is not what Buoy writes. */
export function readLastView(value: unknown): LastView | null {
  const parsed = lastViewSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The document's content: saved connections only. */
export const toLastView = (state: State): LastView & { version: 1 } => ({
  version: 1,
  pause: state.pause,
  connections: [...state.connections.values()].filter((one) => one.isSaved).map(toSavedView),
});

function toSavedView(connection: ConnectionState): SavedView {
  const times = fetchedKinds.flatMap((what) => {
    const { fetchedAtMs } = connection.fetches[what];
    return fetchedAtMs === null ? [] : [[what, fetchedAtMs] as const];
  });
  return {
    id: connection.id,
    lastWorkedAtMs: connection.lastWorkedAtMs,
    fetchedAtMs: Object.fromEntries(times),
    downs: [...connection.downs],
    suspicions: [...connection.suspicions],
    ...Object.fromEntries(fetchedKinds.map((what) => [what, written(what, connection)])),
  };
}

const written = <K extends FetchedKind>(what: K, held: Held): unknown => definitions[what].saved?.write(held[what]);

/** A saved connection with its last known data; without any, as a new one. */
export function restoreConnection(saved: SavedConnection, view: SavedView | undefined): ConnectionState {
  const { id, label, tokenEndsOn } = saved;
  const fresh = newConnection({ id, label, tokenEndsOn, isDemo: false, isForThisRunOnly: false });
  if (!view) return fresh;
  const understood = fetchedKinds.flatMap((what) => {
    const read = definitions[what].saved?.read(view[what]);
    return read ? [[what, read.held] as const] : [];
  });
  const restored: ConnectionState = {
    ...fresh,
    lastWorkedAtMs: view.lastWorkedAtMs,
    downs: new Map(view.downs),
    suspicions: new Map(view.suspicions),
    ...(Object.fromEntries(understood) as Partial<Held>),
    // Data that could not be read back counts as never fetched, whatever age was saved with it.
    fetches: { ...fresh.fetches, ...agesOf(view, new Set(understood.map(([what]) => what))) },
  };
  const running = [...restored.actions.values()].filter((one) => one.status === 'in-progress' && one.resourceType === 'droplet');
  return { ...restored, runningOn: new Map(running.map((action) => [Number(action.resourceId), action.key])) };
}

function agesOf({ fetchedAtMs }: SavedView, kinds: ReadonlySet<FetchedKind>): Partial<ConnectionState['fetches']> {
  return Object.fromEntries([...kinds].map((what) => [what, { ...neverFetched, fetchedAtMs: fetchedAtMs[what] ?? null }]));
}

/**
 * The document without what no version will miss: ages of data that is not there, and views of connections that do not exist.
 * `ids` are those that do; `null`: not all of them are known.
 */
export function withoutRemains(found: object, ids: ReadonlySet<string> | null): object {
  const views: unknown = 'connections' in found ? found.connections : null;
  if (!Array.isArray(views)) return found;
  const connections = views.flatMap((view: unknown) => {
    const { success, data } = connectionSchema.safeParse(view);
    if (!success) return [view];
    if (ids && !ids.has(data.id)) return [];
    const ages = Object.entries(data.fetchedAtMs).filter(([kind]) => Object.hasOwn(data, kind));
    return [{ ...(view as object), fetchedAtMs: Object.fromEntries(ages) }];
  });
  return { ...found, connections };
}

/**
 * Whether what is left over of a kind of data is out of date: the kind has been read anew since the document `found`. The
 * rest of a view is not.
 */
export function staleSince(found: unknown): IsStale {
  const ages = new Map((lastViewSchema.safeParse(found).data?.connections ?? []).map(({ id, fetchedAtMs }) => [id, fetchedAtMs]));
  const kinds = new Set<string>(fetchedKinds);
  return (content, field) => {
    const row = kinds.has(field) ? connectionSchema.safeParse(content).data : undefined;
    const nowMs = row?.fetchedAtMs[field];
    return row !== undefined && nowMs !== undefined && nowMs !== ages.get(row.id)?.[field];
  };
}
