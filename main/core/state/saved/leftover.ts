import { isSame } from '../../same.ts';

/**
 * What a document holds that this version did not understand: another version wrote it, or a hand. It is written back
 * unchanged, so that neither an older nor a newer version costs anything.
 */
export interface Leftover {
  /** Fields that this version does not know. */
  fields: ReadonlyMap<string, unknown>;
  /** Of fields that it knows, what it did not understand in them. */
  inner: ReadonlyMap<string, Leftover>;
  /** Rows of a list that it could not read, by their key. */
  rows: ReadonlyMap<string, unknown>;
  /** Of rows that it read, what it did not understand in them, by their key. */
  inRows: ReadonlyMap<string, Leftover>;
  /** A value that it replaced by a default. It stays until the value is another than that default. */
  replaced: { found: unknown; by: unknown } | null;
}

/** Whether a leftover of that field is out of date, because newer data has taken its place. `content` is what is written. */
export type IsStale = (content: Readonly<Record<string, unknown>>, field: string) => boolean;

const nothing: Leftover = { fields: new Map(), inner: new Map(), rows: new Map(), inRows: new Map(), replaced: null };

/**
 * What is in `found` and not in `written`, which is what this version would write of what it read there. Takes time in
 * proportion to both. `null`: nothing.
 */
export function leftoverOf(found: unknown, written: unknown): Leftover | null {
  if (isRecord(found) && isRecord(written)) return ofFields(found, written);
  if (Array.isArray(found) && Array.isArray(written)) return ofRows(found, written);
  return isSame(found, written) ? null : { ...nothing, replaced: { found, by: written } };
}

/** How many values are left over. */
export const sizeOf = ({ fields, inner, rows, inRows, replaced }: Leftover): number =>
  fields.size +
  rows.size +
  (replaced ? 1 : 0) +
  [...inner.values(), ...inRows.values()].reduce((sum, left) => sum + sizeOf(left), 0);

function ofFields(found: Readonly<Record<string, unknown>>, written: Readonly<Record<string, unknown>>): Leftover | null {
  const fields = new Map<string, unknown>();
  const inner = new Map<string, Leftover>();
  for (const [name, value] of Object.entries(found)) {
    if (!Object.hasOwn(written, name)) fields.set(name, value);
    else {
      const left = leftoverOf(value, written[name]);
      if (left) inner.set(name, left);
    }
  }
  return fields.size + inner.size === 0 ? null : { ...nothing, fields, inner };
}

function ofRows(found: readonly unknown[], written: readonly unknown[]): Leftover | null {
  const known = new Map(written.map((row) => [keyOf(row), row]));
  const rows = new Map<string, unknown>();
  const inRows = new Map<string, Leftover>();
  const seen = new Set<string>();
  for (const row of found) {
    const key = keyOf(row);
    // Of two rows with the same key the first one counts, here as everywhere.
    if (seen.has(key)) continue;
    seen.add(key);
    const own = known.get(key);
    if (own === undefined) rows.set(key, row);
    // Nearly every row is the same: the quick look spares the thorough one.
    else if (isRecord(row) && !isSame(row, own)) {
      const left = leftoverOf(row, own);
      if (left) inRows.set(key, left);
    }
  }
  return rows.size + inRows.size === 0 ? null : { ...nothing, rows, inRows };
}

/** `content` with what was left over, which never replaces anything that this version wrote itself. */
export function withLeftover(content: unknown, leftover: Leftover, isStale: IsStale = () => false): unknown {
  if (leftover.replaced) return isSame(content, leftover.replaced.by) ? leftover.replaced.found : content;
  if (Array.isArray(content)) return withRows(content, leftover, isStale);
  if (!isRecord(content)) return content;
  const own = Object.entries(content).map(([name, value]) => {
    const left = leftover.inner.get(name);
    return [name, left && !isStale(content, name) ? withLeftover(value, left, isStale) : value] as const;
  });
  const others = [...leftover.fields].filter(([name]) => !Object.hasOwn(content, name));
  return Object.fromEntries([...own, ...others]);
}

/** The rows that could not be read come last. One that this version has written meanwhile is not repeated. */
function withRows(content: readonly unknown[], { rows, inRows }: Leftover, isStale: IsStale): unknown[] {
  const keys = new Set<string>();
  const own = content.map((row) => {
    const key = keyOf(row);
    keys.add(key);
    const left = inRows.get(key);
    return left ? withLeftover(row, left, isStale) : row;
  });
  return [...own, ...[...rows].flatMap(([key, row]) => (keys.has(key) ? [] : [row]))];
}

/** Fields by which the rows of Buoy's documents are told apart. */
const identifiers = ['id', 'key', 'checkId', 'dropletId'];

/** A pair is told apart by its first part, and a row without any identifier by all that it holds. */
function keyOf(row: unknown): string {
  if (Array.isArray(row) && row.length === 2) return `pair ${JSON.stringify(row[0])}`;
  const name = isRecord(row) ? identifiers.find((one) => Object.hasOwn(row, one)) : undefined;
  return name !== undefined && isRecord(row) ? `${name} ${JSON.stringify(row[name])}` : JSON.stringify(row);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
