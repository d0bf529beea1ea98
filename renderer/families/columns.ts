/** The kind of value that a column shows. It decides how the value is drawn and sorted. */
export type ColumnKind =
  | 'name'
  | 'text'
  | 'code'
  | 'status'
  | 'age'
  | 'until'
  | 'tags'
  | 'count'
  | 'amount'
  | 'yes-no'
  | 'link'
  | 'kind';

/** A field of the row with a code, and the family that each code means. */
export interface ByCode {
  code: string;
  families: Readonly<Record<string, string>>;
}

/** What an action was about. */
export const actedOn: ByCode = {
  code: 'resource_type',
  families: { droplet: 'droplets_list', image: 'images_list', volume: 'volumes_list' },
};

/** A column as a family declares it. `screens/resources/family-columns.tsx` turns it into a column of the list. */
export interface FamilyColumn {
  title: string;
  kind: ColumnKind;
  /** Dotted paths into the row; the first one with a value is used. An array shows its parts, or their number for `count`. */
  at: readonly string[];
  /** Grid track as CSS. */
  track: string;
  /** May be left out when the list is too narrow. */
  isSpare: boolean;
  /** For `link`: the family that the id belongs to, or the families by a code beside it. */
  to?: string | ByCode;
  /** For `link`: the row has the name of the other thing, and not its id. */
  isByName?: true;
}

type Ways = string | readonly string[];
const ways = (at: Ways): readonly string[] => (typeof at === 'string' ? [at] : at);
const column = (kind: ColumnKind, title: string, at: Ways, track: string, isSpare = true): FamilyColumn => ({
  kind,
  title,
  at: ways(at),
  track,
  isSpare,
});

/** The name of the thing: always first, always shown. */
export const name = (at: Ways = 'name', title = 'Name'): FamilyColumn => column('name', title, at, 'minmax(120px, 1.6fr)', false);
export const text = (title: string, at: Ways, track = 'minmax(80px, 1fr)'): FamilyColumn => column('text', title, at, track);
export const code = (title: string, at: Ways, track = 'minmax(110px, 1fr)'): FamilyColumn => column('code', title, at, track);
/** A state as icon and word, shown in the narrowest list too. */
export const status = (at: Ways = 'status', title = 'Status'): FamilyColumn =>
  column('status', title, at, 'minmax(104px, 148px)', false);
export const region = (at: Ways = ['region.slug', 'region', 'region_slug', 'regions']): FamilyColumn =>
  column('text', 'Region', at, '64px');
export const age = (at: Ways = 'created_at', title = 'Age'): FamilyColumn => column('age', title, at, '56px');
/** When something ends, such as an expiry, or that it has ("expired 9 y ago"). Shown in the narrowest list too. */
export const until = (title: string, at: Ways): FamilyColumn => column('until', title, at, 'minmax(106px, 116px)', false);
/** A number with the unit that its field's name says; `words/units.ts` knows them. */
export const amount = (title: string, at: Ways, track = '80px'): FamilyColumn => column('amount', title, at, track);
/** What something costs, shown in the narrowest list too. */
export const price = (at: Ways, title = 'A month'): FamilyColumn => column('amount', title, at, '80px', false);
export const tags = (at: Ways = 'tags'): FamilyColumn => column('tags', 'Tags', at, 'minmax(90px, 1fr)');
export const count = (title: string, at: Ways): FamilyColumn => column('count', title, at, '72px');
export const yesNo = (title: string, at: Ways): FamilyColumn => column('yes-no', title, at, '72px');
/** What kind of thing a URN names. */
export const kindOf = (at: Ways, title = 'Kind'): FamilyColumn => column('kind', title, at, 'minmax(90px, 150px)', false);
/** A link to another thing in its own family, or in that which a URN names. */
export const link = (title: string, at: Ways, to: string | ByCode, track = 'minmax(90px, 1fr)'): FamilyColumn => ({
  ...column('link', title, at, track),
  to,
});
/** A link to a thing of another family that the row has only the name of: no link where none, or several, are called so. */
export const linkByName = (title: string, at: Ways, to: string): FamilyColumn => ({ ...link(title, at, to), isByName: true });
