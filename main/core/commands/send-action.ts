import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { type Action, listDropletActions, postDropletAction } from '../digitalocean/resources/actions.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext } from './context.ts';
import { pause } from './pause-for.ts';
import { busyWith, type Target } from './targets.ts';

/** When to look whether an action started after all: an action shows in the list within a few seconds. */
const looksAfterMs = [1000, 3000, 6000];

/**
 * Starts one action on one droplet. Between sending and the answer the droplet shows as running it; a second action is refused
 * before it is sent. An unknown outcome is resolved by looking at the droplet's own actions.
 */
export async function sendAction(
  context: CommandContext,
  target: Target,
  body: { type: string } & Record<string, unknown>,
  value: string | null,
): Promise<Outcome<string>> {
  const { connectionId, droplet } = target;
  const api = context.api(connectionId);
  if (!api.ok) return api;
  const busy = busyWith(context.state(), target);
  if (busy) return failed(busy);
  const known = knownActions(context, target);
  context.dispatch({
    type: 'command-sent',
    connectionId,
    dropletIds: [droplet.id],
    actionType: body.type,
    value,
    atMs: context.clock.now(),
  });
  const sent = await postDropletAction(api.value, droplet.id, body);
  const started =
    sent.ok || sent.failure.kind !== 'outcome-unknown' ? sent : await look(context, api.value, target, body.type, known);
  if (!started.ok) {
    context.dispatch({ type: 'command-ended', connectionId, dropletIds: [droplet.id] });
    return failed(inContext(started.failure, target));
  }
  context.dispatch({ type: 'actions-started', connectionId, actions: [started.value], value, atMs: context.clock.now() });
  return success(`${connectionId}:${started.value.id}`);
}

/** Ids of the droplet's actions that were there before: a new one must be ours. */
function knownActions(context: CommandContext, { connectionId, droplet }: Target): ReadonlySet<number> {
  const known = new Set<number>();
  for (const action of context.state().connections.get(connectionId)?.actions.values() ?? []) {
    if (action.actionId !== null && action.resourceId === String(droplet.id)) known.add(action.actionId);
  }
  return known;
}

/** Finds the action whose start was not answered. The newest of that type that was not there before counts as ours. */
async function look(
  context: CommandContext,
  api: Api,
  { droplet }: Target,
  type: string,
  known: ReadonlySet<number>,
): Promise<Outcome<Action>> {
  const newestKnown = Math.max(0, ...known);
  let hasAnswered = false;
  for (const delayMs of looksAfterMs) {
    await pause(context.clock, delayMs);
    const listed = await listDropletActions(api, droplet.id);
    if (!listed.ok) continue;
    hasAnswered = true;
    const found = listed.value.find((action) => action.type === type && action.id > newestKnown && !known.has(action.id));
    if (found) return success(found);
  }
  const words = hasAnswered ? commandWords.didNotStart(type, droplet.name) : commandWords.notKnown(type, droplet.name);
  return failed({ kind: hasAnswered ? 'network' : 'outcome-unknown', ...words });
}

/** The API's own refusal of a second action, in the words of ours. */
function inContext(failure: Failure, { droplet }: Target): Failure {
  const isPending = failure.kind === 'unprocessable' && /pending event|locked/i.test(failure.errorMessage ?? '');
  return isPending ? { ...failure, kind: 'busy', ...commandWords.busyElsewhere(droplet.name) } : failure;
}
