import type { FamilyColumn } from './columns.ts';

/** Another thing, by the operation that lists its family. */
export interface Reference {
  familyId: string;
  id: string;
}

/**
 * How a row without a name of its own says what it stands for: by the URN at a path, which makes it nothing but the place of that
 * thing, or by the id at a path, of a family that is always the same or that a code beside it tells.
 */
export type StandsFor =
  | { urn: string }
  | { id: string; familyId: string }
  | { id: string; code: string; families: Readonly<Record<string, string>> };

/** One kind of resource: which operation lists it, and how its things are named and shown. */
export interface Family {
  /** Id of the operation that lists it. */
  id: string;
  /** Plural name, such as "Volumes". */
  title: string;
  /**
   * Dotted paths to the id that names a thing in request paths; the first one with a value is used. Default: `id`, `uuid`,
   * `urn`, `name`, `slug`, `ip`.
   */
  idAt: readonly string[];
  /** Which part of that is the id, in its first group, where it stands in a longer text. What does not match has none. */
  idPart?: RegExp;
  columns: readonly FamilyColumn[];
  /** Id of the operation that creates one. */
  create?: string;
  /** The family that this one lies inside: the listing's path parameters come from a row of that family. */
  inside?: string;
  /** Id of the operation that reads one by itself, where its path is not the listing's with the thing's id behind it. */
  read?: string;
  /** The order at first; without it by the first column. */
  order?: { by: string; isDescending: boolean };
  /** Where its rows name another thing that they are called by. */
  standsFor?: StandsFor;
  /** Few may read it at all: the list of families has it until it was refused. */
  isOfFew?: true;
  /** The same things under their former name: no list of families has it. */
  isFormer?: true;
  /** The kind in DigitalOcean's URNs, such as `volume` in `do:volume:…`. */
  urn?: string;
}

export interface FamilyGroup {
  title: string;
  families: readonly Family[];
}

const usualIds = ['id', 'uuid', 'urn', 'name', 'slug', 'ip'] as const;

/** For what happened: the order by the usual age column, which begins with the youngest. */
export const newestFirst = { by: 'created_at', isDescending: false } as const;

/** The same where the time is the name. */
export const oldestLast = { by: 'created_at', isDescending: true } as const;

/** Makes a family. Its things are identified by the usual fields unless `more` says otherwise. */
export const family = (
  id: string,
  title: string,
  columns: readonly FamilyColumn[],
  more: Partial<Omit<Family, 'id' | 'title' | 'columns'>> = {},
): Family => ({ id, title, columns, idAt: usualIds, ...more });
