import { type Failure, failed, type Outcome } from '../../../../preload/contract/failure.ts';
import type { PaginationKind } from '../catalogue/types.ts';
import type { Page } from './page-shape.ts';

/** Where the pages of one listing come from. */
export interface PageSource {
  pagination: PaginationKind;
  /** Items to ask for on each page. */
  pageSize: number;
  /** Fetches one page: by its number from 1, or where `query` points. `signal` aborts it when the reading is given up. */
  fetch(position: { page: number; query?: Record<string, string> }, signal: AbortSignal): Promise<Outcome<FetchedPage>>;
  /** Makes a failure that only a listing can have. */
  fail(kind: 'incomplete-list' | 'bad-answer' | 'foreign-link' | 'no-link' | 'thin-pages', attempts: number): Failure;
}

/** A page, with what its listing needs to know about the request. */
export interface FetchedPage {
  page: Page;
  /** URL of the request. */
  url: string;
  /** Requests that it cost. */
  attempts: number;
}

/** A server whose pages hold next to nothing would use up the requests of everything else. Fifty pages show it. */
const fewestItems = 5;
const thinFrom = 50;

/** The same pages, with the requests that they cost counted over all readings. It fails once the pages turn out to be thin. */
export function counting(source: PageSource): { source: PageSource; attempts(): number } {
  let attempts = 0;
  let pages = 0;
  let items = 0;
  return {
    source: {
      ...source,
      async fetch(position, signal) {
        const fetched = await source.fetch(position, signal);
        attempts += fetched.ok ? fetched.value.attempts : (fetched.failure.attempts ?? 0);
        if (!fetched.ok) return fetched;
        pages += 1;
        items += fetched.value.page.items.length;
        return pages >= thinFrom && items < pages * fewestItems ? failed(source.fail('thin-pages', attempts)) : fetched;
      },
    },
    attempts: () => attempts,
  };
}
