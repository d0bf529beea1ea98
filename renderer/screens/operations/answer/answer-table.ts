import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { isObject, type Json, type JsonObject } from '../../../forms/json/json.ts';

/** A collection as rows, with the columns that say most. */
export interface AnswerTable {
  columns: string[];
  rows: JsonObject[];
  /** How many things there are in all, if the answer says so; else `null`. */
  total: number | null;
}

const mostColumns = 8;
const lookedAt = 50;
const first = [
  'id',
  'uuid',
  'name',
  'slug',
  'title',
  'label',
  'status',
  'state',
  'phase',
  'type',
  'ip',
  'region',
  'size',
  'size_slug',
  'created_at',
];

/** The collection in an answer; `null` if there is none or it is empty. Things that are not objects get one column, `value`. */
export function tableOf(operation: Operation, body: Json): AnswerTable | null {
  if (!isObject(body)) return rowsTable(body, body);
  if (operation.collectionKey === null) return null;
  const listed = body[operation.collectionKey];
  if (operation.isCollectionMap && isObject(listed)) {
    return rowsTable(
      Object.entries(listed).map(([id, row]) => (isObject(row) ? { id, ...row } : { id, value: row })),
      body,
    );
  }
  return rowsTable(listed, body);
}

function rowsTable(listed: Json | undefined, body: Json): AnswerTable | null {
  if (!Array.isArray(listed) || listed.length === 0) return null;
  const rows = listed.map((row): JsonObject => (isObject(row) ? row : { value: row }));
  return { columns: columnsOf(rows), rows, total: totalOf(body) };
}

/**
 * Names of the columns: well-known fields first, then in the order of the answer. Fields that a cell cannot show are left out.
 */
function columnsOf(rows: readonly JsonObject[]): string[] {
  const plain = new Map<string, number>();
  for (const row of rows.slice(0, lookedAt)) {
    for (const [name, value] of Object.entries(row)) {
      if (cellText(value) !== '') plain.set(name, (plain.get(name) ?? 0) + 1);
    }
  }
  const names = [...plain.keys()].map((name, index) => ({ name, key: rank(name) * 1000 + index }));
  return names
    .sort((one, other) => one.key - other.key)
    .slice(0, mostColumns)
    .map(({ name }) => name);
}

const rank = (name: string): number => {
  const at = first.indexOf(name);
  return at < 0 ? first.length : at;
};

/** Text of a cell: a simple value as it is, an object by its slug or name, an array of simple values joined; '' for all else. */
export function cellText(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object') ? value.join(', ') : '';
  if (typeof value !== 'object') return String(value);
  const name = value.slug ?? value.name;
  return typeof name === 'string' ? name : '';
}

/** How many things there are in all. Listings say so in one of three places. */
function totalOf(body: Json): number | null {
  if (!isObject(body)) return null;
  const meta = body.meta;
  const candidates = [isObject(meta) ? meta.total : undefined, body.total, body.total_items];
  return candidates.find((value) => typeof value === 'number') ?? null;
}
