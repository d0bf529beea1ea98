import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { type Action, listDropletActions, postDropletAction } from '../digitalocean/resources/actions.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext } from './context.ts';
import { lockedWith } from './locked.ts';
import { pause } from './pause-for.ts';
import { busyWith, type Target } from './targets.ts';

/** Pauses in milliseconds before each look for an action: once started, it appears in the list within a few seconds. */
const looksAfterMs = [1000, 3000, 6000];

/**
 * Starts one action on one droplet and returns the key of its row. From sending until the answer the droplet counts as busy,
 * so a second action is refused without a request. When no answer comes, Buoy reads the droplet's actions to find out whether
 * the action started, instead of sending it again.
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
  const refusal = (await lockedWith(context, target)) ?? busyWith(context.state(), target);
  if (refusal) return failed(refusal);
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

/** Ids of the droplet's actions before the request. A newer one of the same type must be ours. */
function knownActions(context: CommandContext, { connectionId, droplet }: Target): ReadonlySet<number> {
  const known = new Set<number>();
  for (const action of context.state().connections.get(connectionId)?.actions.values() ?? []) {
    if (action.actionId !== null && action.resourceId === String(droplet.id)) known.add(action.actionId);
  }
  return known;
}

/**
 * Looks for an action whose start got no answer: the newest of that type which was not there before. When DigitalOcean lists
 * none, it did not start (`network`); when no list could be read, that stays unknown (`outcome-unknown`).
 */
async function look(
  context: CommandContext,
  api: Api,
  { droplet }: Target,
  type: string,
  known: ReadonlySet<number>,
): Promise<Outcome<Action>> {
  // Ids grow with time. This rules out old actions that Buoy never read.
  const newestKnown = Math.max(0, ...known);
  let hasAnswered = false;
  for (const delayMs of looksAfterMs) {
    await pause(context.clock, delayMs);
    const listed = await listDropletActions(api, droplet.id);
    // A look that fails proves nothing; the next one may succeed.
    if (!listed.ok) continue;
    hasAnswered = true;
    const found = listed.value.find((action) => action.type === type && action.id > newestKnown && !known.has(action.id));
    if (found) return success(found);
  }
  const words = hasAnswered ? commandWords.didNotStart(type, droplet.name) : commandWords.notKnown(type, droplet.name);
  return failed({ kind: hasAnswered ? 'network' : 'outcome-unknown', ...words });
}

/**
 * DigitalOcean runs one action at a time on a droplet and refuses a second with 422, "already has a pending event". Says that
 * in the words of Buoy's own refusal. Only the message tells this 422 from others.
 */
function inContext(failure: Failure, { droplet }: Target): Failure {
  const isPending = failure.kind === 'unprocessable' && /pending event|locked/i.test(failure.errorMessage ?? '');
  return isPending ? { ...failure, kind: 'busy', ...commandWords.busyElsewhere(droplet.name) } : failure;
}
