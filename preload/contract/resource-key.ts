/**
 * Key of a family in the `resources` table: `connectionId/familyId`. A family inside another resource has its path values
 * too, in alphabetical order after a question mark.
 */
export function resourceKey(connectionId: string, familyId: string, parent?: Record<string, string>): string {
  const values = Object.entries(parent ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const suffix = values.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
  return `${connectionId}/${familyId}${suffix === '' ? '' : `?${suffix}`}`;
}
