import { z } from 'zod';
import { type Balance, getBalance } from '../digitalocean/resources/balance.ts';
import { keepSame } from '../same.ts';
import { type Definition, savedAs } from './definition.ts';

const schema = z.object({
  monthToDateUsage: z.string(),
  monthToDateBalance: z.string(),
  accountBalance: z.string(),
  generatedAtMs: z.number(),
});

/**
 * What this month cost so far. DigitalOcean computes it a few times a day (`generatedAtMs`), so one read an hour is enough;
 * the rest of the share is for retries and refreshes.
 */
export const balance: Definition<Balance | null, Balance> = {
  empty: null,
  fold: keepSame<Balance | null>,
  sharePerHour: 10,
  intervalMs: () => 3_600_000,
  read: async ({ api, options }) => ({ outcome: await getBalance(api, options), cost: 1 }),
  saved: savedAs(schema.nullable(), { write: (held) => held, read: (saved) => saved }),
  wakesPollers: false,
  bearsNews: false,
};
