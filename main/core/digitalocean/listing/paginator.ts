import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Collection } from '../api.ts';
import type { PaginationKind } from '../catalogue/types.ts';
import { type Item, isOwnLink, type Page } from './page-shape.ts';

/** Items on a page at most, where the operation declares no other bound. The API's default is 20. */
export const largestPage = 200;

/** How many times a listing that keeps changing is read before it counts as incomplete. */
export const maximumTakes = 3;

/** Stops a listing that never ends. 10,000 pages of 200 items are more than any account holds. */
const maximumPages = 10_000;

/** More than the ten requests that may be in flight, so that the line is busy while earlier pages wait to be parsed. */
const pagesAtOnce = 16;

/** Where the pages of one listing come from. */
export interface PageSource {
  pagination: PaginationKind;
  /** Items to ask for on each page. */
  pageSize: number;
  /** Fetches one page: by its number from 1, or where `query` points. `signal` aborts it when the reading is given up. */
  fetch(position: { page: number; query?: Record<string, string> }, signal: AbortSignal): Promise<Outcome<FetchedPage>>;
  /** Makes a failure that only a listing can have. */
  fail(kind: 'incomplete-list' | 'bad-answer' | 'foreign-link', attempts: number): Failure;
}

/** A page, with what its listing needs to know about the request. */
export interface FetchedPage {
  page: Page;
  /** URL of the request. */
  url: string;
  /** Requests that it cost. */
  attempts: number;
}

/** How one reading of the whole listing ended. `shifted`: it changed while it was read, so the result is thrown away. */
type Take = { type: 'whole'; items: Item[] } | { type: 'shifted' } | { type: 'failed'; failure: Failure };

/**
 * Reads every page. The first page says how many there are, and the rest are read in parallel. A total that changes, an id
 * that appears twice or a wrong number of items means that the list changed while it was read; then it is read again. The
 * result is complete or a failure, never silently short. `attempts` counts the requests of all readings.
 */
export async function readAllPages(source: PageSource): Promise<Outcome<Collection>> {
  let attempts = 0;
  const counted: PageSource = {
    ...source,
    async fetch(position, signal) {
      const fetched = await source.fetch(position, signal);
      attempts += fetched.ok ? fetched.value.attempts : (fetched.failure.attempts ?? 0);
      return fetched;
    },
  };
  for (let take = 1; take <= maximumTakes; take += 1) {
    const taken = await readOnce(counted);
    if (taken.type === 'failed') return failed({ ...taken.failure, attempts });
    if (taken.type === 'whole') {
      return success({ items: taken.items.map(({ value }) => value), total: taken.items.length, attempts });
    }
  }
  return failed(source.fail('incomplete-list', attempts));
}

async function readOnce(source: PageSource): Promise<Take> {
  const abort = new AbortController();
  const first = await source.fetch({ page: 1 }, abort.signal);
  if (!first.ok) return { type: 'failed', failure: first.failure };
  const { page } = first.value;
  if (source.pagination === 'none') return merge([page], null);
  if (isForeign(source, first.value)) return foreign(source, first.value);
  if (source.pagination === 'cursor' || source.pagination === 'links-only') return follow(source, first.value, abort);
  if (page.total === null) return untilShort(source, first.value, abort);
  // A server that returns fewer items than asked for has smaller pages, and page numbers count in those.
  const size = page.items.length < page.total ? Math.min(source.pageSize, page.items.length) : source.pageSize;
  if (size === 0) return { type: 'shifted' };
  return inParallel(source, page, Math.ceil(page.total / size), abort);
}

