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
