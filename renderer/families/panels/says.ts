import { isObject } from '../facts.ts';
import { readingOf } from '../reading.ts';
import { foundAt, type Item, textOf, timeOf, valueAt } from '../value.ts';
import type { About, Line, Piece, Say } from './panel.ts';

/* What facts are made of. Each function below makes parts of a fact, or says a whole one from the paths where it stands. */

type Ways = string | readonly string[];
const waysOf = (at: Ways): readonly string[] => (typeof at === 'string' ? [at] : at);

export const words = (text: string): Piece => ({ kind: 'text', text, look: 'plain' });
export const quiet = (text: string): Piece => ({ kind: 'text', text, look: 'quiet' });
export const warn = (text: string): Piece => ({ kind: 'text', text, look: 'warn' });
export const bad = (text: string): Piece => ({ kind: 'text', text, look: 'bad' });
export const state = (raw: string): Piece => ({ kind: 'reading', reading: { kind: 'state', raw }, value: raw });
export const copied = (text: string, what = text): Piece => ({ kind: 'copied', text, what });
export const secret = (text: string, what: string): Piece => ({ kind: 'secret', text, what });
export const thing = (familyId: string, id: string, name: string | null = null): Piece => ({ kind: 'thing', familyId, id, name });

/** A moment as the API writes it; nothing for a time that is none. */
export function moment(value: unknown): Piece[] {
  const atMs = timeOf(value);
  return atMs === null ? [] : [{ kind: 'moment', atMs }];
}

export function until(value: unknown): Piece[] {
  const atMs = timeOf(value);
  return atMs === null ? [] : [{ kind: 'until', atMs }];
}

/** One line of those parts; none if there are none. */
export const line = (...pieces: (Piece | readonly Piece[] | null)[]): Line[] => {
  const known = pieces.flatMap((piece) => piece ?? []);
  return known.length === 0 ? [] : [known];
};

/** A value of an item as it reads in lists and panels; nothing where nothing is known. */
export function valueIn(item: Item, at: Ways): Piece[] {
  const found = foundAt(item, waysOf(at));
  if (found === undefined) return [];
  const reading = readingOf(found);
  if (reading.kind === 'nothing' || reading.kind === 'parts') return [];
  if (reading.kind === 'moment') return [{ kind: 'moment', atMs: reading.atMs }];
  return reading.kind === 'secret' ? [] : [{ kind: 'reading', reading, value: found.value }];
}

/** What stands at the first of these paths that has a value, with its unit, in words, or as a time with its age. */
export const at =
  (ways: Ways): Say =>
  ({ item }) =>
    line(valueIn(item, ways));

/** Each text at that path, to be copied. */
export const copiedAt =
  (ways: Ways, what?: string): Say =>
  ({ item }) =>
    listIn(item, ways).map((text) => [copied(text, what)]);

/** The things whose ids stand at that path, as links in one line. */
export const linksAt =
  (ways: Ways, familyId: string): Say =>
  ({ item }) =>
    line(listIn(item, ways).map((id) => thing(familyId, id)));

export const tagsAt = (ways: Ways = 'tags'): Say => linksAt(ways, 'tags_list');

/** Words made of the item; nothing for `null` and ''. */
export const said =
  (make: (item: Item, about: About) => string | null): Say =>
  (about) => {
    const text = make(about.item, about);
    return text === null || text === '' ? [] : [[words(text)]];
  };

/** The texts and numbers at the first of these paths that has some; empty otherwise. */
export function listIn(item: Item, ways: Ways): string[] {
  const value = foundAt(item, waysOf(ways))?.value;
  const texts = (Array.isArray(value) ? value : [value]).map((part) => textOf(part));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** The text at a path; '' if there is none. */
export const textIn = (item: Item, way: string): string => textOf(valueAt(item, way));

/** The number at a path, also one that came as text; `null` if there is none. */
export function numberIn(item: Item, way: string): number | null {
  const value = valueAt(item, way);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** The objects in the list at a path; empty if there is none. */
export function itemsIn(item: Item, way: string): Item[] {
  const value = valueAt(item, way);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export const itemIn = (item: Item, way: string): Item => {
  const value = valueAt(item, way);
  return isObject(value) ? value : {};
};

/** The rows of a further read, where it answers one thing: that thing. */
export const onlyOf = (about: About, operationId: string): Item => about.read(operationId)[0] ?? {};
