import { resourceWords } from '../words/resources.ts';
import type { Family } from './family.ts';
import { readingOf, wordsOf } from './reading.ts';
import { calledAs } from './references.ts';
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

const bareId = /^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|do:[a-z\d_]+:.+)$/i;

/** What is known of a thing by its id alone; the word for its kind stands before an id that nobody would read out. */
export const calledById = ({ title }: Family, id: string): string => (bareId.test(id) ? resourceWords.oneOf(title, id) : id);

/**
 * The name of the thing from its name column; without one, what it stands for, else its id; '' if it has nothing of all that. `called`:
 * the name of what it stands for, where that is known.
 */
export function nameOf(family: Family, item: Item, called: string | null = null): string {
  const column = family.columns.find((one) => one.kind === 'name');
  const read = (ways: readonly string[]): string => {
    const found = foundAt(item, ways);
    return found ? wordsOf(readingOf(found)) : '';
  };
  if (called !== null) return called;
  const own = read(column?.at ?? []);
  const stands = calledAs(family, item);
  // Where the row names the other thing by its id, that stands in the name column.
  const isNamed = own !== '' && !bareId.test(own) && !(stands !== '' && family.standsFor && 'id' in family.standsFor);
  return isNamed ? own : stands || calledById(family, own || read(family.idAt));
}
