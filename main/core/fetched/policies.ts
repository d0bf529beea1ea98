import { z } from 'zod';
import { success } from '../../../preload/contract/failure.ts';
import { type AlertPolicy, listAlertPolicies } from '../digitalocean/resources/alert-policies.ts';
import { listWatchedThings, type WatchedThing } from '../digitalocean/resources/watched-things.ts';
import { keepSame } from '../same.ts';
import { rowsOf } from '../understood.ts';
import type { OtherThings } from '../watching/covered.ts';
import { policyTypeOf } from '../watching/policy-metrics.ts';
import { type Definition, pagesOf, type Read, type ReadContext, savedAs } from './definition.ts';

/** Alert policies, and what they are about besides droplets. */
export interface Policies {
  all: readonly AlertPolicy[];
  others: OtherThings;
}

type Kind = keyof OtherThings;
const kinds: readonly Kind[] = ['load-balancer', 'database', 'autoscale-pool'];

const policySchema = z.object({
  uuid: z.string(),
  type: z.string(),
  description: z.string(),
  compare: z.enum(['GreaterThan', 'LessThan', 'unknown']),
  compareRaw: z.string(),
  value: z.number(),
  windowMinutes: z.number().nullable(),
  windowRaw: z.string(),
  entities: z.array(z.string()),
  tags: z.array(z.string()),
  isAboutAll: z.boolean(),
  isEnabled: z.boolean(),
});
const thingsSchema = rowsOf(
  z.object({ id: z.string(), name: z.string(), tags: z.array(z.string()), engine: z.string().nullable() }),
)
  .nullable()
  .catch(null);
const schema = z.object({
  all: rowsOf(policySchema),
  others: z.object({ 'load-balancer': thingsSchema, database: thingsSchema, 'autoscale-pool': thingsSchema }),
});

/**
 * Every alert policy of the team, and the names of the load balancers, clusters and pools that some are about. Whether a policy
 * fires is found from metrics, in turns: see `alerts.ts`.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/monitoring_list_alertPolicy
 */
export const policies: Definition<Policies, Policies, { policies: Policies }> = {
  empty: { all: [], others: { 'load-balancer': null, database: null, 'autoscale-pool': null } },
  fold: (held, answer) => keepSame(held, { all: kept(held.all, answer.all), others: keepSame(held.others, answer.others) }),
  sharePerHour: 10,
  intervalMs: (chosenMs) => Math.max(chosenMs, 1_200_000),
  changedBy: ['monitoring_create_alertPolicy', 'monitoring_update_alertPolicy', 'monitoring_delete_alertPolicy'],
  read: readPolicies,
  saved: savedAs(schema, {
    write: ({ all, others }) => ({ all: [...all], others: { ...others } }) as z.infer<typeof schema>,
    read: (saved) => saved,
  }),
  wakesPollers: true,
  bearsNews: false,
};

function kept(before: readonly AlertPolicy[], after: readonly AlertPolicy[]): readonly AlertPolicy[] {
  const known = new Map(before.map((policy) => [policy.uuid, policy]));
  return keepSame(
    before,
    after.map((policy) => keepSame(known.get(policy.uuid), policy)),
  );
}

async function readPolicies({ api, options, connection }: ReadContext<{ policies: Policies }>): Promise<Read<Policies>> {
  const listing = await listAlertPolicies(api, options);
  if (!listing.ok) return { outcome: listing, cost: 1 };
  const wanted = new Set(listing.value.map(({ type, isEnabled }) => (isEnabled ? policyTypeOf(type)?.thing : undefined)));
  const asked = kinds.filter((kind) => wanted.has(kind));
  // Entries of these lists that cannot be told apart are not the policies' own.
  const quiet = { ...options, onLeftOut: () => {} };
  const answers = await Promise.all(asked.map(async (kind) => [kind, await listWatchedThings(api, kind, quiet)] as const));
  const found = new Map(answers);
  const known = connection()?.policies.others;
  const thingsOf = (kind: Kind): readonly WatchedThing[] | null => {
    const answer = found.get(kind);
    if (answer?.ok) return answer.value;
    // Refused is not known at all; after another failure what was known is still the best.
    return answer?.failure.kind === 'forbidden' ? null : (known?.[kind] ?? null);
  };
  const others: OtherThings = {
    'load-balancer': thingsOf('load-balancer'),
    database: thingsOf('database'),
    'autoscale-pool': thingsOf('autoscale-pool'),
  };
  const cost = answers.reduce(
    (sum, [, answer]) => sum + (answer.ok ? pagesOf(answer.value.length) : 1),
    pagesOf(listing.value.length),
  );
  return { outcome: success({ all: listing.value, others }), cost };
}
