import { type Failure, failed, success } from '../../../preload/contract/failure.ts';
import type { CallOptions } from '../digitalocean/api.ts';
import { listAlertPolicies } from '../digitalocean/resources/alert-policies.ts';
import type { AlertState } from '../state/monitoring.ts';
import { metricCost, readMetric } from './alert-metrics.ts';
import { isExceeded, type Watched, watchedBy, windowMs } from './alert-policy.ts';
import { connectionOf, fetching, type PollTarget, pollDeadlineMs, type Read } from './fetching.ts';
import { pageSize } from './intervals.ts';
import type { PollEnd } from './poller.ts';

/** Requests for metrics in one poll: each costs, and there is no state to ask for instead. */
const maximumRequests = 6;

/**
 * Alert policies, evaluated by Buoy: the API tells what they compare, not whether they fire. The same comparison over the
 * same window of the same droplets, as far as the budget goes.
 */
export function pollAlerts(target: PollTarget, signal: AbortSignal): Promise<PollEnd> {
  const { connectionId } = target;
  const options: CallOptions = { lane: 'poll', signal, deadlineMs: pollDeadlineMs };
  return fetching(
    target,
    'alerts',
    signal,
    () => readAlerts(target, options),
    (alerts, _requestedAtMs, atMs) => ({ type: 'alerts-fetched', connectionId, alerts, atMs }),
  );
}

async function readAlerts(target: PollTarget, options: CallOptions): Promise<Read<AlertState[]>> {
  const listing = await listAlertPolicies(target.api, options);
  if (!listing.ok) return { outcome: listing, cost: 1 };
  const listingCost = Math.max(1, Math.ceil(listing.value.length / pageSize));
  const connection = connectionOf(target);
  if (!connection) return { outcome: success([]), cost: listingCost };
  const pinned = new Set(target.state().settings.pinned);
  const watched = affordable(watchedBy(listing.value, connection, pinned));
  const read = await Promise.all(watched.map((one) => readAlert(target, one, options)));
  const cost = listingCost + watched.reduce((sum, one) => sum + metricCost(one.policy.type), 0);
  const failures = read.flatMap((one) => ('failure' in one ? [one.failure] : []));
  const [first] = failures;
  if (first && failures.length === read.length) return { outcome: failed(first), cost };
  return { outcome: success(read.flatMap((one) => ('alert' in one ? [one.alert] : []))), cost };
}

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
  target: PollTarget,
  { policy, dropletId }: Watched,
  options: CallOptions,
): Promise<{ alert: AlertState } | { failure: Failure }> {
  const key = `${policy.uuid}/${dropletId}`;
  const known = connectionOf(target)?.alerts.get(key);
  const read = await readMetric(target, policy.type, dropletId, windowMs(policy), options);
  // What could not be read this time stays as it was rather than to clear an alert.
  if (!read.ok) return known ? { alert: known } : { failure: read.failure };
  const isFiring = read.value !== null && isExceeded(policy, read.value);
  const changedAtMs = known && known.isFiring === isFiring ? known.changedAtMs : target.clock.now();
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
