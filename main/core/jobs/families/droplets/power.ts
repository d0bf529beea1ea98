import { success } from '../../../../../preload/contract/failure.ts';
import { actionLabel, actionTitle } from '../../../words/actions.ts';
import { confirmationWords } from '../../../words/confirmations.ts';
import { oneByOne } from '../../for-many.ts';
import type { Job, OneByOne, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { act, off, offWhileKept } from './droplet.ts';

/** Actions that need no values. For one droplet they are commands, which the tray and notices give too. */
type Plain = 'power_on' | 'reboot' | 'power_cycle' | 'power_off' | 'enable_ipv6';

/** What a selection is told before: the same as before the command on one. */
export const question = (type: Plain | 'shutdown' | 'disable_backups', { things }: { things: readonly Thing[] }) => ({
  lines: [confirmationWords.effect(type, things.length)],
});

function plain(name: string, type: Plain, job: Pick<Job, 'level' | 'off'> & { more?: Partial<OneByOne> }): Job {
  const { more, ...given } = job;
  const isAsked = given.level !== 'normal';
  return {
    ...given,
    name,
    label: `${actionLabel(type)}${isAsked ? '…' : ''}`,
    keywords: 'power',
    plan: (_values, { thing }) => ({
      steps: [act(thing, actionLabel(type), { type })],
      done: () => `${actionTitle({ type, status: 'in-progress', name: thing.name, value: null })}.`,
    }),
    forMany: {
      ...oneByOne,
      isOnlyForMany: true,
      ...(isAsked ? { open: (context) => success(question(type, context)) } : {}),
      ...more,
    },
  };
}

const status = ({ row }: Thing): string => textAt(row, 'status');
const offReason = (thing: Thing): string | null => (status(thing) === 'off' ? `${thing.name} is off.` : null);
const mustBeOn = (thing: Thing): string | null => off(thing) ?? offReason(thing);
/** Cutting the power of what a pool keeps looks to the pool like a broken droplet. */
const mustBeOnAndOwn = (thing: Thing): string | null => offWhileKept(thing) ?? offReason(thing);
const mustBeOff = (thing: Thing): string | null =>
  off(thing) ?? (status(thing) === 'active' ? `${thing.name} is on already.` : null);

/** Under the button for all that is about their power. */
export const inGroup: OneByOne = { ...oneByOne, group: 'power', isMain: true };

export const powerJobs: readonly Job[] = [
  plain('power-on', 'power_on', { level: 'normal', off: mustBeOff, more: inGroup }),
  plain('reboot', 'reboot', { level: 'normal', off: mustBeOn, more: inGroup }),
  plain('power-cycle', 'power_cycle', { level: 'disruptive', off: mustBeOnAndOwn, more: inGroup }),
  plain('power-off', 'power_off', { level: 'disruptive', off: mustBeOnAndOwn, more: inGroup }),
];

const hasIpv6 = ({ row }: Thing): boolean => Array.isArray(row.features) && row.features.includes('ipv6');

export const enableIpv6: Job = {
  ...plain('ipv6-on', 'enable_ipv6', { level: 'normal', off, more: { otherwise: 'It has IPv6.' } }),
  isFor: (thing) => !hasIpv6(thing),
  keywords: 'address network',
};
