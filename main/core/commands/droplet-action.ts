import type { DropletActionType } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { duration } from '../../../preload/contract/time-words.ts';
import type { Question } from '../guard.ts';
import { usual } from '../state/durations.ts';
import { actionLabel } from '../words/actions.ts';
import { commandWords } from '../words/commands.ts';
import { confirmationWords, toType } from '../words/confirmations.ts';
import { actionBody } from './action-body.ts';
import type { Answered, CommandContext, CommandEnd, CommandOf } from './context.ts';
import { dangerOf } from './danger.ts';
import { lockedWith } from './locked.ts';
import { sendAction } from './send-action.ts';
import { busyWith, findTarget, type Target } from './targets.ts';

type Wanted = CommandOf<'droplet-action'>;
type NotStarted = { name: string; failure: Failure };

/**
 * Runs an action on one or several droplets. The result lists the droplets on which it could not start, with the reasons; it
 * fails only when the action started nowhere. Disruptive actions end in a question first, and those that erase a disk or
 * backups in one whose answer is the droplet's name.
 */
export async function dropletAction(context: CommandContext, command: Wanted, answer: Answered): CommandEnd {
  if (command.type === 'rename' && command.dropletKeys.length > 1) {
    return failed({ kind: 'invalid-arguments', ...commandWords.renameOne, field: 'dropletKeys' });
  }
  const { targets, missing } = findTargets(context, command.dropletKeys);
  const [first] = missing;
  if (targets.length === 0 && first) return failed(first.failure);
  // Checks the value before asking. `start` makes the real body of each droplet.
  const plain = actionBody(command, '', context.clock.now());
  if (!plain.ok) return plain;
  const [only] = targets;
  const busy = targets.length === 1 && only ? (busyWith(context.state(), only) ?? (await lockedWith(context, only))) : null;
  // Refused before the question rather than after it, so that the person does not answer in vain.
  if (busy) return failed(busy);
  const asked = confirm(context, command, targets, answer);
  if (!asked.ok) return asked;
  if (asked.value) return success({ status: 'needs-confirmation', confirmation: asked.value });
  return start(context, command, targets, missing);
}

/** Looks every key up once, even when it is given twice. */
function findTargets(context: CommandContext, keys: readonly string[]): { targets: Target[]; missing: NotStarted[] } {
  const targets: Target[] = [];
  const missing: NotStarted[] = [];
  for (const key of new Set(keys)) {
    const found = findTarget(context.state(), key);
    if (found.ok) targets.push(found.value);
    else missing.push({ name: key, failure: found.failure });
  }
  return { targets, missing };
}

/**
 * The question to ask first, or `null` to go ahead. Only power cycles offer "do not ask again"; the choice is stored in the
 * settings, where the person can undo it.
 */
function confirm(context: CommandContext, command: Wanted, targets: readonly Target[], answer: Answered) {
  const isRemembered = command.type === 'power_cycle' && !context.settings().isPowerCycleConfirmed;
  const level = dangerOf(command.type);
  if (level === 'normal' || isRemembered) return success(null);
  if (!answer) return success(context.guard.ask(command, question(context, command, level, targets)));
  const checked = context.guard.check(command, answer);
  if (!checked.ok) return checked;
  if (answer.isRemembered && checked.value.canBeRemembered) {
    const settings = { ...context.settings(), isPowerCycleConfirmed: false };
    // Nothing is announced of it. When it cannot be written, the page says so for all settings, and the keeper tries again.
    void context.change('settings', { type: 'settings-changed', settings });
  }
  return success(null);
}

function question(context: CommandContext, command: Wanted, level: Question['level'], targets: readonly Target[]): Question {
  const { type } = command;
  const names = targets.map((target) => target.droplet.name);
  const [only] = targets;
  return {
    level,
    title: confirmationWords.title(type, names),
    lines: [
      confirmationWords.effect(type, targets.length),
      ...(command.isDiskResized ? [confirmationWords.diskGrows] : []),
      ...(targets.length > 1 ? [confirmationWords.droplets(names)] : []),
      confirmationWords.team([...new Set(targets.map((target) => target.team))]),
      ...(targets.length === 1 && only ? ownLines(context, type, only) : []),
    ],
    goes: level === 'destructive' ? [confirmationWords.goes(type, names)] : [],
    stays: [],
    typeToConfirm: level === 'destructive' ? toType(names) : null,
    confirmLabel: actionLabel(type),
    canBeRemembered: type === 'power_cycle',
  };
}

/** Lines about a single droplet: its first public address, and how long the action usually takes. */
function ownLines(context: CommandContext, type: DropletActionType, { droplet }: Target): string[] {
  const [address] = [...droplet.publicV4, ...droplet.publicV6];
  const estimate = usual(context.state().durations, { type, regionSlug: droplet.regionSlug, sizeSlug: droplet.sizeSlug });
  return [
    ...(address === undefined ? [] : [confirmationWords.address(address)]),
    ...(estimate ? [confirmationWords.usually(duration(estimate.usualMs))] : []),
  ];
}

/** Sends the action to every target. All requests start at once; the rate limiter spreads them. */
async function start(context: CommandContext, command: Wanted, targets: readonly Target[], missing: NotStarted[]): CommandEnd {
  const value = command.value?.trim() || null;
  const ended = await Promise.all(
    targets.map(async (target) => {
      const body = actionBody(command, target.droplet.name, context.clock.now());
      const sent: Outcome<string> = body.ok
        ? await sendAction(context, target, { ...body.value, type: command.type }, value)
        : body;
      return { target, sent };
    }),
  );
  const actionKeys: string[] = [];
  const names: string[] = [];
  const failures = [...missing];
  for (const { target, sent } of ended) {
    if (sent.ok) {
      actionKeys.push(sent.value);
      names.push(target.droplet.name);
    } else failures.push({ name: target.droplet.name, failure: sent.failure });
  }
  const [first] = failures;
  // Nothing started: a failure. One droplet keeps its own reason, several are named with the first one.
  if (names.length === 0 && first) {
    if (failures.length === 1) return failed(first.failure);
    const words = commandWords.noneStarted(
      command.type,
      failures.map((one) => one.name),
      first.failure,
    );
    return failed({ ...first.failure, ...words });
  }
  const message = commandWords.started(command.type, names, value, failures.length);
  return success({ status: 'started', message, actionKeys, failures });
}
