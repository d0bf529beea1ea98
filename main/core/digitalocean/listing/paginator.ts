import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Collection } from '../api.ts';
import { type Item, type Page, targetOf } from './page-shape.ts';
import { counting, type FetchedPage, type PageSource } from './page-source.ts';

/** Items on a page at most, where the operation declares no other bound. The API's default is 20. */
export const largestPage = 200;

/** How many times a listing that keeps changing is read before it counts as incomplete. */
export const maximumTakes = 3;

/** Stops a listing that never ends. 10,000 pages of 200 items are more than any account holds. */
const maximumPages = 10_000;

/** More than the ten requests that may be in flight, so that the line is busy while earlier pages wait to be parsed. */
const pagesAtOnce = 16;

/** Why the number of items may be wrong although every page was read: the total says another, or a page brought nothing new. */
export type Doubt = { kind: 'other-total'; total: number } | { kind: 'nothing-new' };

/** A collection with the doubt about it, if there is one. */
export type Listed = Omit<Collection, 'warnings' | 'isShort' | 'leftOut'> & { doubt: Doubt | null };

/** How one reading of the whole listing ended. `shifted`: it changed while it was read, so the result is thrown away. */
type Take = { type: 'whole'; items: Item[]; doubt: Doubt | null } | { type: 'shifted' } | { type: 'failed'; failure: Failure };

/**
 * Reads every page. The first page says how many there are, and the rest are read in parallel. A total that changes, or an id
 * that appears twice among new ones, means that the list changed while it was read; then it is read again. So it is when the
 * total disagrees with the items or a page brings nothing new; if the second reading finds the same, the server's numbers or
 * links are wrong, and what is there is the list. The result is complete or a failure, never silently short. `attempts` counts
 * the requests of all readings.
 */
export async function readAllPages(source: PageSource): Promise<Outcome<Listed>> {
  const counted = counting(source);
  let found: string | null = null;
  for (let take = 1; take <= maximumTakes; take += 1) {
    const taken = await readOnce(counted.source);
    if (taken.type === 'failed') return failed({ ...taken.failure, attempts: counted.attempts() });
    const before: string | null = found;
    found = taken.type === 'whole' && taken.doubt ? JSON.stringify([taken.doubt, taken.items.map(identityOf)]) : null;
    if (taken.type === 'whole' && (taken.doubt === null || found === before)) {
      const values = taken.items.map(({ value }) => value);
      return success({ items: values, total: values.length, attempts: counted.attempts(), doubt: taken.doubt });
    }
  }
  return failed(source.fail('incomplete-list', counted.attempts()));
}

/** What tells an item from others: its key, or all of it where it has none. */
const identityOf = ({ key, value }: Item): string | number => key ?? JSON.stringify(value) ?? '';

async function readOnce(source: PageSource): Promise<Take> {
  const abort = new AbortController();
  const first = await source.fetch({ page: 1 }, abort.signal);
  if (!first.ok) return { type: 'failed', failure: first.failure };
  const { page } = first.value;
  if (source.pagination === 'none') return merge([page], null);
  const refused = refusedLink(source, first.value);
  if (refused) return refused;
  if (source.pagination === 'cursor' || source.pagination === 'links-only') return follow(source, first.value, abort);
  if (page.total === null) return untilShort(source, first.value, abort);
  // Nothing, although the total says otherwise: no reading of other pages can tell which of the two is wrong.
  if (page.items.length === 0 && page.total > 0) return { type: 'shifted' };
  if (page.items.length >= Math.min(source.pageSize, page.total)) {
    return inParallel(source, [page], Math.ceil(page.total / source.pageSize), abort);
  }
  // Fewer items than asked for: either the server's pages are smaller, and page numbers count in those, or the total is wrong.
  // The second page tells, before all the others are asked for.
  const second = await source.fetch({ page: 2 }, abort.signal);
  if (!second.ok) return { type: 'failed', failure: second.failure };
  if (second.value.page.total !== page.total) return { type: 'shifted' };
  const both = [page, second.value.page];
  if (isRepeat(second.value.page, headsOf([page]))) return merge(both, page.total);
  return inParallel(source, both, Math.ceil(page.total / page.items.length), abort);
}

/** Reads the pages after those that are `known`, several at once. */
async function inParallel(source: PageSource, known: readonly Page[], pages: number, abort: AbortController): Promise<Take> {
  if (pages > maximumPages) return { type: 'failed', failure: source.fail('bad-answer', 0) };
  const read: Page[] = [...known];
  const total = known[0]?.total ?? null;
  const heads = headsOf(known);
  let nextPage = known.length + 1;
  let lastPage = pages;
  let ended: Take | null = null;
  function stop(take: Take): void {
    ended ??= take;
    // The other pages are useless now, so their requests need not be read to the end.
    abort.abort();
  }
  async function work(): Promise<void> {
    while (nextPage <= lastPage && ended === null) {
      const number = nextPage;
      nextPage += 1;
      const fetched = await source.fetch({ page: number }, abort.signal);
      if (!fetched.ok) return stop({ type: 'failed', failure: fetched.failure });
      const refused = refusedLink(source, fetched.value);
      if (refused) return stop(refused);
      const { page } = fetched.value;
      if (page.total !== total) return stop({ type: 'shifted' });
      read[number - 1] = page;
      // The pages behind it bring nothing either, so they are not asked for. `merge` looks again, at all items and in order.
      if (isRepeat(page, heads)) lastPage = Math.min(lastPage, number);
    }
  }
  await Promise.all(Array.from({ length: Math.min(pagesAtOnce, pages - known.length) }, work));
  return ended ?? merge(read, total);
}

