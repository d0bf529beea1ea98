import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract/failure.ts';
import { resourceKey } from '../../../preload/contract/resource-key.ts';
import type { ConnectionRow, ResourceState } from '../../../preload/contract/view.ts';
import type { Item } from '../../families/value.ts';
import { useRows } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';

/** A thing, and the id of the connection that it belongs to. */
export interface OwnedItem {
  connectionId: string;
  item: Item;
}

export interface FamilyRead {
  items: readonly OwnedItem[];
  /** No team has answered yet. */
  isFirstRead: boolean;
  isFetching: boolean;
  /** Time of the oldest of the reads that are shown, in Unix milliseconds; `null` before the first. */
  readAtMs: number | null;
  failures: readonly { connection: ConnectionRow; failure: Failure }[];
  /** Where DigitalOcean's numbers contradict what it listed. */
  notes: readonly { connection: ConnectionRow; note: string }[];
  /** What was read is one thing, and no list of them. */
  isSingle: boolean;
  /** Reads again, even if the data is fresh. */
  readAgain: () => void;
}

/** Rows by key, with the revision at which they were read. An array stays the same until its family changes. */
type Held = ReadonlyMap<string, { revision: number; items: readonly Item[] }>;

/** The things of a family in one or several teams. Loads them when first shown, and reads them again whenever they change. */
export function useFamily(familyId: string, connections: readonly ConnectionRow[], parent: Record<string, string>): FamilyRead {
  const { bridge } = usePage();
  const all = useRows('resources');
  const [held, setHeld] = useState<Held>(new Map());
  const asked = useRef(new Map<string, number>());
  const parentText = JSON.stringify(parent);
  const ids = connections.map((connection) => connection.id).join('\n');

  const load = useCallback(
    (isForced: boolean) => {
      for (const connectionId of ids === '' ? [] : ids.split('\n')) {
        void bridge.loadResources({ familyId, connectionId, parent: JSON.parse(parentText), isForced });
      }
    },
    [bridge, familyId, ids, parentText],
  );
  useEffect(() => load(false), [load]);

  const states = useMemo(() => {
    const wanted = new Set((ids === '' ? [] : ids.split('\n')).map((id) => resourceKey(id, familyId, JSON.parse(parentText))));
    return all.filter((state) => wanted.has(state.key));
  }, [all, ids, familyId, parentText]);

  useEffect(() => {
    for (const state of states) {
      if (state.revision === 0 || asked.current.get(state.key) === state.revision) continue;
      asked.current.set(state.key, state.revision);
      const address = { familyId, connectionId: state.connectionId, parent: JSON.parse(parentText) as Record<string, string> };
      void bridge.readResources(address).then((outcome) => {
        if (!outcome.ok) return;
        const { revision, items } = outcome.value;
        setHeld((before) => new Map(before).set(state.key, { revision, items }));
      });
    }
  }, [bridge, states, familyId, parentText]);

  const shown = useMemo(() => merged(states, held, connections), [states, held, connections]);
  return { ...shown, readAgain: () => load(true) };
}

function merged(
  states: readonly ResourceState[],
  held: Held,
  connections: readonly ConnectionRow[],
): Omit<FamilyRead, 'readAgain'> {
  const items: OwnedItem[] = [];
  const failures: { connection: ConnectionRow; failure: Failure }[] = [];
  const notes: { connection: ConnectionRow; note: string }[] = [];
  let readAtMs: number | null = null;
  for (const state of states) {
    const { fetchedAtMs, failure } = state.freshness;
    if (fetchedAtMs !== null) readAtMs = Math.min(readAtMs ?? fetchedAtMs, fetchedAtMs);
    const connection = connections.find((one) => one.id === state.connectionId);
    if (failure && connection) failures.push({ connection, failure });
    if (state.note && connection) notes.push({ connection, note: state.note });
    for (const item of held.get(state.key)?.items ?? []) items.push({ connectionId: state.connectionId, item });
  }
  const isAnswered = states.some((state) => held.has(state.key) || state.freshness.failure !== null);
  return {
    items,
    failures,
    notes,
    readAtMs,
    isFirstRead: !isAnswered && connections.length > 0,
    isFetching: states.some((state) => state.freshness.isFetching),
    isSingle: states.some((state) => state.isSingle),
  };
}
