import { z } from 'zod';
import { failureSchema } from './failure-schema.ts';

/*
 * What a thing costs, and how that is known. Amounts are US dollars as decimal text, exactly as they add up: nothing is rounded
 * before it is shown.
 */

const id = z.string().min(1).max(300);
const usd = z.string();
/**
 * What it has cost in the month that runs: by the preview of its invoice, or about, by its price and its age. Absent: not asked for,
 * or not told.
 */
const soFar = z.object({ usd, isAbout: z.boolean() }).exactOptional();

/** What a price leaves out, because the API does not tell it. */
const leftOut = ['control-plane', 'backups'] as const;
export type LeftOut = (typeof leftOut)[number];

export const costSchema = z.discriminatedUnion('kind', [
  /** A price that DigitalOcean's API tells, as of now. */
  z.object({
    kind: z.literal('price'),
    usd,
    /** Where the thing grows and shrinks by itself: the least and the most that it may cost. */
    range: z.object({ fromUsd: usd, toUsd: usd }).nullable(),
    per: z.enum(['month', 'hour']),
    /** Reckoned by a price that the documentation names, and not the API. */
    isAbout: z.boolean(),
    without: z.array(z.enum(leftOut)).readonly(),
    soFar,
  }),
  /** What the last invoice names for it, with the month as `2026-10`. */
  z.object({ kind: z.literal('billed'), usd, period: z.string(), soFar }),
  z.object({ kind: z.literal('free') }),
  /** It takes a request of its own, which is made only when a person asks. */
  z.object({ kind: z.literal('on-request'), soFar }),
  /** Nothing tells it. `period`: the month of the last invoice, if there is one; it does not name the thing. */
  z.object({ kind: z.literal('not-told'), period: z.string().nullable(), soFar }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type Cost = z.infer<typeof costSchema>;

/**
 * How far Buoy goes for a cost. `shared`: it reads only what tells the costs of many things at once, such as sizes and the last
 * invoice. `own`: also one read for each thing. `asked`: also what is `on-request`.
 */
export const costReaches = ['shared', 'own', 'asked'] as const;
export type CostReach = (typeof costReaches)[number];

/** Things of one family and team, with their rows as the API gave them. */
export const costArgsSchema = z.object({
  connectionId: id,
  familyId: id,
  things: z.array(z.object({ id, row: z.record(z.string(), z.unknown()) })).max(2000),
  reach: z.enum(costReaches),
  /** Also what each has cost in the month that runs, which takes two reads more for all of them. */
  isSoFarTold: z.boolean().exactOptional(),
});