async function inParallel(source: PageSource, first: Page, pages: number, abort: AbortController): Promise<Take> {
  if (pages > maximumPages) return { type: 'failed', failure: source.fail('bad-answer', 0) };
  const read: Page[] = [first];
  let nextPage = 2;
  let ended: Take | null = null;
  function stop(take: Take): void {
    ended ??= take;
    // The other pages are useless now, so their requests need not be read to the end.
    abort.abort();
  }
  async function work(): Promise<void> {
    while (nextPage <= pages && ended === null) {
      const number = nextPage;
      nextPage += 1;
      const fetched = await source.fetch({ page: number }, abort.signal);
      if (!fetched.ok) return stop({ type: 'failed', failure: fetched.failure });
      if (isForeign(source, fetched.value)) return stop(foreign(source, fetched.value));
      if (fetched.value.page.total !== first.total) return stop({ type: 'shifted' });
      read[number - 1] = fetched.value.page;
    }
  }
  await Promise.all(Array.from({ length: Math.min(pagesAtOnce, pages - 1) }, work));
  return ended ?? merge(read, first.total);
}

/** Without a total: reads page after page until one is short or its links name no next page. */
async function untilShort(source: PageSource, first: FetchedPage, abort: AbortController): Promise<Take> {
  const read = [first.page];
  for (let last = first.page; hasMore(source, last); ) {
    if (read.length >= maximumPages) return { type: 'failed', failure: source.fail('bad-answer', 0) };
    const fetched = await source.fetch({ page: read.length + 1 }, abort.signal);
    if (!fetched.ok) return { type: 'failed', failure: fetched.failure };
    if (isForeign(source, fetched.value)) return foreign(source, fetched.value);
    last = fetched.value.page;
    read.push(last);
  }
  return merge(read, null);
}

function hasMore({ pageSize }: PageSource, { items, hasLinks, next }: Page): boolean {
  return hasLinks ? next !== null : items.length > 0 && items.length >= pageSize;
}

/** Reads page after page by the link or the cursor that each answer contains. */
async function follow(source: PageSource, first: FetchedPage, abort: AbortController): Promise<Take> {
  const read = [first.page];
  const visited = new Set<string>();
  let total = first.page.total;
  for (let query = onward(source, first.page); query !== null; ) {
    const position = JSON.stringify(query);
    // A link back to an earlier page would go on for ever.
    if (visited.has(position) || read.length >= maximumPages) return { type: 'failed', failure: source.fail('bad-answer', 0) };
    visited.add(position);
    const fetched = await source.fetch({ page: read.length + 1, query }, abort.signal);
    if (!fetched.ok) return { type: 'failed', failure: fetched.failure };
    if (isForeign(source, fetched.value)) return foreign(source, fetched.value);
    const { page } = fetched.value;
    if (page.total !== null && total !== null && page.total !== total) return { type: 'shifted' };
    total ??= page.total;
    read.push(page);
    query = onward(source, page);
  }
  return merge(read, total);
}

/** Query of the next page, from the cursor or the link; null on the last page. */
function onward({ pagination }: PageSource, { next, after }: Page): Record<string, string> | null {
  if (pagination === 'cursor') return after === null ? null : { after };
  const search = next === null ? '' : (next.split('#', 1)[0]?.split('?')[1] ?? '');
  return search === '' ? null : Object.fromEntries(new URLSearchParams(search));
}

function isForeign({ pagination }: PageSource, { page, url }: FetchedPage): boolean {
  return page.next !== null && !isOwnLink(page.next, url, pagination === 'links-only');
}

const foreign = (source: PageSource, { attempts }: FetchedPage): Take => ({
  type: 'failed',
  failure: source.fail('foreign-link', attempts),
});

/** All items in order. `shifted` when an id appears twice or their number is not the total: items moved between pages. */
function merge(pages: readonly Page[], total: number | null): Take {
  const keys = new Set<string | number>();
  const items: Item[] = [];
  for (const page of pages) {
    for (const item of page.items) {
      if (item.key !== null && pages.length > 1) {
        if (keys.has(item.key)) return { type: 'shifted' };
        keys.add(item.key);
      }
      items.push(item);
    }
  }
  return total !== null && items.length !== total ? { type: 'shifted' } : { type: 'whole', items };
}
