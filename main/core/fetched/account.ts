import { z } from 'zod';
import { type Account, getAccount } from '../digitalocean/resources/account.ts';
import { keepSame } from '../same.ts';
import { type Definition, savedAs } from './definition.ts';

const schema = z.object({
  email: z.string(),
  uuid: z.string(),
  name: z.string().nullable().catch(null),
  status: z.enum(['active', 'warning', 'locked', 'unknown']).catch('unknown'),
  dropletLimit: z.number().nullable().catch(null),
  team: z.object({ uuid: z.string(), name: z.string() }).nullable().catch(null),
});

interface Needs {
  access: { status: string };
}

/** Between the first reads of a refused token. The poller's back-off lets them grow to ten minutes. */
const refusedMs = 60_000;

/**
 * The account and team of the token, and the droplet limit. Read hourly, because it hardly changes. The share is larger than
 * one request an hour so that retries and refreshes fit in. A refused token is tried with this read alone (`pollers/mode.ts`).
 */
export const account: Definition<Account | null, Account | null, Needs> = {
  empty: null,
  fold: keepSame,
  sharePerHour: 10,
  intervalMs: () => 3_600_000,
  urgentIntervalMs: ({ access }) => (access.status === 'refused' ? refusedMs : null),
  read: async ({ api, options }) => ({ outcome: await getAccount(api, options), cost: 1 }),
  saved: savedAs(schema.nullable(), { write: (held) => held, read: (saved) => saved }),
  wakesPollers: false,
  bearsNews: false,
};
