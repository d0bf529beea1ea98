const listed = (values: Record<string, string>): string =>
  Object.entries(values)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');

/**
 * Key of a family in the `resources` table: `connectionId/familyId`. A family inside another resource has its path values
 * too, in alphabetical order after a question mark, and a read with a query has that behind a number sign.
 */
export function resourceKey(
  connectionId: string,
  familyId: string,
  parent: Record<string, string> = {},
  query: Record<string, string> = {},
): string {
  const [path, search] = [listed(parent), listed(query)];
  return `${connectionId}/${familyId}${path === '' ? '' : `?${path}`}${search === '' ? '' : `#${search}`}`;
}

/** Whether the key is that of a whole family, and not of what one thing holds or of one read about it. */
export const isWholeFamily = (key: string): boolean => !/[?#]/.test(key);
export const isWithQuery = (key: string): boolean => key.includes('#');
