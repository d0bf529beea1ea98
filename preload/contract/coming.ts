import { z } from 'zod';
import { comingKinds } from './coming-kinds.ts';
import { routeSchema } from './route.ts';

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
  /** Entries that say too little to be told apart, and are missing here: which, as a sentence; `null`: none. */
  leftOut: z.string().nullable(),
});
export type DatesRead = z.infer<typeof datesReadSchema>;
