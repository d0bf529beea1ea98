/** A droplet size as the API lists it. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Sizes */
export interface Size {
  slug: string;
  memoryMb: number;
  vcpus: number;
  diskGb: number;
  monthlyUsd: number;
  regions: string[];
}

const numberAt = (row: Readonly<Record<string, unknown>>, name: string): number => {
  const value = row[name];
  return typeof value === 'number' ? value : 0;
};

/** Available sizes, cheapest first. */
export function sizesOf(rows: readonly Readonly<Record<string, unknown>>[]): Size[] {
  return rows
    .flatMap((row): Size[] =>
      typeof row.slug !== 'string' || row.available === false
        ? []
        : [
            {
              slug: row.slug,
              memoryMb: numberAt(row, 'memory'),
              vcpus: numberAt(row, 'vcpus'),
              diskGb: numberAt(row, 'disk'),
              monthlyUsd: numberAt(row, 'price_monthly'),
              regions: Array.isArray(row.regions) ? row.regions.filter((region) => typeof region === 'string') : [],
            },
          ],
    )
    .sort((one, other) => one.monthlyUsd - other.monthlyUsd);
}

const shownAtFirst = 3;

/**
 * All sizes, or three around the chosen one among those that the region offers. Basic sizes are preferred if there are enough.
 */
export function shownSizes(
  sizes: readonly Size[],
  { chosen, region, isAllShown }: { chosen: string; region: string | null; isAllShown: boolean },
): Size[] {
  if (isAllShown) return [...sizes];
  const offered = sizes.filter((size) => size.slug === chosen || region === null || size.regions.includes(region));
  const plain = offered.filter((size) => size.slug === chosen || /^s-\d+vcpu-\d+(\.\d+)?gb$/.test(size.slug));
  const list = plain.length >= shownAtFirst ? plain : offered;
  const at = list.findIndex((size) => size.slug === chosen);
  const start = Math.max(0, Math.min((at < 0 ? 2 : at) - 1, list.length - shownAtFirst));
  return list.slice(start, start + shownAtFirst);
}
