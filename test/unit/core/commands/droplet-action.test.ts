import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../preload/contract/command.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { createCommandContext, failing, wireAction } from '../../../doubles/core/command-context.ts';

const act = (type: Extract<Command, { kind: 'droplet-action' }>['type'], keys = ['c1:1'], extra = {}): Command => ({
  kind: 'droplet-action',
  dropletKeys: keys,
  type,
  ...extra,
});

describe('a normal droplet action', () => {
  it('starts at once, and shows on the droplet', async () => {
    const { run, connection, sent } = createCommandContext();
    expect(await run(act('reboot'))).toEqual({
      ok: true,
      value: { status: 'started', message: 'Rebooting web-01', actionKeys: ['c1:9001'], failures: [] },
    });
    expect(sent()).toEqual([{ path: { droplet_id: 1 }, body: { type: 'reboot' } }]);
    expect(connection().runningOn.get(1)).toBe('c1:9001');
    expect(connection().actions.get('c1:9001')?.startedBy).toBe('buoy');
  });

  it.each<[string, Command, Record<string, unknown>]>([
    ['a snapshot with a name of its own', act('snapshot'), { type: 'snapshot', name: 'web-01-2026-11-23-1408' }],
    ['a snapshot with the given name', act('snapshot', ['c1:1'], { value: ' before ' }), { type: 'snapshot', name: 'before' }],
    ['a new name', act('rename', ['c1:1'], { value: 'api-01' }), { type: 'rename', name: 'api-01' }],
  ])('sends %s', async (_case, command, body) => {
    const { run, sent } = createCommandContext();
    await run(command);
    expect(sent()[0]?.body).toEqual(body);
  });

  it.each<[string, Command]>([
    ['a rename without a name', act('rename')],
    ['a resize without a size', act('resize')],
    ['a rebuild without an image', act('rebuild')],
    ['a rename of several', act('rename', ['c1:1', 'c1:2'], { value: 'x' })],
  ])('refuses %s before anything is sent', async (_case, command) => {
    const { run, sent } = createCommandContext();
    expect(await run(command)).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments' } });
    expect(sent()).toEqual([]);
  });

  it('is refused while another action runs on the droplet, and names that action, before anything is sent', async () => {
    const { run, sent } = createCommandContext();
    await run(act('reboot'));
    expect(await run(act('snapshot'))).toMatchObject({
      ok: false,
      failure: { kind: 'busy', message: 'web-01 is busy: Rebooting web-01.' },
    });
    expect(sent()).toHaveLength(1);
  });

  it('is refused while the first one is still being sent', async () => {
    let answer: (value: unknown) => void = () => {};
    const { run } = createCommandContext({
      dropletActions_post: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const first = run(act('reboot'));
    await Promise.resolve();
    expect(await run(act('reboot'))).toMatchObject({ ok: false, failure: { kind: 'busy' } });
    answer({ action: wireAction(1, 'reboot', 1) });
    expect(await first).toMatchObject({ ok: true });
  });

  it('leaves nothing behind if DigitalOcean refuses it', async () => {
    const failure: Failure = {
      kind: 'unprocessable',
      message: 'Refused.',
      errorMessage: 'Droplet already has a pending event.',
    };
    const { run, connection } = createCommandContext({ dropletActions_post: failing(failure) });
    expect(await run(act('reboot'))).toMatchObject({
      ok: false,
      failure: { kind: 'busy', message: 'web-01 is busy with another action.' },
    });
    expect(connection().pending.size).toBe(0);
  });

  it('reports that the droplet is gone if it is', async () => {
    expect(await createCommandContext().run(act('reboot', ['c1:99']))).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });
});

describe('an action on several droplets', () => {
  it('starts on the droplets that can take it, and names the others with their reasons', async () => {
    const { run } = createCommandContext();
    await run(act('reboot', ['c1:2']));
    const result = await run(act('reboot', ['c1:1', 'c1:2', 'c1:3', 'c1:99', 'c1:1']));
    expect(result).toMatchObject({ ok: true, value: { status: 'started', message: 'Rebooting 2 droplets. 2 did not start' } });
    if (!result.ok || result.value.status !== 'started') return;
    expect(result.value.actionKeys).toHaveLength(2);
    expect(result.value.failures.map((one) => [one.name, one.failure.kind])).toEqual([
      ['c1:99', 'not-found'],
      ['web-02', 'busy'],
    ]);
  });

  it('fails as a whole if it starts on none', async () => {
    const { run } = createCommandContext({ dropletActions_post: failing({ kind: 'forbidden', message: 'Not allowed.' }) });
    expect(await run(act('reboot', ['c1:1', 'c1:2']))).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: 'Reboot did not start on web-01 and web-02. Not allowed.' },
    });
  });
});

