/** One thing in the API's form, with names in snake case. Never changed in place; use `Table.change`. */
export type Row = Record<string, unknown>;

/**
 * The things of one collection, in their order. A row's JSON is made once and kept until the row changes, so that a page of
 * 200 droplets is joined from text.
 */
export class Table {
  /** Property that identifies a row. */
  readonly idField: string;
  /** Grows with every change. */
  version = 0;
  readonly #rows = new Map<string, Row>();
  readonly #json = new WeakMap<Row, string>();
  #list: readonly Row[] | null = null;

  constructor(idField: string, rows: readonly Row[] = []) {
    this.idField = idField;
    for (const row of rows) this.add(row);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Every row, the oldest first. The same array until something changes. */
  list(): readonly Row[] {
    this.#list ??= [...this.#rows.values()];
    return this.#list;
  }

  find(id: unknown): Row | undefined {
    return this.#rows.get(String(id));
  }

  /** Adds a row, or replaces the row with the same id. */
  add(row: Row): Row {
    this.#rows.set(String(row[this.idField]), row);
    this.#touch();
    return row;
  }

  /** Replaces the given properties of a row and returns the new row; `undefined` when there is no such row. */
  change(id: unknown, patch: Row): Row | undefined {
    const before = this.find(id);
    if (!before) return undefined;
    const after = { ...before, ...patch };
    const key = String(after[this.idField]);
    if (key !== String(id)) this.#rows.delete(String(id));
    this.#rows.set(key, after);
    this.#touch();
    return after;
  }

  remove(id: unknown): Row | undefined {
    const row = this.find(id);
    if (row) {
      this.#rows.delete(String(id));
      this.#touch();
    }
    return row;
  }

  jsonOf(row: Row): string {
    const known = this.#json.get(row);
    if (known !== undefined) return known;
    const made = JSON.stringify(row);
    this.#json.set(row, made);
    return made;
  }

  #touch(): void {
    this.version += 1;
    this.#list = null;
  }
}

/** A text in a row; '' when it has none. */
export function textOf(row: Row | undefined, name: string): string {
  const value = row?.[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A list in a row; an empty one when it has none. */
export function listOf(row: Row | undefined, name: string): readonly unknown[] {
  const value = row?.[name];
  return Array.isArray(value) ? value : [];
}

/** Whether a value is an object and not a list. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object in a row; an empty one when it has none. */
export function rowOf(row: Row | undefined, name: string): Row {
  const value = row?.[name];
  return isRow(value) ? value : {};
}
