import { listDroplets } from '../digitalocean/resources/droplets.ts';
import { fetching, type PollTarget, pollDeadlineMs } from './fetching.ts';
import { pageSize } from './intervals.ts';
import type { PollEnd } from './poller.ts';

/** Every droplet of the team: one request per 200. */
export function pollDroplets(target: PollTarget, signal: AbortSignal): Promise<PollEnd> {
  const { api, connectionId } = target;
  const read = async () => {
    const outcome = await listDroplets(api, { lane: 'poll', signal, deadlineMs: pollDeadlineMs });
    return { outcome, cost: outcome.ok ? Math.max(1, Math.ceil(outcome.value.length / pageSize)) : 1 };
  };
  return fetching(target, 'droplets', signal, read, (droplets, requestedAtMs, atMs) => {
    return { type: 'droplets-fetched', connectionId, droplets, requestedAtMs, atMs };
  });
}
