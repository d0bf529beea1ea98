import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { ResourceRows } from '../../../preload/contract/schema.ts';
import { type ResourceState, resourceKey } from '../../../preload/contract/view.ts';
import type { CoreServices, ResourcesPart } from '../services.ts';
import { type FamilyAnswer, readFamily } from './read-family.ts';

export interface FamilyAddress {
  /** Id of the listing operation. */
  familyId: string;
  connectionId: string;
  /** Path values for a family that lives inside another resource. */
  parent?: Record<string, string> | undefined;
}

/**
 * Families of resources, read when they are shown and kept with their age. A family is named by the operation that lists
 * it, so every listing of the catalogue is one and none needs to be declared here.
 */
export interface Resources extends ResourcesPart {
  /** The latest row with that value in any string or number field named `id`, `uuid`, `name`, `slug`, `urn` or `ip`. */
  find(connectionId: string, identifier: string): Record<string, unknown> | null;
  /** Marks what was read below a path as old, after something there changed. Reads again what is in use. */
  invalidate(connectionId: string, changedPath: string): void;
}

interface Entry {
  address: FamilyAddress;
  /** Path of the listing with its values filled in; `null` until first read. */
  path: string | null;
  state: ResourceState;
  rows: ResourceRows;
  running: Promise<Outcome<null>> | null;
  /** Paths at which something changed while it was being read: what concerns it has it read once more. */
  changedMeanwhile: string[];
  usedAtMs: number;
}

/** A family read within this time is not asked for again unless forced: switching to and fro costs nothing. */
const freshForMs = 60_000;
/** Families in use this recently are read again at once after a change. */
const inUseForMs = 120_000;
/** Families kept in memory; the longest unused go first. */
const entryLimit = 150;

export function createResources(services: CoreServices): Resources {
  const entries = new Map<string, Entry>();

  function entryOf(address: FamilyAddress): Entry {
    const key = resourceKey(address.connectionId, address.familyId, address.parent);
    const known = entries.get(key);
    if (known) {
      known.usedAtMs = services.clock.now();
      return known;
    }
    const entry: Entry = {
      address,
      path: null,
      state: {
        key,
        connectionId: address.connectionId,
        familyId: address.familyId,
        count: null,
        freshness: { fetchedAtMs: null, isFetching: false, isStale: false, failure: null },
        revision: 0,
      },
      rows: { revision: 0, fetchedAtMs: null, items: [] },
      running: null,
      changedMeanwhile: [],
      usedAtMs: services.clock.now(),
    };
    entries.set(key, entry);
    dropLongestUnused();
    return entry;
  }

  function dropLongestUnused(): void {
    while (entries.size > entryLimit) {
      let oldest: Entry | undefined;
      for (const entry of entries.values()) {
        if (entry.running === null && (oldest === undefined || entry.usedAtMs < oldest.usedAtMs)) oldest = entry;
      }
      if (oldest === undefined) return;
      entries.delete(oldest.state.key);
      services.dispatch({ type: 'resources-dropped', keys: [oldest.state.key] });
    }
  }

  /** A connection may be removed while its answer is under way: what comes then must not bring it back. */
  function isKept(entry: Entry): boolean {
    if (!services.state().connections.has(entry.address.connectionId)) entries.delete(entry.state.key);
    return entries.get(entry.state.key) === entry;
  }

  function publish(entry: Entry, change: Partial<ResourceState>): void {
    entry.state = { ...entry.state, ...change };
    if (isKept(entry)) services.dispatch({ type: 'resource-changed', resource: entry.state });
  }

  async function ask({ connectionId, familyId, parent = {} }: FamilyAddress): Promise<Outcome<FamilyAnswer>> {
    const api = services.api(connectionId);
    return api.ok ? readFamily(api.value, familyId, parent) : api;
  }

  async function read(entry: Entry): Promise<Outcome<null>> {
    const freshness = entry.state.freshness;
    publish(entry, { freshness: { ...freshness, isFetching: true } });
    entry.changedMeanwhile = [];
    const answer = await ask(entry.address);
    entry.running = null;
    if (!answer.ok) {
      publish(entry, {
        freshness: { fetchedAtMs: freshness.fetchedAtMs, isFetching: false, isStale: true, failure: answer.failure },
      });
      return failed(answer.failure);
    }
    const fetchedAtMs = services.clock.now();
    const revision = entry.state.revision + 1;
    const { path } = answer.value;
    const isOutdated = entry.changedMeanwhile.some((changed) => concerns(path, changed));
    entry.path = path;
    entry.rows = { revision, fetchedAtMs, items: answer.value.items };
    publish(entry, {
      count: answer.value.items.length,
      revision,
      freshness: { fetchedAtMs, isFetching: false, isStale: isOutdated, failure: null },
    });
    if (isOutdated && isKept(entry)) return start(entry);
    return success(null);
  }

  function start(entry: Entry): Promise<Outcome<null>> {
    entry.running ??= read(entry);
    return entry.running;
  }

  function isFresh(entry: Entry): boolean {
    const { fetchedAtMs, isStale } = entry.state.freshness;
    if (fetchedAtMs === null || isStale) return false;
    return Math.abs(services.clock.now() - fetchedAtMs) < freshForMs;
  }

  /** Reads the family unless it is fresh or being read. */
  function load(address: FamilyAddress, isForced: boolean): Promise<Outcome<null>> {
    const entry = entryOf(address);
    if (entry.running) return entry.running;
    return !isForced && isFresh(entry) ? Promise.resolve(success(null)) : start(entry);
  }

  return {
    calls: {
      loadResources: (args) => load(args, args.isForced ?? false),
      readResources: (args) => Promise.resolve(success(entryOf(args).rows)),
    },
    find(connectionId, identifier) {
      for (const entry of entries.values()) {
        if (entry.address.connectionId !== connectionId) continue;
        for (const row of entry.rows.items) if (isNamed(row, identifier)) return row;
      }
      return null;
    },
    invalidate(connectionId, changedPath) {
      for (const entry of [...entries.values()]) {
        if (entry.address.connectionId !== connectionId) continue;
        if (entry.running !== null) entry.changedMeanwhile.push(changedPath);
        if (entry.path === null || !concerns(entry.path, changedPath)) continue;
        publish(entry, { freshness: { ...entry.state.freshness, isStale: true } });
        if (entry.running === null && services.clock.now() - entry.usedAtMs < inUseForMs) void start(entry);
      }
    },
    stop() {
      entries.clear();
    },
  };
}

const identifierFields = ['id', 'uuid', 'name', 'slug', 'urn', 'ip'] as const;

function isNamed(row: Record<string, unknown>, identifier: string): boolean {
  return identifierFields.some((field) => {
    const value = row[field];
    return (typeof value === 'string' || typeof value === 'number') && String(value) === identifier;
  });
}

/** A change at `/v2/volumes/x/actions` concerns the list `/v2/volumes` and lists below `/v2/volumes/x`. */
function concerns(listPath: string, changedPath: string): boolean {
  const isBelow = (path: string, root: string) => path === root || path.startsWith(`${root}/`);
  return isBelow(changedPath, listPath) || isBelow(listPath, changedPath);
}
