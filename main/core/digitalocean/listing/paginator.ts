import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Collection } from '../api.ts';
import type { PaginationKind } from '../catalogue/types.ts';
import { type Item, isOwnLink, type Page } from './page-shape.ts';

/** Largest page of the API where the operation declares no other bound. */
export const largestPage = 200;

/** How often a listing that shifts is read before it is called incomplete. */
export const maximumTakes = 3;

/** A listing that never ends is ended here: 10,000 pages of 200 are more than any account holds. */
const maximumPages = 10_000;

/** Some more than may be on their way at once: the rest are here and wait for their turn to be parsed. */
const pagesAtOnce = 16;

/** How to get at the pages of one listing. */
export interface PageSource {
  pagination: PaginationKind;
  /** Items asked for on a page. */
  pageSize: number;
  /** Fetches one page: by number from 1, or where `query` says. `signal` ends it with the rest of its take. */
  fetch(position: { page: number; query?: Record<string, string> }, signal: AbortSignal): Promise<Outcome<FetchedPage>>;
  /** Makes the failures that only a listing has. */
  fail(kind: 'incomplete-list' | 'bad-answer' | 'foreign-link', attempts: number): Failure;
}

export interface FetchedPage {
  page: Page;
  /** URL it was asked at. */
  url: string;
  attempts: number;
}

/** How one reading of the whole listing ended. `shifted`: it changed meanwhile, so what was read is worth nothing. */
type Take = { type: 'whole'; items: Item[] } | { type: 'shifted' } | { type: 'failed'; failure: Failure };

/**
 * Reads every page. The first tells how many there are, the rest come in parallel; a total that changes, an id that turns up
 * twice or a sum that does not fit means that the list moved while it was read, and it is read again. What comes back is
 * complete or a failure, never silently short.
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
  // A server that gives fewer than were asked for has a smaller largest page; the numbers go by that.
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
    // What is still on its way is of no use; its requests need not be read to the end.
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

/** No total: page after page until one is short, or the links say that it was the last. */
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

/** Where the answer itself says how to go on: by link or by cursor, one after the other. */
async function follow(source: PageSource, first: FetchedPage, abort: AbortController): Promise<Take> {
  const read = [first.page];
  const visited = new Set<string>();
  let total = first.page.total;
  for (let query = onward(source, first.page); query !== null; ) {
    const position = JSON.stringify(query);
    // A link that leads back would go round for ever.
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

/** All items in order, each once. An id seen twice or a wrong sum: an item moved between pages. */
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
