import type { DropletRow } from '../../../preload/contract/view.ts';
import { comparatorOf, type Sort } from '../../columns/column.ts';
import { byName, byText } from '../../readings/droplet-order.ts';
import { isFound } from '../../readings/droplet-search.ts';
import { dropletColumns } from './droplet-columns.tsx';

/** Which droplets are shown, and in which order. */
export interface DropletQuery {
  text: string;
  filters: readonly DropletFilter[];
  sort: Sort;
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
export const parseGrouping = (text: string): Grouping | null => groupings.find((grouping) => grouping === text) ?? null;

/** The droplet's values of a field; only tags can be several. */
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

const passes = (droplet: DropletRow, filter: DropletFilter): boolean =>
  valuesOf(droplet, filter.field).includes(filter.value) !== filter.isNegated;

/**
 * Whether a droplet belongs to the team and passes search and filters. Filters that ask for values of one field are alternatives
 * ("region is fra1" and "region is ams3"); all others must hold together.
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

/** Compares rows in the chosen order. Equal rows are ordered by name, then by key, so that they do not jump. */
export const dropletOrder = (sort: Sort): ((a: DropletRow, b: DropletRow) => number) =>
  comparatorOf(dropletColumns, sort, (a, b) => byName(a, b) || byText(a.key, b.key));
