import { failed, success } from '../../../preload/contract/failure.ts';
import { postTagAction } from '../digitalocean/resources/actions.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import type { Question } from '../guard.ts';
import { actionLabel } from '../words/actions.ts';
import { commandWords } from '../words/commands.ts';
import { confirmationWords } from '../words/confirmations.ts';
import { actionBody } from './action-body.ts';
import type { Answered, CommandContext, CommandEnd, CommandOf } from './context.ts';
import { dangerOf } from './danger.ts';

type Wanted = CommandOf<'tag-action'>;

/**
 * Runs an action on every droplet with a tag, in one request. DigitalOcean decides on which of them it can start.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/dropletActions_post_byTag
 */
export async function tagAction(context: CommandContext, command: Wanted, answer: Answered): CommandEnd {
  const { connectionId, tag, type } = command;
  const api = context.api(connectionId);
  if (!api.ok) return api;
  const body = actionBody(command, tag, context.clock.now());
  if (!body.ok) return body;
  const tagged = droplets(context, command);
  const level = dangerOf(type);
  if (level !== 'normal') {
    if (!answer) {
      const confirmation = context.guard.ask(command, question(context, command, level, tagged));
      return success({ status: 'needs-confirmation', confirmation });
    }
    const checked = context.guard.check(command, answer);
    if (!checked.ok) return checked;
  }
  const dropletIds = tagged.map((droplet) => droplet.id);
  const value = command.value?.trim() || null;
  context.dispatch({ type: 'command-sent', connectionId, dropletIds, actionType: type, value, atMs: context.clock.now() });
  const sent = await postTagAction(api.value, tag, body.value);
  context.dispatch({ type: 'command-ended', connectionId, dropletIds });
  if (!sent.ok) {
    const { failure } = sent;
    if (failure.kind !== 'outcome-unknown') return failed(failure);
    // Reads the actions again: Activity then shows on which droplets it started.
    await context.refresh(connectionId);
    return failed({ ...failure, ...commandWords.tagUnknown(type, tag) });
  }
  // DigitalOcean answers with success even when it started nothing.
  if (sent.value.length === 0) return failed({ kind: 'unprocessable', ...commandWords.tagNone(tag) });
  context.dispatch({ type: 'actions-started', connectionId, actions: sent.value, value, atMs: context.clock.now() });
  const actionKeys = sent.value.map((action) => `${connectionId}:${action.id}`);
  return success({ status: 'started', message: commandWords.tagStarted(type, tag, actionKeys.length), actionKeys, failures: [] });
}

function droplets(context: CommandContext, { connectionId, tag }: Wanted): Droplet[] {
  const all = context.state().connections.get(connectionId)?.droplets.values() ?? [];
  // Tags that differ only in case are the same tag.
  const wanted = tag.toLowerCase();
  return [...all].filter((droplet) => droplet.tags.some((one) => one.toLowerCase() === wanted));
}

function question(
  context: CommandContext,
  { connectionId, tag, type }: Wanted,
  level: Question['level'],
  tagged: readonly Droplet[],
): Question {
  return {
    level,
    title: confirmationWords.byTagTitle(type, tag),
    lines: [
      // Always in the plural: droplets that Buoy has not read yet may have the tag too.
      confirmationWords.effect(type, 2),
      confirmationWords.byTag(
        tag,
        tagged.map((droplet) => droplet.name),
      ),
      confirmationWords.team([context.connectionName(connectionId)]),
    ],
    // Of the actions that run by tag only the end of backups is destructive.
    goes: level === 'destructive' ? [confirmationWords.goesByTag(tag)] : [],
    stays: [],
    typeToConfirm: level === 'destructive' ? tag : null,
    confirmLabel: actionLabel(type),
    canBeRemembered: false,
  };
}
