import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { rowWithId } from '../digitalocean/resources/row-with-id.ts';
import { modelKeyOf } from '../names/key-places.ts';
import type { CoreServices, ResourcesPart } from '../services.ts';
import { createFamilyEntries, type FamilyAddress, type FamilyEntry } from './family-entries.ts';
import { type FamilyAnswer, readFamily } from './read-family.ts';

/**
 * Resource families: lists that are read when they are shown and kept with their age. The id of the listing operation names a
 * family, so every listing of the catalogue works without being declared here.
 */
export interface Resources extends ResourcesPart {
  /** The first row read that has this value in its `id`, `uuid`, `name`, `slug`, `urn` or `ip`. */
  find(connectionId: string, identifier: string): Record<string, unknown> | null;
  /** The row of one thing, from its list as it was last read; the list is read unless it is fresh. `null`: it has no such thing. */
  row(place: FamilyAddress & { id: string }): Promise<Outcome<Record<string, unknown> | null>>;
  /** The rows, read from the API unless they are younger than that. */
  rows(address: FamilyAddress, freshForMs: number): Promise<Outcome<readonly Record<string, unknown>[]>>;
  /** The lists of that family as they were last read, each with the path values of what it lies in. Asks for nothing. */
  known(connectionId: string, familyId: string): { parent: Record<string, string>; items: readonly Record<string, unknown>[] }[];
  /** Call it after a change at that path: marks the families that it concerns as stale, and reads those in use again. */
  invalidate(connectionId: string, changedPath: string): void;
  /** Call it once a key is there: reads those in use again that could not be read without one. */
  readRefused(connectionId: string): void;
}

/** A family read within this time is not read again unless asked, so that switching between screens costs no requests. */
const usuallyFreshForMs = 60_000;
/** After a change, families that were shown within this time are read again at once. */
const inUseForMs = 120_000;

