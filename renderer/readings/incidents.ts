import type { IncidentRow } from '../../preload/contract/view.ts';

/** A family of a team, and the regions in which one of its things lies. */
export interface Touched {
  connectionId: string;
  familyId: string;
  regions: readonly string[];
}

/** Apps lie in `fra`, and DigitalOcean reports `fra1`. */
const isSameRegion = (own: string, reported: string): boolean =>
  own === reported || (own.length === 3 && reported.startsWith(own));

/** The first incident that touches the thing; a thing whose region is not known is touched by what touches its family. */
export const touching = (incidents: readonly IncidentRow[], { connectionId, familyId, regions }: Touched): IncidentRow | null =>
  incidents.find(({ touches }) =>
    touches.some(
      (touch) =>
        touch.connectionId === connectionId &&
        touch.familyId === familyId &&
        (touch.regions.length === 0 ||
          regions.length === 0 ||
          touch.regions.some((reported) => regions.some((own) => isSameRegion(own, reported)))),
    ),
  ) ?? null;

/** The regions of a row of a list, which the API writes as a text, as an object with its slug, or as a list. */
export function regionsOf({ region, regions }: Readonly<Record<string, unknown>>): string[] {
  const all: unknown[] = Array.isArray(regions) ? regions : [region];
  return all.flatMap((one) => {
    if (typeof one === 'string') return [one.toLowerCase()];
    if (typeof one === 'object' && one !== null && 'slug' in one) return [String(one.slug).toLowerCase()];
    return [];
  });
}
