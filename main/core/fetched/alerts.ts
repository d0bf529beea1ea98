import { z } from 'zod';
import { type Failure, failed, success } from '../../../preload/contract/failure.ts';
import { listAlertPolicies } from '../digitalocean/resources/alert-policies.ts';
import { mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import { metricCost, readMetric } from './alert-metrics.ts';
import { isExceeded, type Watched, watchedBy, windowMs } from './alert-policy.ts';
import { type Definition, pagesOf, type Read, type ReadContext, savedAs } from './definition.ts';
import type { Droplets } from './droplets.ts';

/** An alert policy for one droplet, as Buoy evaluated it: the API has no state for it. */
export interface AlertState {
  /** `policyUuid/entityId`. */
  key: string;
  policyUuid: string;
  description: string;
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: string;
  comparison: 'GreaterThan' | 'LessThan';
  /** In the metric's unit: percent, load, or Mbit/s. */
  threshold: number;
  dropletId: number;
  /** Value over the policy's window, in the same unit, to two decimals; `null`: no data. */
  value: number | null;
  isFiring: boolean;
  /** When Buoy first saw `isFiring` as it is, Unix milliseconds. */
  changedAtMs: number;
}

/** By key. */
export type AlertStates = ReadonlyMap<string, AlertState>;

interface Needs {
  alerts: AlertStates;
  droplets: Droplets;
}

/** Most metric requests in one poll. Every policy costs one or two for each of its droplets. */
const maximumRequests = 6;

const schema = z.object({
  key: z.string(),
  policyUuid: z.string(),
  description: z.string(),
  type: z.string(),
  comparison: z.enum(['GreaterThan', 'LessThan']),
  threshold: z.number(),
  dropletId: z.number(),
  value: z.number().nullable(),
  isFiring: z.boolean(),
  changedAtMs: z.number(),
});

/**
 * Alert policies, evaluated by Buoy, because the API says what they compare but not whether they fire. Buoy makes the same
 * comparison over the same window for the same droplets, as far as the budget allows.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/monitoring_list_alertPolicy
 */
export const alerts: Definition<AlertStates, readonly AlertState[], Needs> = {
  empty: new Map(),
  fold: (held, answer) => mergeByKey(held, answer, (alert) => alert.key),
  // A full poll costs 7 requests, so the share stretches its interval to some 13 minutes.
  sharePerHour: 32,
  intervalMs: (chosenMs) => Math.max(chosenMs, 600_000),
  read: readAlerts,
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()],
    read: (saved) => new Map(saved.map((alert) => [alert.key, alert])),
  }),
  wakesPollers: false,
  bearsNews: true,
};

/** Fails only when every metric failed: one droplet that cannot be read must not hide the others. */
async function readAlerts(context: ReadContext<Needs>): Promise<Read<AlertState[]>> {
  const listing = await listAlertPolicies(context.api, context.options);
  if (!listing.ok) return { outcome: listing, cost: 1 };
  const listingCost = pagesOf(listing.value.length);
  const connection = context.connection();
  if (!connection) return { outcome: success([]), cost: listingCost };
  const watched = affordable(watchedBy(listing.value, connection.droplets, context.isPinned));
  const read = await Promise.all(watched.map((one) => readAlert(context, one)));
  const cost = listingCost + watched.reduce((sum, one) => sum + metricCost(one.policy.type), 0);
  const failures = read.flatMap((one) => ('failure' in one ? [one.failure] : []));
  const [first] = failures;
  if (first && failures.length === read.length) return { outcome: failed(first), cost };
  return { outcome: success(read.flatMap((one) => ('alert' in one ? [one.alert] : []))), cost };
}

/** The pairs whose metrics fit into one poll, in order. Policies without a metric are left out. */
function affordable(watched: readonly Watched[]): Watched[] {
  let left = maximumRequests;
  return watched.filter(({ policy }) => {
    const cost = metricCost(policy.type);
    if (cost === 0 || cost > left) return false;
    left -= cost;
    return true;
  });
}

async function readAlert(
  context: ReadContext<Needs>,
  { policy, dropletId }: Watched,
): Promise<{ alert: AlertState } | { failure: Failure }> {
  const key = `${policy.uuid}/${dropletId}`;
  const known = context.connection()?.alerts.get(key);
  const read = await readMetric(context, policy.type, dropletId, windowMs(policy));
  // A failed read keeps the last known state, because it must not clear an alert.
  if (!read.ok) return known ? { alert: known } : { failure: read.failure };
  const isFiring = read.value !== null && isExceeded(policy, read.value);
  const changedAtMs = known && known.isFiring === isFiring ? known.changedAtMs : context.clock.now();
  return {
    alert: {
      key,
      policyUuid: policy.uuid,
      description: policy.description,
      type: policy.type,
      comparison: policy.compare === 'LessThan' ? 'LessThan' : 'GreaterThan',
      threshold: policy.value,
      dropletId,
      value: read.value === null ? null : Math.round(read.value * 100) / 100,
      isFiring,
      changedAtMs,
    },
  };
}
