import { originOf } from '../../../../preload/contract/api-address.ts';
import type { Operation } from '../catalogue/types.ts';

/** One page of a listing. https://docs.digitalocean.com/reference/api/digitalocean/#section/Introduction/Links-and-Pagination */
export interface Page {
  items: Item[];
  /** Number of items in the whole collection; null when the answer does not say. */
  total: number | null;
  /** URL of the next page; null when the answer names none. */
  next: string | null;
  /** Whether the answer has `links` at all. Without them a missing `next` does not mean that this is the last page. */
  hasLinks: boolean;
  /** Id after which the next page starts, in listings with a cursor; null on the last page. */
  after: string | null;
}

/** An item of a page. Its key identifies it within the listing; null when it has no identifier. Its value is undefined where it could not be read. */
export interface Item {
  key: string | number | null;
  value: unknown;
}

type Shape = Pick<Operation, 'collectionKey' | 'isCollectionMap' | 'pagination'>;

export interface Reading {
  /** Returns undefined for a value that is not an item. It is counted all the same, so that pages and totals keep their sense. */
  readItem: (raw: unknown) => unknown;
  /** Whether an answer without the list, and without a total of 0, is no page of it. */
  isListNeeded: boolean;
}

/**
 * Reads a page. Null when the body is not one: not an object, another type in the place of the list, or no list although the
 * total is above 0 or although the body says other things. Else a missing list counts as empty, because some services leave out
 * empty lists.
 */
export function readPage(body: unknown, shape: Shape, { readItem, isListNeeded }: Reading): Page | null {
  const record = asRecord(body);
  if (!record || shape.collectionKey === null) return null;
  const total = totalOf(record, shape);
  const raw = own(record, shape.collectionKey);
  const isEmpty = total === 0 || (total === null && (raw === null || (!isListNeeded && isOfListing(record))));
  const list = raw === null || raw === undefined ? (isEmpty ? [] : null) : listOf(raw, shape);
  if (list === null) return null;
  const items = list.map(({ key, value }): Item => ({ key, value: readItem(value) }));
  const pages = asRecord(own(asRecord(own(record, 'links')), 'pages'));
  const next = own(pages, 'next');
  return {
    items,
    total,
    next: typeof next === 'string' && next !== '' ? next : null,
    hasLinks: own(record, 'links') !== undefined,
    after: own(record, 'has_more') === true ? text(own(record, 'last_id')) : null,
  };
}

/** What answers of listings have beside their list. */
const companions = ['links', 'meta', 'total', 'total_items', 'count', 'has_more'] as const;

/** Whether an answer without a list may be one of a listing. Something in between may answer with JSON of its own. */
const isOfListing = (record: Record<string, unknown>): boolean =>
  Object.keys(record).length === 0 || companions.some((name) => own(record, name) !== undefined);

/** The raw items. Some collections are an object keyed by id: each entry becomes an item that contains its id. */
function listOf(raw: unknown, { isCollectionMap }: Shape): Item[] | null {
  if (Array.isArray(raw)) return raw.map((value: unknown) => ({ key: keyOf(value), value }));
  const map = isCollectionMap ? asRecord(raw) : null;
  if (!map) return null;
  return Object.entries(map).map(([id, value]) => ({ key: id, value: { id, ...(asRecord(value) ?? { value }) } }));
}

/** `meta.total`, except for the few listings that put their paging at the top level. */
function totalOf(record: Record<string, unknown>, { pagination }: Shape): number | null {
  if (pagination === 'page-flat') return count(own(record, 'total_items')) ?? count(own(record, 'total'));
  return count(own(asRecord(own(record, 'meta')), 'total'));
}

/** Properties that identify an item, the surest first. A name alone may repeat (records of a domain). */
const identifiers = ['id', 'uuid', 'urn', 'slug'] as const;

function keyOf(item: unknown): string | number | null {
  if (typeof item !== 'object' || item === null) return null;
  const record = item as Record<string, unknown>;
  for (const name of identifiers) {
    const value = record[name];
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return value;
  }
  return null;
}

/**
 * Where a next link leads. The API is known to write links to itself with another scheme, with its default port and with a
 * slash before the query; only another host is another server.
 */
export function targetOf(next: string, requestUrl: string): 'same-server' | 'other-server' | 'nowhere' {
  if (/^(\/(?!\/)|\?)/.test(next)) return 'same-server';
  const host = hostOf(next);
  return host === '' ? 'nowhere' : host === hostOf(requestUrl) ? 'same-server' : 'other-server';
}

/** Host and port of an absolute URL, without a port that is the default of HTTP or HTTPS. */
const hostOf = (url: string): string =>
  originOf(url)
    .replace(/^\w+:\/\//, '')
    .replace(/:(80|443)$/, '');

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
    ? (value as Record<string, unknown>)
    : null;

const own = (record: Record<string, unknown> | null, key: string): unknown =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Some services send counts as text. */
function count(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return Number.isInteger(number) && (number as number) >= 0 ? (number as number) : null;
}
