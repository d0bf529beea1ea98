import { z } from 'zod';
import { type Balance, getBalance } from '../digitalocean/resources/balance.ts';
import { keepSame } from '../same.ts';
import { type Definition, savedAs } from './definition.ts';

const schema = z.object({
  monthToDateUsage: z.string(),
  monthToDateBalance: z.string(),
  accountBalance: z.string(),
  generatedAtMs: z.number(),
  /** Written only where DigitalOcean did not tell the time. */
  isUndated: z.literal(true).exactOptional(),
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
  // Tokens for a team's machines seldom may see its bill.
  restsWhileForbidden: true,
  read: async ({ api, clock, options }) => ({ outcome: await getBalance(api, clock.now, options), cost: 1 }),
  saved: savedAs<Balance | null, z.infer<typeof schema> | null>(schema.nullable(), {
    write(held) {
      if (held === null) return null;
      const { isDated, ...amounts } = held;
      return isDated ? amounts : { ...amounts, isUndated: true };
    },
    read(saved) {
      if (saved === null) return null;
      const { isUndated, ...amounts } = saved;
      return { ...amounts, isDated: !isUndated };
    },
  }),
  wakesPollers: false,
  bearsNews: false,
};
