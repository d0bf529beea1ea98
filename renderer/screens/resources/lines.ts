import { isSecret } from '../../../preload/contract/secrets.ts';
import { type Column, comparatorOf, type Sort } from '../../columns/column.ts';
import type { Family } from '../../families/family.ts';
import { identitiesOf, nameOf } from '../../families/identity.ts';
import { stoodFor } from '../../families/references.ts';
import { type Found, type Item, idOf } from '../../families/value.ts';
import { byName } from './item-order.ts';
import type { OwnedItem } from './use-family.ts';
import type { Names } from './use-names.ts';

/** One row of a family's list, with what sorting and searching need. */
export interface ItemLine extends OwnedItem {
  isHead: false;
  /** Unique in the list. */
  id: string;
  /** The id that names the thing in a request path; `null` if it has none of its own. */
  itemId: string | null;
  /** Names the row in addresses; by its position if it has no id. */
  placeId: string;
  name: string;
}

/** By what a row is selected; `null`: it has no id of its own, so no request can name it. */
export const selectionKey = ({ id, itemId }: ItemLine): string | null => (itemId === null ? null : id);

/** The rows of one or several connections, each with what tells it from the others of its connection. `names`: of what they stand for. */
export function linesOf(family: Family, items: readonly OwnedItem[], names: Names = () => null): ItemLine[] {
  const byConnection = new Map<string, Item[]>();
  for (const { connectionId, item } of items) {
    const owned = byConnection.get(connectionId);
    if (owned) owned.push(item);
    else byConnection.set(connectionId, [item]);
  }
  return [...byConnection].flatMap(([connectionId, owned]) => {
    const identities = identitiesOf(family, owned);
    return owned.map((item, index): ItemLine => {
      const { itemId = null, placeId = '' } = identities[index] ?? {};
      const stands = stoodFor(family, item);
      const name = nameOf(family, item, stands && names(connectionId, stands));
      return { isHead: false, id: `${connectionId}:${placeId}`, connectionId, item, itemId, placeId, name };
    });
  });
}

/** The row that an address names, by its place or by an id that it shares with others; `undefined` if the list has none. */
export const lineAt = (lines: readonly ItemLine[], family: Family, connectionId: string | null, placeId: string) => {
  const own = lines.filter((line) => line.connectionId === connectionId);
  return own.find((line) => line.placeId === placeId) ?? own.find((line) => idOf(family, line.item) === placeId);
};

// Items are replaced and never edited, so what was joined for one stays valid as long as the item exists.
const haystacks = new WeakMap<object, string>();
function haystackOf(line: ItemLine): string {
  const kept = haystacks.get(line.item);
  if (kept !== undefined) return kept;
  const found: string[] = [];
  collect({ field: '', value: line.item }, found, 0);
  const joined = found.join('\n').toLowerCase();
  haystacks.set(line.item, joined);
  return joined;
}

/**
 * Names, ids, addresses and tags are near the top. Deeper values are configuration, which nobody searches a list for. A secret
 * is not found by typing parts of it.
 */
function collect({ field, value, beside, inside }: Found, into: string[], depth: number): void {
  if (typeof value === 'string' || typeof value === 'number') {
    if (!isSecret({ field, value, beside, inside })) into.push(String(value));
  } else if (Array.isArray(value)) {
    for (const part of depth < 3 ? value : []) collect({ field, value: part, beside, inside: field }, into, depth + 1);
  } else if (typeof value === 'object' && value !== null && depth < 3) {
    const held = value as Item;
    for (const [name, part] of Object.entries(held))
      collect({ field: name, value: part, beside: held, inside: field }, into, depth + 1);
  }
}

/** Rows that contain every word of the search, in the chosen order. Equal rows are ordered by name, so that they do not jump. */
export function shownLines(
  columns: readonly Column<ItemLine>[],
  lines: readonly ItemLine[],
  search: string,
  sort: Sort,
): ItemLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isIn = (line: ItemLine, word: string) => line.name.toLowerCase().includes(word) || haystackOf(line).includes(word);
  const found = words.length === 0 ? [...lines] : lines.filter((line) => words.every((word) => isIn(line, word)));
  return found.sort(comparatorOf(columns, sort, byName));
}

/** The chosen order, else the family's own, else by the first column that can be sorted by. */
export function knownSort(columns: readonly Column<ItemLine>[], chosen: Sort | null, own?: Sort): Sort {
  const known = [chosen, own].find((sort) => sort && columns.some(({ key }) => key === sort.by));
  return known ?? { by: columns.find(({ compare }) => compare)?.key ?? '', isDescending: false };
}
