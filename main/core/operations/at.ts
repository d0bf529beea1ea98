/** The value at a dotted path; undefined when a part of it is missing. */
export function at(body: unknown, way: string): unknown {
  let value: unknown = body;
  for (const key of way.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