/** Without a total: reads page after page until one is short or its links name no next page. */
async function untilShort(source: PageSource, first: FetchedPage, abort: AbortController): Promise<Take> {
  const read = [first.page];
  const heads = headsOf(read);
  for (let last = first.page; hasMore(source, last); ) {
    if (read.length >= maximumPages) return { type: 'failed', failure: source.fail('bad-answer', 0) };
    const fetched = await source.fetch({ page: read.length + 1 }, abort.signal);
    if (!fetched.ok) return { type: 'failed', failure: fetched.failure };
    const refused = refusedLink(source, fetched.value);
    if (refused) return refused;
    last = fetched.value.page;
    read.push(last);
    if (isRepeat(last, heads)) break;
  }
  return merge(read, null);
}

function hasMore({ pageSize }: PageSource, { items, hasLinks, next }: Page): boolean {
  return hasLinks ? next !== null : items.length > 0 && items.length >= pageSize;
}

/** Reads page after page by the link or the cursor that each answer contains. */
async function follow(source: PageSource, first: FetchedPage, abort: AbortController): Promise<Take> {
  const read = [first.page];
  const heads = headsOf(read);
  const visited = new Set<string>();
  let { total } = first.page;
  for (let query = onward(source, first.page); query !== null; ) {
    const position = JSON.stringify(query);
    // A link back to an earlier page would go on for ever.
    if (visited.has(position)) return doubted(merge(read, total));
    if (read.length >= maximumPages) return { type: 'failed', failure: source.fail('bad-answer', 0) };
    visited.add(position);
    const fetched = await source.fetch({ page: read.length + 1, query }, abort.signal);
    if (!fetched.ok) return { type: 'failed', failure: fetched.failure };
    const refused = refusedLink(source, fetched.value);
    if (refused) return refused;
    const { page } = fetched.value;
    if (page.total !== null && total !== null && page.total !== total) return { type: 'shifted' };
    total ??= page.total;
    read.push(page);
    if (isRepeat(page, heads)) break;
    query = onward(source, page);
  }
  return merge(read, total);
}

const doubted = (take: Take): Take => (take.type === 'whole' ? { ...take, doubt: take.doubt ?? { kind: 'nothing-new' } } : take);

/** Query of the next page, from the cursor or the link; null on the last page. */
function onward({ pagination }: PageSource, { next, after }: Page): Record<string, string> | null {
  if (pagination === 'cursor') return after === null ? null : { after };
  const search = next === null ? '' : (next.split('#', 1)[0]?.split('?')[1] ?? '');
  return search === '' ? null : Object.fromEntries(new URLSearchParams(search));
}

/**
 * A link that must not be followed: to another server, which would get the token, or to no address at all. The links of
 * numbered pages are not followed, so only another server in them is remarkable: the answer may not be the API's.
 */
function refusedLink({ pagination, fail }: PageSource, { page, url, attempts }: FetchedPage): Take | null {
  const target = page.next === null ? 'same-server' : targetOf(page.next, url);
  if (target === 'other-server') return { type: 'failed', failure: fail('foreign-link', attempts) };
  if (target === 'nowhere' && pagination === 'links-only') return { type: 'failed', failure: fail('no-link', attempts) };
  return null;
}

/** The first items of pages. Cheap to keep, and a page that comes again begins with the same one. */
const headsOf = (pages: readonly Page[]): Set<string | number> => {
  const heads = new Set<string | number>();
  for (const page of pages) isRepeat(page, heads);
  return heads;
};

/** Whether a page is empty or begins like an earlier one. Notes its first item. */
function isRepeat({ items: [first] }: Page, heads: Set<string | number>): boolean {
  const head = first === undefined ? null : identityOf(first);
  if (head === null || heads.has(head)) return true;
  heads.add(head);
  return false;
}

const bringsNothing = ({ items }: Page, seen: ReadonlySet<string | number>): boolean =>
  items.every((item) => seen.has(identityOf(item)));

/**
 * All items in order, up to the first page that brings nothing new. `shifted` when an id appears twice among new ones: items
 * moved between pages.
 */
function merge(pages: readonly Page[], total: number | null): Take {
  const seen = new Set<string | number>();
  const items: Item[] = [];
  let hasRepeat = false;
  for (const [index, page] of pages.entries()) {
    if (index > 0 && bringsNothing(page, seen)) {
      hasRepeat = page.items.length > 0;
      break;
    }
    for (const item of page.items) {
      if (item.key !== null && pages.length > 1 && seen.has(item.key)) return { type: 'shifted' };
      seen.add(identityOf(item));
      items.push(item);
    }
  }
  if (total !== null && items.length !== total) return { type: 'whole', items, doubt: { kind: 'other-total', total } };
  return { type: 'whole', items, doubt: hasRepeat ? { kind: 'nothing-new' } : null };
}
