import { z } from 'zod';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { CallOptions } from '../digitalocean/api.ts';
import type { UptimeState } from '../state/monitoring.ts';
import { monitoringWords } from '../words/monitoring.ts';
import { fetching, type PollTarget, pollDeadlineMs, type Read } from './fetching.ts';
import type { PollEnd } from './poller.ts';

/** More checks than these are looked at in turns, so that a team with hundreds does not eat the budget. */
const maximumChecks = 25;

const checkSchema = z.object({
  id: z.string(),
  name: z.string(),
  target: z.string().catch(''),
  enabled: z.boolean().catch(true),
});
type Check = z.infer<typeof checkSchema>;
const regionSchema = z.object({ status: z.string(), status_changed_at: z.string().nullish() });
const stateSchema = z.object({ state: z.object({ regions: z.record(z.string(), regionSchema).nullish() }) });

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
  const listing = await target.api.listAll('uptime_list_checks', {}, options);
  if (!listing.ok) return { outcome: listing, cost: 1 };
  const checks = listing.value.items.flatMap((item) => checkSchema.safeParse(item).data ?? []);
  const known = target.state().connections.get(target.connectionId)?.uptime;
  const looked = checks.filter((check) => check.enabled).slice(0, maximumChecks);
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
  return { outcome, cost: listing.value.attempts + looked.length };
}

const unknownState = (check: Check): UptimeState => ({
  checkId: check.id,
  name: check.name,
  target: check.target,
  isEnabled: check.enabled,
  status: 'unknown',
  downIn: [],
  changedAtMs: null,
});

async function readState({ api }: PollTarget, check: Check, options: CallOptions): Promise<Outcome<UptimeState>> {
  const answer = await api.call('uptime_get_checkState', { path: { check_id: check.id } }, options);
  if (!answer.ok) return answer;
  const parsed = stateSchema.safeParse(answer.value.body);
  if (!parsed.success) return failed({ kind: 'bad-answer', message: monitoringWords.badState(check.name) });
  const regions = Object.entries(parsed.data.state.regions ?? {});
  const downIn = regions.filter(([, region]) => region.status.toUpperCase() === 'DOWN').map(([name]) => name);
  const isUp = regions.some(([, region]) => region.status.toUpperCase() === 'UP');
  const changes = regions.map(([, region]) => Date.parse(region.status_changed_at ?? '')).filter(Number.isFinite);
  return success({
    ...unknownState(check),
    status: downIn.length > 0 ? 'down' : isUp ? 'up' : 'unknown',
    downIn,
    changedAtMs: changes.length === 0 ? null : Math.max(...changes),
  });
}
