import type { PaginationKind } from '../../core/digitalocean/catalogue/types.ts';
import { isRow, type Row, type Table } from '../world/table.ts';
import type { Call, Reply } from './call.ts';
import { badRequest, unprocessable } from './problem.ts';

const defaultSize = 20;
const largestSize = 200;
const largestFreeSize = 1000;

interface Page {
  number: number;
  size: number;
}

/** The page that a query asks for. Refuses a value that is not a number with 400, and one out of bounds with 422. */
function pageOf(call: Call, kind: PaginationKind): Page {
  const isFree = kind === 'page-genai' || kind === 'page-flat' || kind === 'cursor';
  const number = wholeOf(call, 'page', 1, Number.MAX_SAFE_INTEGER);
  const size = wholeOf(call, call.operation.pageSizeParameter ?? 'per_page', defaultSize, isFree ? largestFreeSize : largestSize);
  return { number, size };
}

function wholeOf(call: Call, name: string, absent: number, highest: number): number {
  const given = call.query.get(name);
  if (given === null || given === '') return absent;
  if (!/^-?\d+$/.test(given)) throw badRequest(`${name} must be a whole number`);
  const value = Number(given);
  if (value < 1 || value > highest) throw unprocessable(`${name} must be between 1 and ${highest}`);
  return value;
}

/** Pages that were already put together. They are used until their list changes. */
const pages = new WeakMap<readonly Row[], Map<string, Buffer>>();

function pageText(table: Table, rows: readonly Row[], { number, size }: Page): Buffer {
  const known = pages.get(rows) ?? new Map<string, Buffer>();
  pages.set(rows, known);
  const key = `${number}/${size}`;
  const kept = known.get(key);
  if (kept) return kept;
  const start = (number - 1) * size;
  const made = Buffer.from(
    rows
      .slice(start, start + size)
      .map((row) => table.jsonOf(row))
      .join(','),
  );
  known.set(key, made);
  return made;
}

/** A list's answer in its operation's kind of paging: the rows, with links and counts around them. */
export function listReply(call: Call, table: Table, rows: readonly Row[] = table.list(), beside: Row = {}): Reply {
  const { pagination, collectionKey } = call.operation;
  const key = JSON.stringify(collectionKey ?? 'items');
  if (pagination === 'cursor') return cursorReply(call, table, rows, beside);
  if (pagination === 'none')
    return { status: 200, parts: parts(key, pageText(table, rows, { number: 1, size: Math.max(1, rows.length) }), beside) };
  const page =
    pagination === 'links-only' && !call.query.has('page') && !call.query.has('per_page')
      ? { number: 1, size: largestSize }
      : pageOf(call, pagination);
  const around = { ...beside, ...frameOf(call, page, rows.length) };
  return { status: 200, parts: parts(key, pageText(table, rows, page), around) };
}

function parts(key: string, rows: Buffer, around: Row): (string | Buffer)[] {
  const rest = JSON.stringify(around);
  return [`{${key}:[`, rows, rest === '{}' ? ']}' : `],${rest.slice(1)}`];
}

/** Links and counts. Each kind of paging spells them differently. */
function frameOf(call: Call, page: Page, total: number): Row {
  const last = Math.max(1, Math.ceil(total / page.size));
  const kind = call.operation.pagination;
  if (kind === 'page-flat') {
    const isShort = call.operation.id === 'vectorDatabases_list';
    return isShort ? { total } : { total_items: total, total_pages: last, current_page: page.number };
  }
  const isGenai = kind === 'page-genai' || call.operation.path.startsWith('/v2/gen-ai');
  const previous = isGenai ? 'previous' : 'prev';
  const links: Row = {};
  if (page.number > 1) {
    links.first = linkTo(call, page, 1);
    links[previous] = linkTo(call, page, Math.min(page.number - 1, last));
  }
  if (page.number < last) {
    links.next = linkTo(call, page, page.number + 1);
    links.last = linkTo(call, page, last);
  }
  const meta = isGenai ? { page: page.number, pages: last, total } : { total };
  return { links: Object.keys(links).length > 0 ? { pages: links } : {}, meta };
}

function linkTo(call: Call, { size }: Page, number: number): string {
  const query = new URLSearchParams(call.query);
  query.set('page', String(number));
  // A request that names no size may get a larger first page. The next pages must have that size too.
  if (call.operation.pagination === 'links-only') query.set('per_page', String(size));
  const path = call.pathname.split('/').map(encodeURIComponent).join('/');
  return `${call.world.baseUrl()}${path}?${query}`;
}

function cursorReply(call: Call, table: Table, rows: readonly Row[], beside: Row): Reply {
  const size = wholeOf(call, call.operation.pageSizeParameter ?? 'limit', defaultSize, largestFreeSize);
  const after = call.query.get('after');
  const idOf = (row: Row | undefined) => (row && isRow(row) ? row[table.idField] : null);
  const start = after === null ? 0 : rows.findIndex((row) => idOf(row) === after) + 1;
  const shown = rows.slice(start, start + size);
  const around = {
    ...beside,
    has_more: start + size < rows.length,
    first_id: idOf(shown[0]) ?? null,
    last_id: idOf(shown.at(-1)) ?? null,
  };
  const key = JSON.stringify(call.operation.collectionKey ?? 'data');
  return { status: 200, parts: parts(key, Buffer.from(shown.map((row) => table.jsonOf(row)).join(',')), around) };
}
