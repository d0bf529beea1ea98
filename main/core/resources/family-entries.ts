import type { Outcome } from '../../../preload/contract/failure.ts';
import type { ResourceRows } from '../../../preload/contract/schema.ts';
import { type ResourceState, resourceKey } from '../../../preload/contract/view.ts';
import type { CoreServices } from '../services.ts';

/** Where a family is: the same listing exists once for each connection and parent. */
export interface FamilyAddress {
  /** Id of the listing operation. */
  familyId: string;
  connectionId: string;
  /** Path values, for a family that lives inside another resource. */
  parent?: Record<string, string> | undefined;
  /** Query values that belong to the address; pages are none of them. */
  query?: Record<string, string> | undefined;
}

/** A family as it was last read. */
export interface FamilyEntry {
  address: FamilyAddress;
  /** Path of the listing with its values filled in; `null` until it was read. */
  path: string | null;
  /** Its row in the view. */
  state: ResourceState;
  rows: ResourceRows;
  /** The read under way, which later callers share. */
  running: Promise<Outcome<null>> | null;
  /** Paths at which something changed while it was being read. If one concerns it, it is read once more. */
  changedMeanwhile: string[];
  usedAtMs: number;
}

/** Families kept in memory. Beyond that the longest unused are dropped, except those that are being read. */
const entryLimit = 150;

/** The families that were read, each with its row in the view. */
export interface FamilyEntries {
  /** The family's entry, which is created if need be. Counts as used now. */
  at(address: FamilyAddress): FamilyEntry;
  of(connectionId: string): FamilyEntry[];
  /** Whether the entry is still in use: its connection may be removed while an answer is on its way. */
  isKept(entry: FamilyEntry): boolean;
  /** Changes the entry's row in the view. */
  publish(entry: FamilyEntry, change: Partial<ResourceState>): void;
  clear(): void;
}

export function createFamilyEntries({ clock, state, dispatch }: CoreServices): FamilyEntries {
  const entries = new Map<string, FamilyEntry>();

  function dropLongestUnused(): void {
    while (entries.size > entryLimit) {
      let oldest: FamilyEntry | undefined;
      for (const entry of entries.values()) {
        if (entry.running === null && (oldest === undefined || entry.usedAtMs < oldest.usedAtMs)) oldest = entry;
      }
      if (oldest === undefined) return;
      entries.delete(oldest.state.key);
      dispatch({ type: 'resources-dropped', keys: [oldest.state.key] });
    }
  }

  function isKept(entry: FamilyEntry): boolean {
    if (!state().connections.has(entry.address.connectionId)) entries.delete(entry.state.key);
    return entries.get(entry.state.key) === entry;
  }

  return {
    at(address) {
      const key = resourceKey(address.connectionId, address.familyId, address.parent, address.query);
      const known = entries.get(key);
      if (known) {
        known.usedAtMs = clock.now();
        return known;
      }
      const entry = newEntry(key, address, clock.now());
      entries.set(key, entry);
      dropLongestUnused();
      return entry;
    },
    of: (connectionId) => [...entries.values()].filter((entry) => entry.address.connectionId === connectionId),
    isKept,
    publish(entry, change) {
      entry.state = { ...entry.state, ...change };
      if (isKept(entry)) dispatch({ type: 'resource-changed', resource: entry.state });
    },
    clear: () => entries.clear(),
  };
}

const newEntry = (key: string, address: FamilyAddress, usedAtMs: number): FamilyEntry => ({
  address,
  path: null,
  state: {
    key,
    connectionId: address.connectionId,
    familyId: address.familyId,
    count: null,
    freshness: { fetchedAtMs: null, isFetching: false, isStale: false, failure: null },
    revision: 0,
    note: null,
    isSingle: false,
  },
  rows: { revision: 0, fetchedAtMs: null, items: [] },
  running: null,
  changedMeanwhile: [],
  usedAtMs,
});