describe('a disruptive action', () => {
  it('asks first, with droplet, team and effect, and sends nothing before the answer', async () => {
    const { run, sent } = createCommandContext();
    const asked = await run(act('power_cycle'));
    expect(asked).toMatchObject({
      ok: true,
      value: {
        status: 'needs-confirmation',
        confirmation: {
          level: 'disruptive',
          title: 'Power cycle web-01?',
          confirmLabel: 'Power cycle',
          typeToConfirm: null,
          canBeRemembered: true,
        },
      },
    });
    if (!asked.ok || asked.value.status !== 'needs-confirmation') return;
    const lines = asked.value.confirmation.lines.join(' ');
    expect(lines).toContain('Team: Harbour Works.');
    expect(lines).toContain('203.0.113.21');
    expect(lines).toContain('cut off and started again');
    expect(sent()).toEqual([]);
  });

  it.each(['power_off', 'shutdown', 'password_reset'] as const)(
    '%s starts after the answer, and cannot be remembered',
    async (type) => {
      const { confirmed, sent } = createCommandContext();
      const { confirmation, ended } = await confirmed(act(type));
      expect([confirmation.canBeRemembered, ended.ok, sent().length]).toEqual([false, true, 1]);
    },
  );

  it('no longer asks about power cycles if the person chose so, but still about power off', async () => {
    const { run, confirmed, settings } = createCommandContext();
    await confirmed(act('power_cycle'), { isRemembered: true });
    expect(settings().isPowerCycleConfirmed).toBe(false);
    expect(await run(act('power_cycle', ['c1:2']))).toMatchObject({ ok: true, value: { status: 'started' } });
    expect(await run(act('power_off', ['c1:3']))).toMatchObject({ ok: true, value: { status: 'needs-confirmation' } });
  });

  it('is refused with the answer to another question', async () => {
    const { run, sent } = createCommandContext();
    const asked = await run(act('power_off'));
    if (!asked.ok || asked.value.status !== 'needs-confirmation') throw new Error('It did not ask');
    const { id } = asked.value.confirmation;
    expect(await run(act('power_off', ['c1:2']), { id })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(sent()).toEqual([]);
  });

  it('does not ask about a busy droplet', async () => {
    const { run } = createCommandContext();
    await run(act('reboot'));
    expect(await run(act('power_cycle'))).toMatchObject({ ok: false, failure: { kind: 'busy' } });
  });

  it('warns that a disk cannot shrink after it has grown', async () => {
    const { confirmed, sent } = createCommandContext();
    const { confirmation } = await confirmed(act('resize', ['c1:1'], { value: 'c-4', isDiskResized: true }));
    expect(confirmation.lines.join(' ')).toContain('cannot be made smaller');
    expect(sent()[0]?.body).toEqual({ type: 'resize', size: 'c-4', disk: true });
  });
});

describe('an action that erases a disk or backups', () => {
  it.each<[string, Command]>([
    ['a rebuild', act('rebuild', ['c1:1'], { value: 'debian-12-x64' })],
    ['a restore', act('restore', ['c1:1'], { value: '63663980' })],
  ])('wants the name typed before %s', async (_case, command) => {
    const { run, confirmed, sent } = createCommandContext();
    const { confirmation, ended } = await confirmed(command, { typed: 'web-02' });
    expect(confirmation).toMatchObject({ level: 'destructive', typeToConfirm: 'web-01', canBeRemembered: false });
    expect(confirmation.goes).toEqual(['The disk of web-01, with all that is on it']);
    expect(ended).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(sent()).toEqual([]);
    expect(await run(command, { id: confirmation.id, typed: 'web-01' })).toMatchObject({ ok: true });
  });

  it('wants the name typed before backups are disabled, because DigitalOcean deletes those that exist', async () => {
    const { confirmed, sent } = createCommandContext();
    const { confirmation, ended } = await confirmed(act('disable_backups'), { typed: 'web-01' });
    expect(confirmation).toMatchObject({ level: 'destructive', typeToConfirm: 'web-01', goes: ['All backups of web-01'] });
    expect(confirmation.lines.join(' ')).toContain('Its backups are deleted');
    expect(ended.ok).toBe(true);
    expect(sent()).toHaveLength(1);
  });

  it('wants their number typed when there are several', async () => {
    const { confirmed } = createCommandContext();
    const { confirmation, ended } = await confirmed(act('rebuild', ['c1:1', 'c1:2'], { value: 'debian-12-x64' }), {
      typed: '2 droplets',
    });
    expect(confirmation.typeToConfirm).toBe('2 droplets');
    expect(ended.ok).toBe(true);
  });
});
