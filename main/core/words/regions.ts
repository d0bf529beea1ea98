import { listed } from './numbers.ts';

/** The regions of the world from which uptime checks ask. */
const regions: Readonly<Record<string, string>> = {
  us_east: 'Eastern United States',
  us_west: 'Western United States',
  eu_west: 'Western Europe',
  se_asia: 'South-East Asia',
};

/** A region of the world in words; one that Buoy does not know in the API's. */
export const worldRegion = (region: string): string =>
  Object.hasOwn(regions, region) ? (regions[region] ?? region) : region.replaceAll('_', ' ');

export const worldRegions = (names: readonly string[]): string => listed(names.map(worldRegion));
