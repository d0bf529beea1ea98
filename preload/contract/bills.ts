import { z } from 'zod';
import { costSchema } from './cost.ts';
import { failureSchema } from './failure-schema.ts';

/*
 * What DigitalOcean bills, read when the page of costs is open. Amounts are US dollars as decimal text, exactly as they add up.
 * Months are written as `2026-11` and days as `2026-11-23`, both in UTC.
 */

const id = z.string().min(1).max(300);
const usd = z.string();
const period = z.string().regex(/^\d{4}-\d{2}$/);
const teams = z.array(id).min(1).max(500);

/** Why a team is not in the sums. */
const unreadSchema = z.object({ connectionId: z.string(), failure: failureSchema });

/** An invoice of a team. The preview is of the month that runs, and changes until it is over. */
export const billSchema = z.object({
  connectionId: z.string(),
  uuid: z.string(),
  period: z.string(),
  usd,
  /** When the preview was computed, Unix milliseconds; `null`: not told. */
  updatedAtMs: z.number().nullable(),
  isPreview: z.boolean(),
});
export type Bill = z.infer<typeof billSchema>;

export const billsArgsSchema = z.object({ connectionIds: teams });
/** Newest month first, the preview before all others. */
export const billsSchema = z.object({ bills: z.array(billSchema), unread: z.array(unreadSchema) });

export const billArgsSchema = z.object({ connectionId: id, uuid: id });
/** What an invoice is made of. */
export const billSummarySchema = z.object({
  products: z.array(z.object({ name: z.string(), usd, count: z.string() })),
  /** Taxes, credits and whatever else is not zero. */
  charges: z.array(z.object({ name: z.string(), usd })),
});
export type BillSummary = z.infer<typeof billSummarySchema>;

export const paymentsArgsSchema = z.object({ connectionIds: teams });
/** What changed what a team owes: an invoice adds to it, a payment or a credit takes from it and is negative. */
export const paymentSchema = z.object({
  connectionId: z.string(),
  atMs: z.number(),
  /** As the API calls it, such as `Payment`. */
  type: z.string(),
  description: z.string(),
  usd,
});
export type Payment = z.infer<typeof paymentSchema>;
/** Newest first. */
export const paymentsSchema = z.object({ payments: z.array(paymentSchema), unread: z.array(unreadSchema) });
export type Payments = z.infer<typeof paymentsSchema>;

export const costGroupings = ['resource', 'project', 'tag', 'kind', 'team'] as const;
export type CostGrouping = (typeof costGroupings)[number];

/** What one thing cost in a month, by the invoice of it. */
export const costLineSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** The product in DigitalOcean's words. */
  kind: z.string(),
  connectionId: z.string(),
  /** Where it can be opened; `null`: it is gone, or the invoice does not say what it is. */
  place: z.object({ familyId: z.string(), id: z.string() }).nullable(),
  /** It is named with an id, and the team has no such thing any more. */
  isGone: z.boolean(),
  usd,
  /** Against the other month; `null`: that was not read. */
  changeUsd: usd.nullable(),
});
export type CostLine = z.infer<typeof costLineSchema>;

const groupSchema = z.object({
  key: z.string(),
  /** `null`: what has no project, or no tag. */
  name: z.string().nullable(),
  /** The team, where the same name in another one is another group. */
  connectionId: z.string().nullable(),
  usd,
  changeUsd: usd.nullable(),
  /** Of the costliest group, from 0 to 1, to be drawn. */
  share: z.number(),
  count: z.number(),
  lines: z.array(costLineSchema),
  /** What those cost that are not among the lines; `null`: all of them are. */
  rest: z.object({ count: z.number(), usd }).nullable(),
});
export type CostGroup = z.infer<typeof groupSchema>;

export const costsArgsSchema = z.object({
  connectionIds: teams,
  /** `null`: the month that runs. */
  period: period.nullable(),
  /** The month to compare with; `null`: the one before. */
  against: period.nullable(),
  by: z.enum(costGroupings),
  /** `change`: the biggest difference first, whichever way. */
  order: z.enum(['cost', 'change']),
});
export const costsSchema = z.object({
  period: z.string(),
  isRunning: z.boolean(),
  against: z.string(),
  /** The sum of the invoices' items. */
  usd,
  changeUsd: usd.nullable(),
  /** What the invoices themselves say, where that differs: taxes, credits. */
  billedUsd: usd.nullable(),
  groups: z.array(groupSchema),
  rest: z.object({ count: z.number(), usd }).nullable(),
  /** A thing with several tags counts under each of them, so that the groups are more than the whole. */
  isOverlapping: z.boolean(),
  /** Months with an invoice, newest first, and the running one before them. */
  periods: z.array(z.string()),
  /** The teams that are in the sums. */
  connectionIds: z.array(z.string()),
  unread: z.array(unreadSchema),
});
export type Costs = z.infer<typeof costsSchema>;

export const daysArgsSchema = z.object({ connectionIds: teams });
/** How a month went: what was used until the end of each day. */
export const monthCurveSchema = z.object({
  period: z.string(),
  /** `null`: not known for all teams. */
  days: z.array(z.object({ day: z.string(), usd: usd.nullable() })),
  /** Where from: what Buoy saw, DigitalOcean's own estimates of the days, some teams by the one and some by the other. */
  source: z.enum(['seen', 'told', 'both', 'none']),
});
export type MonthCurve = z.infer<typeof monthCurveSchema>;
export const daysSchema = z.object({
  current: monthCurveSchema,
  last: monthCurveSchema,
  /** What each day cost by DigitalOcean's estimates, newest first. */
  days: z.array(z.object({ day: z.string(), usd, parts: z.array(z.object({ name: z.string(), usd })) })),
  unread: z.array(unreadSchema),
});
export type Days = z.infer<typeof daysSchema>;

export const idleReasons = [
  'off',
  'volume',
  'address',
  'droplet-gone',
  'volume-gone',
  'no-targets',
  'empty-registry',
  'old-image',
] as const;

/** A thing that costs money and serves nothing. */
export const idleThingSchema = z.object({
  /** Key under which the settings keep it, as `idleKey` makes it. */
  key: z.string(),
  reason: z.enum(idleReasons),
  connectionId: z.string(),
  familyId: z.string(),
  id: z.string(),
  name: z.string(),
  /** What tells it from others: its size, its region. */
  detail: z.string(),
  /** Since when it serves nothing, Unix milliseconds; `null`: nobody tells. */
  sinceMs: z.number().nullable(),
  /** Nobody tells, but Buoy saw it so first then: it may be for longer. */
  isAtLeast: z.boolean(),
  cost: costSchema,
  /** A month's price, as far as anything tells it. */
  monthlyUsd: usd.nullable(),
  /** About what it has cost since then. */
  soFarUsd: usd.nullable(),
  /** The job that ends its cost. */
  job: z.object({ name: z.string(), label: z.string() }).nullable(),
});
export type IdleThing = z.infer<typeof idleThingSchema>;

export const idleArgsSchema = z.object({ connectionIds: teams, isForced: z.boolean().optional() });
export const idleSchema = z.object({
  things: z.array(idleThingSchema),
  /** Lists that could not be read, so that there may be more. */
  unread: z.array(z.object({ connectionId: z.string(), what: z.string(), failure: failureSchema })),
});
export type Idle = z.infer<typeof idleSchema>;
