import { z } from 'zod';

/** Decimal text in US dollars, exactly as it adds up. */
const usd = z.string();

export const forecastSchema = z.object({
  usd,
  /** Between what the month likely ends; `null`: too few days were seen to tell. */
  likely: z.object({ lowUsd: usd, highUsd: usd }).nullable(),
});

/** The month that is billed now: of one team, by the id of its connection, or of all teams together. */
export const monthRowSchema = z.object({
  /** The connection's id, or `allTeamsKey`. */
  key: z.string(),
  /** The teams that are in the sums. */
  connectionIds: z.array(z.string()),
  /** Teams that should be in them and are not: their balance is not known, or still of the month before. */
  missingIds: z.array(z.string()),
  usedUsd: usd,
  /** What is owed from before; below zero it is a credit. */
  accountUsd: usd,
  /** `null`: in the first two days, or where a team has none. */
  forecast: forecastSchema.nullable(),
  /** When DigitalOcean computed the oldest of the balances, Unix milliseconds. */
  generatedAtMs: z.number(),
  /** DigitalOcean told when it computed them; otherwise `generatedAtMs` is when they were read. */
  isDated: z.boolean(),
  /** The last millisecond of the month. */
  endsAtMs: z.number(),
  /** The person's limit, which is one for all teams together; `null`: none, or this is one of several teams. */
  limit: z.object({ usd, usedShare: z.number(), isForecastOver: z.boolean() }).nullable(),
});
export type MonthRow = z.infer<typeof monthRowSchema>;
