import { z } from 'zod';
import { routeSchema } from './route.ts';

/** Rows of what is watched: uptime checks, alert policies, and what that costs. */

/** Seconds of a local day, such as `2026-11-23`, for which Buoy saw a check up, down, or did not know. */
export const uptimeDaySchema = z.object({
  day: z.string(),
  upSeconds: z.number(),
  downSeconds: z.number(),
  unknownSeconds: z.number(),
});
export type UptimeDayView = z.infer<typeof uptimeDaySchema>;

/** An uptime check with what its regions see. */
export const checkRowSchema = z.object({
  /** `connectionId:checkId`. */
  key: z.string(),
  connectionId: z.string(),
  checkId: z.string(),
  name: z.string(),
  target: z.string(),
  /** `unknown`: not looked at yet, or no region has an answer. */
  status: z.enum(['up', 'down', 'unknown', 'paused']),
  /** Since when the state is so, as DigitalOcean says; `null`: unknown. */
  sinceMs: z.number().nullable(),
  regions: z.array(
    z.object({
      /** In words, such as "Western Europe". */
      name: z.string(),
      status: z.enum(['up', 'down', 'checking', 'unknown']),
      sinceMs: z.number().nullable(),
      uptimePercent: z.number().nullable(),
    }),
  ),
  /** The lowest of its regions over 30 days, as DigitalOcean says. */
  uptimePercent: z.number().nullable(),
  previousOutage: z.object({ region: z.string(), startedAtMs: z.number(), endedAtMs: z.number() }).nullable(),
  /** The last days as Buoy saw them, oldest first, at most 30. A day without an entry is one in which Buoy did not look. */
  days: z.array(uptimeDaySchema).readonly(),
  lookedAtMs: z.number().nullable(),
  /** The team's certificate for its host that ends last; `null`: DigitalOcean has none, or they were not read. */
  certificate: z.object({ name: z.string(), endsAtMs: z.number() }).nullable(),
});
export type CheckRow = z.infer<typeof checkRowSchema>;

/** An alert policy in words, as Buoy judges it. */
export const policyRowSchema = z.object({
  /** `connectionId:uuid`. */
  key: z.string(),
  connectionId: z.string(),
  uuid: z.string(),
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: z.string(),
  /** What the person called it; its rule where that is nothing. */
  name: z.string(),
  /** "CPU above 80 % for 5 min". */
  rule: z.string(),
  /** "3 droplets by tag web". */
  about: z.string(),
  /** `unknown`: not all of its things are known to be quiet, and none fires. `unwatched`: Buoy looks at none of them. */
  state: z.enum(['firing', 'fine', 'unknown', 'muted', 'unwatched']),
  /** The state as a few words. */
  stateText: z.string(),
  firing: z.array(z.object({ name: z.string(), value: z.string(), sinceMs: z.number().nullable(), route: routeSchema })),
  /** How often it fired in the last seven days, as Buoy saw it; '' where it did not. */
  firedText: z.string(),
  /** What is watched and how often; '' where nothing is. */
  watchedText: z.string(),
  /** Why it is not watched, or not on some of its things. */
  asides: z.array(z.string()),
  /** The oldest of the last looks at its things; `null`: some had none yet. */
  lookedAtMs: z.number().nullable(),
});
export type PolicyRow = z.infer<typeof policyRowSchema>;

/** What watching costs a team, and what the budget gives up. */
export const watchRowSchema = z.object({
  /** The connection's id. */
  key: z.string(),
  connectionId: z.string(),
  /** How often uptime checks are asked; `null`: there are none. */
  checksText: z.string().nullable(),
  /** How often policies are looked at on their things, and who takes turns; `null`: nothing of them is watched. */
  policiesText: z.string().nullable(),
  /** What both may cost; `null`: nothing. */
  requestsText: z.string().nullable(),
  /** The budget does not reach for everything. */
  isStretched: z.boolean(),
  /** What it gives up, in the order in which it does. */
  givenUp: z.array(z.string()),
  /** Droplets that policies watch. */
  droplets: z.object({ watched: z.number(), all: z.number() }),
  /**
   * Why the others are not: left out where there are too many pairs, without samples although
   * they are looked at, off, or in no policy.
   */
  unwatched: z.array(
    z.object({ why: z.enum(['beyond', 'silent', 'off', 'no-policy']), count: z.number(), names: z.array(z.string()) }),
  ),
});
export type WatchRow = z.infer<typeof watchRowSchema>;

/** What a look at a policy measured on a droplet. */
const measuredSchema = z.object({
  /** 0 to 100. */
  percent: z.number(),
  /** When it was measured, Unix milliseconds. */
  atMs: z.number(),
  /** By the policies that compare it: one fires, or is about to. */
  state: z.enum(['firing', 'leaning', 'quiet']),
});
export type Measured = z.infer<typeof measuredSchema>;

/** What Buoy knows of how busy a droplet is, from what it reads for alert policies. Droplets without any such value have no row. */
export const measuredRowSchema = z.object({
  /** Key of the droplet. */
  key: z.string(),
  connectionId: z.string(),
  /** `null`: no policy that is watched compares it. */
  cpu: measuredSchema.nullable(),
  memory: measuredSchema.nullable(),
  disk: measuredSchema.nullable(),
});
export type MeasuredRow = z.infer<typeof measuredRowSchema>;
