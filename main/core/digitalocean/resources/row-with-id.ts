type Row = Readonly<Record<string, unknown>>;

/** Where the API keeps the id of a thing, the most telling first. */
const usualFields = ['id', 'uuid', 'urn', 'name', 'slug', 'ip'] as const;

const has = (row: Row, field: string, id: string): boolean => {
  const value = row[field];
  return (typeof value === 'string' || typeof value === 'number') && String(value) === id;
};

/**
 * The row of a listing whose thing has that id in requests; `undefined`: none has. Some families keep it in a field of their own,
 * such as `access_key`, or in a part, such as `destination.id`, or at the end of a URN: that is looked for when no usual field has it.
 */
export function rowWithId<R extends Row>(rows: readonly R[], id: string): R | undefined {
  for (const field of usualFields) {
    const found = rows.find((row) => has(row, field, id));
    if (found) return found;
  }
  return (
    rows.find((row) => Object.keys(row).some((field) => has(row, field, id))) ??
    rows.find((row) => typeof row.urn === 'string' && row.urn.endsWith(`:${id}`)) ??
    rows.find((row) => Object.values(row).some((part) => isRow(part) && has(part, 'id', id)))
  );
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
