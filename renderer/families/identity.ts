import type { Family } from './family.ts';
import { readingOf, wordsOf } from './reading.ts';
import { foundAt, type Item, idOf } from './value.ts';

/** How a row is told from the others. */
export interface Identity {
  /** The id that names the thing in a request path; `null` if it has none, or shares it with another row. */
  itemId: string | null;
  /** Names the row in addresses, also where it has no id: then by its position among the rows. */
  placeId: string;
}

/** Between what a row is called and its position. The API has ids with slashes and colons, but none that begins so. */
const mark = '~';

/** The identities of the rows of one connection, in their order. */
export function identitiesOf(family: Family, items: readonly Item[]): Identity[] {
  const ids = items.map((item) => idOf(family, item));
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return ids.map((id, index) =>
    id !== '' && times.get(id) === 1 ? { itemId: id, placeId: id } : { itemId: null, placeId: `${mark}${index + 1}` },
  );
}

/** Whether an address names a row by its position. */
export const isPosition = (placeId: string): boolean => new RegExp(`^${mark}\\d+$`).test(placeId);

/** The name of the thing from its name column, else its id; '' if it has neither. */
export function nameOf(family: Family, item: Item): string {
  const column = family.columns.find((one) => one.kind === 'name');
  const read = (ways: readonly string[]): string => {
    const found = foundAt(item, ways);
    return found ? wordsOf(readingOf(found)) : '';
  };
  return read(column?.at ?? []) || read(family.idAt);
}
