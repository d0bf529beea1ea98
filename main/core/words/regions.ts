import { listed } from './numbers.ts';

/** Cities by the letters of a region. https://docs.digitalocean.com/platform/regional-availability/ (2026-08). */
const cities: Readonly<Record<string, string>> = {
  ams: 'Amsterdam',
  atl: 'Atlanta',
  blr: 'Bangalore',
  fra: 'Frankfurt',
  lon: 'London',
  nyc: 'New York',
  ric: 'Richmond',
  sfo: 'San Francisco',
  sgp: 'Singapore',
  syd: 'Sydney',
  tor: 'Toronto',
};

/** "Amsterdam 3" for `ams3`, where only the region's code is known; a code of a city that is not known stands as it is. */
export function regionWords(code: string): string {
  const [, letters = '', number = ''] = /^([a-z]+)(\d*)$/.exec(code) ?? [];
  const city = cities[letters];
  return city === undefined ? code : `${city} ${number}`.trim();
}

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
