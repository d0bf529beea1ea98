import { addressesOf } from '../../preload/contract/addresses.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { byName } from './droplet-order.ts';
import { foremost } from './foremost.ts';

// Rows are replaced and never edited, so what was joined for a row stays valid as long as the row exists.
const haystacks = new WeakMap<DropletRow, string>();
const haystackOf = (droplet: DropletRow): string => {
  const kept = haystacks.get(droplet);
  if (kept !== undefined) return kept;
  const { name, tags, regionSlug, regionName, sizeSlug, id } = droplet;
  const addresses = addressesOf(droplet).map(({ address }) => address);
  // The name comes first: `fitOf` counts on that.
  const joined = [name, ...tags, regionSlug, regionName, sizeSlug, ...addresses, String(id)].join('\n').toLowerCase();
  haystacks.set(droplet, joined);
  return joined;
};

/** Whether every word is found in a name, tag, region, size, address or id. */
export const isFound = (droplet: DropletRow, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const haystack = haystackOf(droplet);
  return words.every((word) => haystack.includes(word));
};

export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** How well a word fits the name: 0 its start, 1 the start of a part of it, 2 anywhere in it, 3 not at all. */
const fitOf = (droplet: DropletRow, word: string): number => {
  const haystack = haystackOf(droplet);
  const at = haystack.indexOf(word);
  if (at === 0) return 0;
  if (at >= droplet.name.length) return 3;
  return /[\s\-._]/.test(haystack[at - 1] ?? '') ? 1 : 2;
};

/** What a search found. */
export interface Found {
  /** The best ones, at most `limit`: first those whose name begins with the first word, and equal ones by name. */
  droplets: DropletRow[];
  /** How many there are. */
  count: number;
}

/** Searches droplets for words, without sorting all of them: it runs at each key press, for 10,000 droplets too. */
export const findDroplets = (droplets: readonly DropletRow[], words: readonly string[], limit: number): Found => {
  const [first = ''] = words;
  const byFit: DropletRow[][] = [[], [], [], []];
  for (const droplet of droplets) if (isFound(droplet, words)) byFit[fitOf(droplet, first)]?.push(droplet);
  const best: DropletRow[] = [];
  for (const equal of byFit) best.push(...foremost(equal, limit - best.length, byName));
  return { droplets: best, count: byFit.reduce((sum, equal) => sum + equal.length, 0) };
};

/** The text of a droplet that a search found it by, other than its name; without such a text its first address, or ''. */
export const foundBy = (droplet: DropletRow, words: readonly string[]): string => {
  const name = droplet.name.toLowerCase();
  const other = words.find((word) => !name.includes(word));
  const addresses = addressesOf(droplet).map(({ address }) => address);
  if (other === undefined) return addresses[0] ?? '';
  const texts = [...addresses, ...droplet.tags, droplet.regionSlug, droplet.regionName, droplet.sizeSlug, String(droplet.id)];
  return texts.find((text) => text.toLowerCase().includes(other)) ?? '';
};
