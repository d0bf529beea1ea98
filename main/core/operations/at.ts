/** Query values of a read that a target may have: some accounts are refused without a region. */
export function queryOf(
  target: Readonly<Record<string, string>>,
  names: readonly string[] = [],
): { query?: Record<string, string> } {
  const given = names.flatMap((name): [string, string][] => (target[name] ? [[name, target[name]]] : []));
  return given.length === 0 ? {} : { query: Object.fromEntries(given) };
}

/** The value at a dotted path; undefined when a part of it is missing. */
export function at(body: unknown, way: string): unknown {
  let value: unknown = body;
  for (const key of way.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
