import { type Outcome, success } from '../../../preload/contract/failure.ts';
import type { CallOptions } from '../digitalocean/api.ts';
import { type Action, getAction, listRecentActions } from '../digitalocean/resources/actions.ts';
import { connectionOf, fetching, type PollTarget, pollDeadlineMs, type Read } from './fetching.ts';
import { pageSize } from './intervals.ts';
import type { PollEnd } from './poller.ts';

/** Actions that run but are not on the first page are asked for one by one, this many in a turn. */
const maximumSingles = 5;
/** While something runs the list is asked for often: fewer entries then, unless more than these run. */
const shortPage = 50;

/** The first page of actions: one request for all that runs, whoever started it, and for what ended lately. */
export function pollActions(target: PollTarget, signal: AbortSignal): Promise<PollEnd> {
  const { connectionId } = target;
  const options: CallOptions = { lane: 'poll', signal, deadlineMs: pollDeadlineMs };
  return fetching(
    target,
    'actions',
    signal,
    () => readActions(target, options),
    (actions, requestedAtMs, atMs) => ({ type: 'actions-fetched', connectionId, actions, requestedAtMs, atMs }),
  );
}

async function readActions(target: PollTarget, options: CallOptions): Promise<Read<Action[]>> {
  const running = runningIds(target);
  const isOften = running.length > 0 && running.length < shortPage / 2;
  const outcome = await listRecentActions(target.api, isOften ? shortPage : pageSize, options);
  if (!outcome.ok) return { outcome, cost: 1 };
  const listed = new Set(outcome.value.map((action) => action.id));
  // Oldest first: those fell off the page long ago.
  const missing = running.filter((id) => !listed.has(id)).slice(0, maximumSingles);
  const singles = await Promise.all(missing.map((id) => getAction(target.api, id, options)));
  const found = singles.flatMap((single: Outcome<Action>) => (single.ok ? [single.value] : []));
  return { outcome: success([...outcome.value, ...found]), cost: 1 + missing.length };
}

function runningIds(target: PollTarget): number[] {
  const actions = [...(connectionOf(target)?.actions.values() ?? [])];
  const running = actions.filter((action) => action.status === 'in-progress' && action.actionId !== null);
  return running.toReversed().flatMap((action) => action.actionId ?? []);
}
