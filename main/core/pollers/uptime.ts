import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { CallOptions } from '../digitalocean/api.ts';
import { getUptimeCheckState, listUptimeChecks, type UptimeCheck } from '../digitalocean/resources/uptime-checks.ts';
import type { UptimeState } from '../state/monitoring.ts';
import { fetching, type PollTarget, pollDeadlineMs, type Read } from './fetching.ts';
import { pageSize } from './intervals.ts';
import type { PollEnd } from './poller.ts';

/** More checks than these are looked at in turns, so that a team with hundreds does not eat the budget. */
const maximumChecks = 25;

/**
 * Uptime checks, and of each enabled one what the regions of the world see.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/uptime_get_checkState
 */
export function pollUptime(target: PollTarget, signal: AbortSignal): Promise<PollEnd> {
  const { connectionId } = target;
  const options: CallOptions = { lane: 'poll', signal, deadlineMs: pollDeadlineMs };
  return fetching(
    target,
    'uptime',
    signal,
    () => readChecks(target, options),
    (checks, _requestedAtMs, atMs) => ({ type: 'uptime-fetched', connectionId, checks, atMs }),
  );
}

async function readChecks(target: PollTarget, options: CallOptions): Promise<Read<UptimeState[]>> {
  const listing = await listUptimeChecks(target.api, options);
  if (!listing.ok) return { outcome: listing, cost: 1 };
  const checks = listing.value;
  const known = target.state().connections.get(target.connectionId)?.uptime;
  const looked = checks.filter((check) => check.isEnabled).slice(0, maximumChecks);
  const answers = new Map(
    await Promise.all(
      looked.map(async (check): Promise<[string, Outcome<UptimeState>]> => [check.id, await readState(target, check, options)]),
    ),
  );
  const states = checks.map((check) => {
    const answer = answers.get(check.id);
    return answer?.ok ? answer.value : (known?.get(check.id) ?? unknownState(check));
  });
  const failures = [...answers.values()].flatMap((answer) => (answer.ok ? [] : [answer.failure]));
  const [first] = failures;
  // One check that cannot be read is no reason to call all of them unknown.
  const outcome = first && failures.length === looked.length ? failed(first) : success(states);
  return { outcome, cost: Math.max(1, Math.ceil(checks.length / pageSize)) + looked.length };
}

const unknownState = (check: UptimeCheck): UptimeState => ({
  checkId: check.id,
  name: check.name,
  target: check.target,
  isEnabled: check.isEnabled,
  status: 'unknown',
  downIn: [],
  changedAtMs: null,
});

async function readState({ api }: PollTarget, check: UptimeCheck, options: CallOptions): Promise<Outcome<UptimeState>> {
  const read = await getUptimeCheckState(api, check.id, options);
  if (!read.ok) return read;
  const { regions } = read.value;
  const downIn = regions.filter((region) => region.status === 'DOWN').map((region) => region.region);
  const isUp = regions.some((region) => region.status === 'UP');
  const changes = regions.map((region) => region.changedAtMs).filter((atMs) => atMs !== null);
  return success({
    ...unknownState(check),
    status: downIn.length > 0 ? 'down' : isUp ? 'up' : 'unknown',
    downIn,
    changedAtMs: changes.length === 0 ? null : Math.max(...changes),
  });
}
