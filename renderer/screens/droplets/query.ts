import type { DropletRow } from '../../../preload/contract/view.ts';

/** What of the droplets is shown, and in which order. */
export interface DropletQuery {
  text: string;
  filters: readonly DropletFilter[];
  sort: { by: SortKey; isDescending: boolean };
  grouping: Grouping;
  /** Connection id; `null`: all teams. */
  teamId: string | null;
}

export type FilterField = 'tag' | 'region' | 'condition' | 'size';
export interface DropletFilter {
  field: FilterField;
  value: string;
  isNegated: boolean;
}

export const groupings = ['team', 'tag', 'flat'] as const;
export type Grouping = (typeof groupings)[number];
export const isGrouping = (text: string): text is Grouping => groupings.includes(text as Grouping);

export const sortKeys = ['name', 'status', 'region', 'size', 'address', 'price', 'age'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The values of a field that a droplet has: several for tags. */
export const valuesOf = (droplet: DropletRow, field: FilterField): readonly string[] => {
  switch (field) {
    case 'tag':
      return droplet.tags;
    case 'region':
      return [droplet.regionSlug];
    case 'condition':
      return [droplet.condition];
    case 'size':
      return [droplet.sizeSlug];
  }
};

// Rows are replaced, never edited: what was joined for a row holds as long as the row does.
const haystacks = new WeakMap<DropletRow, string>();
const haystackOf = (droplet: DropletRow): string => {
  const kept = haystacks.get(droplet);
  if (kept !== undefined) return kept;
  const { name, tags, regionSlug, regionName, sizeSlug, publicV4, publicV6, privateV4, id } = droplet;
  const joined = [name, ...tags, regionSlug, regionName, sizeSlug, ...publicV4, ...publicV6, ...privateV4, String(id)]
    .join('\n')
    .toLowerCase();
  haystacks.set(droplet, joined);
  return joined;
};

/** Every word of the text must be in a name, tag, region, size or address. */
export const isFound = (droplet: DropletRow, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const haystack = haystackOf(droplet);
  return words.every((word) => haystack.includes(word));
};

export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

const passes = (droplet: DropletRow, filter: DropletFilter): boolean =>
  valuesOf(droplet, filter.field).includes(filter.value) !== filter.isNegated;

/**
 * Filters of one field that ask for a value are alternatives ("region is fra1" and "region is ams3"); all others must hold together.
 */
export const isShown = (droplet: DropletRow, query: DropletQuery, words: readonly string[]): boolean => {
  if (query.teamId !== null && droplet.connectionId !== query.teamId) return false;
  if (!isFound(droplet, words)) return false;
  const wantedFields = new Set<FilterField>();
  const metFields = new Set<FilterField>();
  for (const filter of query.filters) {
    const isMet = passes(droplet, filter);
    if (filter.isNegated && !isMet) return false;
    if (filter.isNegated) continue;
    wantedFields.add(filter.field);
    if (isMet) metFields.add(filter.field);
  }
  return wantedFields.size === metFields.size;
};

/** Numbers in names compare as numbers: "n-9" before "n-10", "203.0.113.9" before "203.0.113.10". */
const sortable = (text: string): string => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));

// A collator would take ten times as long for 10,000 rows, and names of hosts are plain letters.
const sortNames = new WeakMap<DropletRow, string>();
const sortNameOf = (droplet: DropletRow): string => {
  const kept = sortNames.get(droplet);
  if (kept !== undefined) return kept;
  const name = sortable(droplet.name);
  sortNames.set(droplet, name);
  return name;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: DropletRow, b: DropletRow): number => byText(sortNameOf(a), sortNameOf(b));

const urgency: Record<DropletRow['condition'], number> = {
  down: 0,
  unknown: 1,
  running: 2,
  starting: 3,
  off: 4,
  active: 5,
  archived: 6,
};

const compareBy: Record<SortKey, (a: DropletRow, b: DropletRow) => number> = {
  name: byName,
  status: (a, b) => urgency[a.condition] - urgency[b.condition],
  region: (a, b) => byText(a.regionSlug, b.regionSlug),
  size: (a, b) => a.memoryMb - b.memoryMb || a.vcpus - b.vcpus,
  address: (a, b) => byText(sortable(a.publicV4[0] ?? ''), sortable(b.publicV4[0] ?? '')),
  price: (a, b) => (a.priceMonthlyUsd ?? 0) - (b.priceMonthlyUsd ?? 0),
  age: (a, b) => b.createdAtMs - a.createdAtMs,
};

/** Equal ones stand by name, then by key, so that the order never jumps. */
export const comparatorOf = ({ by, isDescending }: DropletQuery['sort']) => {
  const compare = compareBy[by];
  const sign = isDescending ? -1 : 1;
  return (a: DropletRow, b: DropletRow): number => sign * compare(a, b) || byName(a, b) || byText(a.key, b.key);
};
