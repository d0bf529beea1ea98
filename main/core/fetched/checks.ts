import { z } from 'zod';
import { listUptimeChecks, type UptimeCheck } from '../digitalocean/resources/uptime-checks.ts';
import { mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import { type Definition, pagesOf, savedAs } from './definition.ts';

/** Uptime checks by id, without what they see. */
export type Checks = ReadonlyMap<string, UptimeCheck>;

const schema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['ping', 'http', 'https', 'unknown']),
  typeRaw: z.string(),
  target: z.string(),
  regions: z.array(z.string()),
  isEnabled: z.boolean(),
});

/** Every uptime check of the team. What each of them sees is read apart, in turns: see `uptime.ts`. */
export const checks: Definition<Checks, readonly UptimeCheck[]> = {
  empty: new Map(),
  fold: (held, answer) => mergeByKey(held, answer, ({ id }) => id),
  sharePerHour: 10,
  intervalMs: (chosenMs) => Math.max(chosenMs, 1_200_000),
  changedBy: ['uptime_create_check', 'uptime_update_check', 'uptime_delete_check'],
  async read({ api, options }) {
    const outcome = await listUptimeChecks(api, options);
    return { outcome, cost: outcome.ok ? pagesOf(outcome.value.length) : 1 };
  },
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()],
    read: (saved) => new Map(saved.map((check) => [check.id, check])),
  }),
  // Their first states are read as soon as they are known.
  wakesPollers: true,
  bearsNews: false,
};
