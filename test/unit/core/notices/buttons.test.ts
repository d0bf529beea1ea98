import { describe, expect, it } from 'vitest';
import { dangerOf } from '../../../../main/core/commands/danger.ts';
import { actionEnded } from '../../../../main/core/notices/action-ended.ts';
import { retryButton } from '../../../../main/core/notices/buttons.ts';
import { dropletActionTypes } from '../../../../preload/contract/command.ts';
import { noticeButtonSchema } from '../../../../preload/contract/notice.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const tracked = (type: string, fields = {}) => {
  const action = anAction({ status: 'errored', startedAtMs: startMs, completedAtMs: startMs + 1000, type, ...fields });
  const state = fold(loadedState(), fetched('droplets', [aDroplet()]), fetched('actions', [action]));
  const [found] = connectionIn(state).actions.values();
  if (found === undefined) throw new Error('The action is in the state');
  return found;
};
const retryOf = (type: string, fields = {}) => {
  const button = retryButton(tracked(type, fields));
  const command = button?.deed.kind === 'command' ? button.deed.command : null;
  return command?.kind === 'droplet-action' ? { label: button?.label ?? '', type: command.type } : null;
};

describe('the button of a failed action', () => {
  it.each([
    ['reboot', 'Power cycle…', 'power_cycle'],
    ['power_cycle', 'Power cycle…', 'power_cycle'],
    ['shutdown', 'Power off…', 'power_off'],
    ['power_on', 'Power on', 'power_on'],
    ['snapshot', 'Try again', 'snapshot'],
  ])('does what helps after that failure: %s', (failed, label, type) => {
    expect(retryOf(failed)).toEqual({ label, type });
  });

  it.each(['rebuild', 'restore', 'resize', 'rename', 'password_reset', 'a_type_of_tomorrow', 'constructor'])(
    'is missing where a value is needed, a disk is at stake or the type is unknown: %s',
    (failed) => {
      expect(retryOf(failed)).toBeNull();
    },
  );

  it('is missing for what is no droplet', () => {
    expect(retryOf('snapshot', { resourceType: 'volume' })).toBeNull();
  });

  it.each(dropletActionTypes)('has an ellipsis exactly when a question follows, and fits the contract: %s', (failed) => {
    const button = retryButton(tracked(failed));
    const next = retryOf(failed);
    if (button === null || next === null) return expect(button).toBeNull();
    expect(button.label.endsWith('…')).toBe(dangerOf(next.type) === 'disruptive');
    expect(noticeButtonSchema.parse(button)).toEqual(button);
  });

  it('stands beside the one that shows it', () => {
    const before = fold(loadedState(), fetched('droplets', [aDroplet()]), fetched('actions', [anAction()]));
    const after = fold(before, fetched('actions', [anAction({ status: 'errored', completedAtMs: startMs + 1000 })]));
    const [draft] = actionEnded.rule(before, after, after.settings);
    expect(draft?.buttons.map(({ label }) => label)).toEqual(['Show', 'Power cycle…']);
  });
});

describe('a button that is read from a file', () => {
  it.each([
    { kind: 'delete-droplet', dropletKey: 'c1:101' },
    { kind: 'add-connection', token: 'x' },
    { kind: 'update-settings', patch: {} },
  ])('starts no other command: $kind', (command) => {
    expect(noticeButtonSchema.safeParse({ label: 'Do it', deed: { kind: 'command', command } }).success).toBe(false);
  });
});
