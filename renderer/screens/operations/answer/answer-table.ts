import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { isObject, type Json, type JsonObject } from '../../../forms/json/json.ts';

/** A collection as rows and the columns that say most. */
export interface AnswerTable {
  columns: string[];
  rows: JsonObject[];
  /** How many there are in all, where the answer says so. */
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

/** The collection in an answer; `null` where it holds none, or things that are no objects. */
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

/** Plain values first in the order in which people look for them; parts only where nothing plain is left. */
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

/** What a cell shows: plain values as they are, a thing by its name, lists of plain values joined; '' for the rest. */
export function cellText(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object') ? value.join(', ') : '';
  if (typeof value !== 'object') return String(value);
  const name = value.slug ?? value.name;
  return typeof name === 'string' ? name : '';
}

/** The three ways in which listings say how many things there are. */
function totalOf(body: Json): number | null {
  if (!isObject(body)) return null;
  const meta = body.meta;
  const candidates = [isObject(meta) ? meta.total : undefined, body.total, body.total_items];
  return candidates.find((value) => typeof value === 'number') ?? null;
}
