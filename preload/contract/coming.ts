import { z } from 'zod';
import { routeSchema } from './route.ts';

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

/** What to do about it: a job on a thing, or a place in the window. */
const deedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('job'),
    label: z.string(),
    name: z.string(),
    thing: z.object({
      connectionId: z.string(),
      familyId: z.string(),
      id: z.string(),
      parent: z.record(z.string(), z.string()),
    }),
  }),
  z.object({ kind: z.literal('route'), label: z.string(), route: routeSchema }),
]);
export type ComingDeed = z.infer<typeof deedSchema>;

/** Something that ends, is offered, or has a window. */
export const comingRowSchema = z.object({
  key: z.string(),
  connectionId: z.string(),
  kind: z.enum(comingKinds),
  /** What happens, as a sentence to which "in 9 days" can be added. */
  title: z.string(),
  /** More about it, without the team; '' for nothing. */
  detail: z.string(),
  /** When it happens, Unix milliseconds; `null`: DigitalOcean does not tell, or it is for the person to choose. */
  atMs: z.number().nullable(),
  /** When the window is over; `null`: it is no window, or its end is not told. */
  endsAtMs: z.number().nullable(),
  /** It is a day and no moment, because a person entered it. */
  isDay: z.boolean(),
  /** It is near enough to be told of. */
  isNear: z.boolean(),
  route: routeSchema,
  /** The likelier first; at most two. */
  deeds: z.array(deedSchema).max(2),
});
export type ComingRow = z.infer<typeof comingRowSchema>;

/** How well the dates of a connection are known. */
export const datesReadSchema = z.object({
  /** When the oldest of them was read; `null`: none was. */
  readAtMs: z.number().nullable(),
  isFetching: z.boolean(),
  /** Every list was asked for. */
  isWhole: z.boolean(),
  /** Lists that are not read, with the reason as a sentence. */
  unread: z.array(z.object({ name: z.string(), why: z.string() })),
});
export type DatesRead = z.infer<typeof datesReadSchema>;
