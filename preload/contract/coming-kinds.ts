// In a file of its own, so that the page can use it without loading the schema library.

/** Kinds of what is coming up. Of the last two the API tells no date. */
export const comingKinds = [
  'certificates',
  'tokens',
  'keys',
  'versions',
  'maintenance',
  'backups',
  'upgrades',
  'prefixes',
] as const;
export type ComingKind = (typeof comingKinds)[number];

/** Kinds that a person can be told of in advance, and how many days before at first; 0: never. */
export const usualLeads = { certificates: 30, tokens: 14, keys: 7, versions: 90, maintenance: 1, backups: 0 } as const;
export type LeadKind = keyof typeof usualLeads;
export const leadKinds = Object.keys(usualLeads) as LeadKind[];
export const isLeadKind = (kind: ComingKind): kind is LeadKind => Object.hasOwn(usualLeads, kind);

/** Days from which one chooses; 0: never. */
export const leadDays = [0, 1, 7, 14, 30, 90] as const;
/** However early one is told first, it is told again so many days before. */
const repeatedDays = [30, 7, 1] as const;

/** Days before at which one is told, the earliest first: 30 gives 30, 7 and 1. */
export const leadsFrom = (days: number): number[] =>
  days <= 0 ? [] : [days, ...repeatedDays.filter((repeated) => repeated < days)];
