import { createContext, useContext, useMemo } from 'react';
import { resourceKey } from '../../../preload/contract/resource-key.ts';
import { designedFamily } from '../../families/all.ts';
import type { FamilyColumn } from '../../families/columns.ts';
import type { Family, Reference } from '../../families/family.ts';
import { nameOf as ownNameOf } from '../../families/identity.ts';
import { calledByKind, isInside, isListed, referenceOf, stoodFor } from '../../families/references.ts';
import { firstAt, type Item, idOf, textOf } from '../../families/value.ts';
import { useReadsOfTeams } from '../../hooks/use-reads.ts';
import { useRows } from '../../hooks/use-view.ts';
import { type Place, placeHref } from '../../routes/resource-place.ts';

import type { OwnedItem } from './use-family.ts';

/** Names of other things, as far as they are known; `null`: not, or not yet. */
export type Names = (connectionId: string, reference: Reference) => string | null;

/** What lists tell of other things. */
export interface KnownNames {
  nameOf: Names;
  /** The id of the only thing that is called so; `null`: none or several are, or its list was not read yet. */
  idCalled(connectionId: string, familyId: string, name: string): string | null;
}

/** Lists of one team that a list is worth for the names in it. Those that name the most of it come first. */
const listsAtMost = 8;
/** Lists that are read for names may be so old: names seldom change. */
const freshForMs = 600_000;

const isReadForNames = ({ familyId }: Reference): boolean =>
  isListed(familyId) && !isInside(familyId) && designedFamily(familyId) !== undefined;

/** The families whose lists name those things, each once for a team, as `CONNECTION FAMILY`. */
function listsFor(wanted: readonly (Reference & { connectionId: string })[]): string[] {
  const times = new Map<string, number>();
  for (const one of wanted) {
    if (!isReadForNames(one)) continue;
    const key = `${one.connectionId} ${one.familyId}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const byTeam = Map.groupBy(
    [...times].sort(([, one], [, other]) => other - one),
    ([key]) => key.split(' ')[0],
  );
  return [...byTeam.values()].flatMap((lists) => lists.slice(0, listsAtMost).map(([key]) => key)).sort();
}

/** Names by id in a list, also by the id that other things name its things by. */
function namesIn(family: Family, rows: readonly Item[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const name = ownNameOf(family, row);
      return [textOf(row.id), textOf(row.uuid), idOf(family, row)].filter((id) => id !== '').map((id) => [id, name] as const);
    }),
  );
}

/** Ids by name in a list; `null`: several things are called so. */
function idsByName(family: Family, rows: readonly Item[]): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const row of rows) {
    const name = ownNameOf(family, row);
    ids.set(name, ids.has(name) ? null : idOf(family, row) || null);
  }
  return ids;
}

/** Reads what those things are called: droplets are in the view, and each other family's list is read once for all of them. */
export function useNames(wanted: readonly (Reference & { connectionId: string })[]): KnownNames {
  const lists = useMemo(() => listsFor(wanted), [wanted]);
  const answers = useReadsOfTeams(
    lists.map((key) => {
      const [connectionId = '', familyId = ''] = key.split(' ');
      return { connectionId, familyId, freshForMs, isAsked: true };
    }),
  );
  const droplets = useRows('droplets');
  return useMemo(() => {
    const names = new Map<string, ReadonlyMap<string, string>>();
    const ids = new Map<string, ReadonlyMap<string, string | null>>();
    for (const key of lists) {
      const [connectionId = '', familyId = ''] = key.split(' ');
      const family = designedFamily(familyId);
      const items = answers.get(resourceKey(connectionId, familyId))?.items;
      if (!family || !items) continue;
      names.set(key, namesIn(family, items));
      ids.set(key, idsByName(family, items));
    }
    const ofDroplets = new Map(droplets.map((droplet) => [`${droplet.connectionId}:${droplet.id}`, droplet.name]));
    return {
      nameOf(connectionId, { familyId, id }) {
        if (familyId === 'droplets_list') return ofDroplets.get(`${connectionId}:${id}`) ?? null;
        return isListed(familyId) ? (names.get(`${connectionId} ${familyId}`)?.get(id) ?? null) : id;
      },
      idCalled: (connectionId, familyId, name) => ids.get(`${connectionId} ${familyId}`)?.get(name) ?? null,
    };
  }, [lists, answers, droplets]);
}

/** What a family's rows name: what they stand for, and what their links lead to. */
export function namedIn(family: Family, items: readonly OwnedItem[]): (Reference & { connectionId: string })[] {
  const links = family.columns.filter(({ kind }) => kind === 'link');
  return items.flatMap(({ connectionId, item }) => {
    const stands = stoodFor(family, item);
    const linked = links.flatMap((column) => linksIn(column, item));
    return [...(stands === null ? [] : [stands]), ...linked].map((one) => ({ ...one, connectionId }));
  });
}

/** Each text at the first of those paths that has some, once. */
export const idsIn = (item: Item, at: readonly string[]): string[] => {
  const value = firstAt(item, at);
  return [...new Set((Array.isArray(value) ? value.map(textOf) : [textOf(value)]).filter((part) => part !== ''))];
};

/** What the ids of a cell lead to: what a URN says, else that id of the column's family. No family: the id is all that is known. */
export function linksIn({ at, to = '' }: FamilyColumn, item: Item): Reference[] {
  const familyId = typeof to === 'string' ? to : (to.families[textOf(item[to.code])] ?? '');
  return idsIn(item, at).map((id) => referenceOf('', id) ?? { familyId, id });
}

/** The things that a place lies in, from the outermost. A family that no row leads to says by its parameters what they are. */
export function holdersOf({ familyId: listId, parent }: Pick<Place, 'familyId' | 'parent'>): Reference[] {
  const chain: string[] = [];
  for (let at = designedFamily(listId)?.inside; at !== undefined; at = designedFamily(at)?.inside) chain.unshift(at);
  const values = Object.entries(parent);
  return values.flatMap(([parameter, id], at) => {
    const familyId = chain.length === values.length ? chain[at] : referenceOf(parameter, id)?.familyId;
    return id === '' || familyId === undefined ? [] : [{ familyId, id }];
  });
}

/** What a place lies in, by name and with the way there, from the outermost. */
export function useHolders(place: Place | null): { name: string; href: string }[] {
  const text = JSON.stringify(place === null ? [] : holdersOf(place));
  const connectionId = place?.connectionId ?? '';
  const holders = useMemo(
    () => (JSON.parse(text) as Reference[]).map((holder) => ({ ...holder, connectionId })),
    [text, connectionId],
  );
  const { nameOf } = useNames(holders);
  const parents = Object.entries(place?.parent ?? {});
  return holders.map((holder, at) => ({
    name: nameOf(connectionId, holder) ?? calledByKind(holder),
    href: placeHref({
      familyId: holder.familyId,
      parent: Object.fromEntries(parents.slice(0, at)),
      connectionId,
      itemId: holder.id,
    }),
  }));
}

/** The names that the cells of a list show. */
export const NamesContext = createContext<KnownNames>({ nameOf: () => null, idCalled: () => null });
export const useListNames = (): KnownNames => useContext(NamesContext);
