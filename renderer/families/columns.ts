/** How a column of a family's list is read from a row and drawn. */
export type ColumnKind =
  | 'name'
  | 'text'
  | 'code'
  | 'status'
  | 'age'
  | 'until'
  | 'money'
  | 'tags'
  | 'count'
  | 'gigabytes'
  | 'bytes'
  | 'yes-no'
  | 'link';

export interface Column {
  title: string;
  kind: ColumnKind;
  /** Dotted ways into the row; the first that holds something counts. A list shows its parts, or their number for `count`. */
  at: readonly string[];
  /** Grid track: `fr` or `px`. */
  width: string;
  /** Left out in the narrow window. */
  isWide: boolean;
  /** For `link`: the family that the value is an id of. */
  to?: string;
}

type Ways = string | readonly string[];
const ways = (at: Ways): readonly string[] => (typeof at === 'string' ? [at] : at);
const column = (kind: ColumnKind, title: string, at: Ways, width: string, isWide = true): Column => ({
  kind,
  title,
  at: ways(at),
  width,
  isWide,
});

/** What the thing is called: always first, always shown. */
export const name = (at: Ways = 'name', title = 'Name'): Column => column('name', title, at, 'minmax(140px, 1.6fr)', false);
export const text = (title: string, at: Ways, width = 'minmax(80px, 1fr)'): Column => column('text', title, at, width);
export const code = (title: string, at: Ways, width = 'minmax(110px, 1fr)'): Column => column('code', title, at, width);
/** Icon and word; shown in the narrow window too. */
export const status = (at: Ways = 'status', title = 'Status'): Column => column('status', title, at, '132px', false);
export const region = (at: Ways = ['region.slug', 'region', 'region_slug']): Column => column('text', 'Region', at, '64px');
export const age = (at: Ways = 'created_at', title = 'Age'): Column => column('age', title, at, '56px');
/** A time to come, such as an expiry. */
export const until = (title: string, at: Ways): Column => column('until', title, at, '96px');
export const price = (at: Ways, title = 'A month'): Column => column('money', title, at, '80px', false);
export const tags = (at: Ways = 'tags'): Column => column('tags', 'Tags', at, 'minmax(90px, 1fr)');
export const count = (title: string, at: Ways): Column => column('count', title, at, '72px');
export const gigabytes = (title: string, at: Ways): Column => column('gigabytes', title, at, '80px');
export const bytes = (title: string, at: Ways): Column => column('bytes', title, at, '80px');
export const yesNo = (title: string, at: Ways): Column => column('yes-no', title, at, '72px');
/** Opens the thing in its own family. */
export const link = (title: string, at: Ways, to: string, width = 'minmax(90px, 1fr)'): Column => ({
  ...column('link', title, at, width),
  to,
});
