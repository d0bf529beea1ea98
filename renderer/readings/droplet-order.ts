import type { DropletRow } from '../../preload/contract/view.ts';

/** Numbers in names compare as numbers: "n-9" before "n-10", "203.0.113.9" before "203.0.113.10". */
const sortable = (text: string): string => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));

// Host names are plain letters, and a collator would take ten times as long for 10,000 rows. Rows are replaced and never edited,
// so what was made for a row stays valid as long as the row exists.
const sortNames = new WeakMap<DropletRow, string>();
const sortNameOf = (droplet: DropletRow): string => {
  const kept = sortNames.get(droplet);
  if (kept !== undefined) return kept;
  const name = sortable(droplet.name);
  sortNames.set(droplet, name);
  return name;
};

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byName = (a: DropletRow, b: DropletRow): number => byText(sortNameOf(a), sortNameOf(b));
export const byAddress = (a: DropletRow, b: DropletRow): number =>
  byText(sortable(a.publicV4[0] ?? ''), sortable(b.publicV4[0] ?? ''));

const urgency: Record<DropletRow['condition'], number> = {
  down: 0,
  unknown: 1,
  running: 2,
  starting: 3,
  off: 4,
  active: 5,
  archived: 6,
};

/** Droplets that need a person come first. */
export const byUrgency = (a: DropletRow, b: DropletRow): number => urgency[a.condition] - urgency[b.condition];
