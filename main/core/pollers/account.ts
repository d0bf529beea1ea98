import { getAccount } from '../digitalocean/resources/account.ts';
import { getBalance } from '../digitalocean/resources/balance.ts';
import { fetching, type PollTarget, pollDeadlineMs } from './fetching.ts';
import type { PollEnd } from './poller.ts';

/** Who the token belongs to, and the droplet limit. */
export function pollAccount(target: PollTarget, signal: AbortSignal): Promise<PollEnd> {
  const { api, connectionId } = target;
  const read = async () => ({ outcome: await getAccount(api, { lane: 'poll', signal, deadlineMs: pollDeadlineMs }), cost: 1 });
  return fetching(target, 'account', signal, read, (account, _requestedAtMs, atMs) => {
    return { type: 'account-fetched', connectionId, account, atMs };
  });
}

/** What this month cost so far. DigitalOcean computes it a few times a day. */
export function pollBalance(target: PollTarget, signal: AbortSignal): Promise<PollEnd> {
  const { api, connectionId } = target;
  const read = async () => ({ outcome: await getBalance(api, { lane: 'poll', signal, deadlineMs: pollDeadlineMs }), cost: 1 });
  return fetching(target, 'balance', signal, read, (balance, _requestedAtMs, atMs) => {
    return { type: 'balance-fetched', connectionId, balance, atMs };
  });
}
