import type { FamilyColumn } from './columns.ts';

/** One kind of resource: which listing reads it, how its things are named and shown. */
export interface Family {
  /** Id of the operation that lists it. */
  id: string;
  /** In the plural: "Volumes". */
  title: string;
  /** Dotted ways to what names one of them in paths; the first that holds something counts. Default `id`, `uuid`, `name`. */
  idAt: readonly string[];
  columns: readonly FamilyColumn[];
  /** Id of the operation that makes a new one. */
  create?: string;
  /** Read inside another: the listing's path parameters come from a row of that family. */
  inside?: string;
  /** The kind in the URNs of DigitalOcean, such as `volume` of `do:volume:…`. */
  urn?: string;
}

export interface FamilyGroup {
  title: string;
  families: readonly Family[];
}

const usualIds = ['id', 'uuid', 'name'] as const;

/** A family with the usual names for its things. */
export const family = (
  id: string,
  title: string,
  columns: readonly FamilyColumn[],
  more: Partial<Omit<Family, 'id' | 'title' | 'columns'>> = {},
): Family => ({ id, title, columns, idAt: usualIds, ...more });