/** `onChanged` is told of every change at a path, before anything is read again. */
export function createResources(
  services: CoreServices,
  onChanged: (connectionId: string, changedPath: string) => void = () => {},
): Resources {
  const { clock } = services;
  const entries = createFamilyEntries(services);

  async function ask({ connectionId, familyId, parent = {}, query }: FamilyAddress): Promise<Outcome<FamilyAnswer>> {
    const api = services.api(connectionId);
    if (!api.ok) return api;
    const keyOf = () => services.credentials.keyOf(modelKeyOf(services.connectionName(connectionId)));
    return readFamily(api.value, familyId, parent, { query, keyOf });
  }

  async function read(entry: FamilyEntry): Promise<Outcome<null>> {
    const freshness = entry.state.freshness;
    entries.publish(entry, { freshness: { ...freshness, isFetching: true } });
    entry.changedMeanwhile = [];
    const answer = await ask(entry.address);
    entry.running = null;
    if (!answer.ok) {
      entries.publish(entry, {
        freshness: { fetchedAtMs: freshness.fetchedAtMs, isFetching: false, isStale: true, failure: answer.failure },
      });
      return failed(answer.failure);
    }
    const fetchedAtMs = clock.now();
    const revision = entry.state.revision + 1;
    const { path } = answer.value;
    const isOutdated = entry.changedMeanwhile.some((changed) => concerns(path, changed));
    entry.path = path;
    entry.rows = { revision, fetchedAtMs, items: answer.value.items };
    entries.publish(entry, {
      count: answer.value.isSingle ? null : answer.value.items.length,
      note: answer.value.warnings[0] ?? null,
      isSingle: answer.value.isSingle,
      revision,
      freshness: { fetchedAtMs, isFetching: false, isStale: isOutdated, failure: null },
    });
    // The answer may be from before the change, so the family is read once more.
    if (isOutdated && entries.isKept(entry)) return start(entry);
    return success(null);
  }

  function start(entry: FamilyEntry): Promise<Outcome<null>> {
    entry.running ??= read(entry);
    return entry.running;
  }

  function isFresh(entry: FamilyEntry, forMs: number): boolean {
    const { fetchedAtMs, isStale } = entry.state.freshness;
    if (fetchedAtMs === null || isStale) return false;
    // Absolute, so that a clock that was set back does not make data fresh for ever.
    return Math.abs(clock.now() - fetchedAtMs) < forMs;
  }

  /** Reads the family unless it is fresh or being read. */
  function load(address: FamilyAddress, forMs: number): Promise<Outcome<null>> {
    const entry = entries.at(address);
    if (entry.running) return entry.running;
    return isFresh(entry, forMs) ? Promise.resolve(success(null)) : start(entry);
  }

  return {
    calls: {
      loadResources: (args) => load(args, args.isForced ? 0 : (args.freshForMs ?? usuallyFreshForMs)),
      readResources: (args) => Promise.resolve(success(entries.at(args).rows)),
    },
    find(connectionId, identifier) {
      const rows = entries.of(connectionId).flatMap((entry) => entry.rows.items);
      return rows.find((row) => isNamed(row, identifier)) ?? null;
    },
    async row({ id, ...address }) {
      const loaded = await load(address, usuallyFreshForMs);
      return loaded.ok ? success(rowWithId(entries.at(address).rows.items, id) ?? null) : loaded;
    },
    async rows(address, forMs) {
      const loaded = await load(address, forMs);
      return loaded.ok ? success(entries.at(address).rows.items) : loaded;
    },
    known: (connectionId, familyId) =>
      entries
        .of(connectionId)
        .filter(({ address, rows }) => address.familyId === familyId && rows.fetchedAtMs !== null)
        .map(({ address, rows }) => ({ parent: address.parent ?? {}, items: rows.items })),
    invalidate(connectionId, changedPath) {
      onChanged(connectionId, changedPath);
      for (const entry of entries.of(connectionId)) {
        if (entry.running !== null) entry.changedMeanwhile.push(changedPath);
        if (entry.path === null || !concerns(entry.path, changedPath)) continue;
        entries.publish(entry, { freshness: { ...entry.state.freshness, isStale: true } });
        if (entry.running === null && clock.now() - entry.usedAtMs < inUseForMs) void start(entry);
      }
    },
    readRefused(connectionId) {
      for (const entry of entries.of(connectionId)) {
        const kind = entry.state.freshness.failure?.kind ?? '';
        const isForKey = kind === 'secret-lost' || kind === 'unauthorized' || kind.startsWith('vault-');
        if (!isForKey || entry.running !== null) continue;
        if (clock.now() - entry.usedAtMs < inUseForMs) void start(entry);
      }
    },
    stop: entries.clear,
  };
}

const identifierFields = ['id', 'uuid', 'name', 'slug', 'urn', 'ip'] as const;

function isNamed(row: Record<string, unknown>, identifier: string): boolean {
  return identifierFields.some((field) => {
    const value = row[field];
    return (typeof value === 'string' || typeof value === 'number') && String(value) === identifier;
  });
}

/**
 * Snapshots of a volume are listed with it too, and read and deleted among all snapshots. A rollback or a restart of an app is one
 * of its deployments. What comes into one project leaves another.
 */
const asOneList = (path: string): string =>
  path
    .replace(/^\/v2\/volumes\/[^/]+\/snapshots(?=\/|$)/, '/v2/snapshots')
    .replace(/^(\/v2\/apps\/[^/]+)\/(?:rollback|restart)(?=\/|$).*/, '$1/deployments')
    .replace(/^\/v2\/projects\/[^/]+\/resources(?=\/|$)/, '/v2/projects/all/resources');

/** A change at `/v2/volumes/x/actions` concerns the list `/v2/volumes` and lists below `/v2/volumes/x`. */
function concerns(listPath: string, changedPath: string): boolean {
  const isBelow = (path: string, root: string) => path === root || path.startsWith(`${root}/`);
  const isAmong = (one: string, other: string) => isBelow(other, one) || isBelow(one, other);
  return isAmong(listPath, changedPath) || isAmong(asOneList(listPath), asOneList(changedPath));
}
