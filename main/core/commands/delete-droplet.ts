import { sumOfPrices } from '../../../preload/contract/amounts.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { associatedDeletion, dropletDeletion } from '../following/droplet-deletion.ts';
import type { Question } from '../guard.ts';
import { commandWords } from '../words/commands.ts';
import { confirmationWords } from '../words/confirmations.ts';
import { type Associated, associatedResources } from './associated-resources.ts';
import type { Answered, CommandContext, CommandEnd, CommandOf } from './context.ts';
import { busyWith, findTarget, type Target } from './targets.ts';

type Wanted = CommandOf<'delete-droplet'>;

/**
 * Destroys a droplet, alone or together with what belongs to it. The question says what is deleted, what stays and what that
 * costs, and asks the person to type the droplet's name. Buoy then follows the deletion until the droplet is gone.
 */
export async function deleteDroplet(context: CommandContext, command: Wanted, answer: Answered): CommandEnd {
  const found = findTarget(context.state(), command.dropletKey);
  if (!found.ok) return found;
  const target = found.value;
  const api = context.api(target.connectionId);
  if (!api.ok) return api;
  if (!answer) {
    const associated = await associatedResources(api.value, target.droplet.id);
    return success({
      status: 'needs-confirmation',
      confirmation: context.guard.ask(command, question(command, target, associated)),
    });
  }
  const checked = context.guard.check(command, answer);
  if (!checked.ok) return checked;
  // Checked after the answer, because an action may have started while the question was open.
  const busy = busyWith(context.state(), target);
  if (busy) return failed(busy);
  const deleted = await destroy(context, api.value, target, command.isWithAssociated ?? false);
  if (!deleted.ok) return deleted;
  const actionKey = follow(context, target, command.isWithAssociated ?? false);
  return success({
    status: 'started',
    message: commandWords.destroying(target.droplet.name),
    actionKeys: [actionKey],
    failures: [],
  });
}

/** Without a list of what belongs to the droplet the question says so, rather than that nothing stays. */
function question(command: Wanted, { droplet, team }: Target, associated: Outcome<Associated[]>): Question {
  const others = associated.ok ? associated.value : [];
  const isAll = command.isWithAssociated ?? false;
  return {
    level: 'destructive',
    title: confirmationWords.destroyTitle(droplet.name),
    lines: [
      confirmationWords.destroyEffect,
      confirmationWords.team([team]),
      ...(associated.ok ? [] : [confirmationWords.associatedUnknown(associated.failure.message)]),
    ],
    goes: [confirmationWords.goesDroplet(droplet.name, droplet.priceMonthlyUsd), ...(isAll ? others.map((one) => one.text) : [])],
    stays: isAll ? [] : others,
    ...(isAll ? {} : { staysMonthlyUsd: sumOfPrices(others.map(({ priceMonthlyUsd }) => priceMonthlyUsd)) ?? '0' }),
    typeToConfirm: droplet.name,
    confirmLabel: isAll ? confirmationWords.destroyAllLabel : confirmationWords.destroyLabel,
    canBeRemembered: false,
  };
}

/**
 * Sends the deletion. Until the answer the droplet counts as busy. The API deletes what belongs to a droplet only with the
 * header `X-Dangerous: true`.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/droplets_destroy_withAssociatedResourcesDangerous
 */
async function destroy(context: CommandContext, api: Api, target: Target, isAll: boolean): Promise<Outcome<null>> {
  const { connectionId, droplet } = target;
  const path = { droplet_id: droplet.id };
  const dropletIds = [droplet.id];
  context.dispatch({
    type: 'command-sent',
    connectionId,
    dropletIds,
    actionType: 'destroy',
    value: null,
    atMs: context.clock.now(),
  });
  const sent = isAll
    ? await api.call('droplets_destroy_withAssociatedResourcesDangerous', { path, headers: { 'X-Dangerous': 'true' } })
    : await api.call('droplets_destroy', { path });
  const resolved = sent.ok || sent.failure.kind !== 'outcome-unknown' ? sent : await look(api, target);
  context.dispatch({ type: 'command-ended', connectionId, dropletIds });
  // Not found: somebody else destroyed it first, and the person has what they wanted.
  return resolved.ok || resolved.failure.kind === 'not-found' ? success(null) : failed(resolved.failure);
}

/** Reads the droplet after a deletion that got no answer: not found is a success, still there a failure to try again. */
async function look(api: Api, { droplet }: Target): Promise<Outcome<null>> {
  const answer = await api.call('droplets_get', { path: { droplet_id: droplet.id } });
  if (answer.ok) return failed({ kind: 'network', ...commandWords.destroyNotStarted(droplet.name) });
  if (answer.failure.kind === 'not-found') return success(null);
  return failed({ ...answer.failure, kind: 'outcome-unknown', ...commandWords.destroyUnknown(droplet.name) });
}

function follow(context: CommandContext, { connectionId, droplet }: Target, isAll: boolean): string {
  const { name } = droplet;
  return context.followers.follow({
    connectionId,
    kind: isAll ? associatedDeletion.name : dropletDeletion.name,
    target: { dropletId: String(droplet.id) },
    type: 'destroy',
    titles: {
      running: commandWords.destroying(name),
      completed: commandWords.destroyed(name),
      errored: commandWords.destroyFailed(name),
    },
    resourceType: 'droplet',
    resourceId: String(droplet.id),
    resourceName: name,
    // A destroyed droplet has no page to show.
    route: null,
    regionSlug: droplet.regionSlug,
    sizeSlug: droplet.sizeSlug,
  });
}
