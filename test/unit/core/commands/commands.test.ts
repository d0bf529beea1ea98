import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../../main/core/commands/context.ts';
import { createGuard } from '../../../../main/core/commands/guard.ts';
import { runCommand } from '../../../../main/core/commands/run-command.ts';
import type { Connections } from '../../../../main/core/connections/connections.ts';
import type { FollowRequest } from '../../../../main/core/following/followers.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { reduce } from '../../../../main/core/state/reduce.ts';
import type { Command, CommandResult, ConfirmationAnswer } from '../../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { aDroplet } from '../../../doubles/facts.ts';
import { createFakeApi, Failing, type Reply } from '../../../doubles/fake-api.ts';
import { createMemoryPorts } from '../../../doubles/memory-ports.ts';
import { connectionIn, fold, loadedState, startMs } from '../../../doubles/states.ts';

/** An action as the API writes it. */
const wireAction = (id: number, type: string, dropletId: number) => ({
  id,
  status: 'in-progress',
  type,
  started_at: new Date(startMs).toISOString(),
  completed_at: null,
  resource_id: dropletId,
  resource_type: 'droplet',
  region: null,
  region_slug: 'fra1',
});
const failing = (failure: Failure) => () => new Failing(failure);
const unknown: Failure = { kind: 'outcome-unknown', message: 'The answer got lost.' };

function setUp(replies: Record<string, Reply> = {}) {
  const ports = createMemoryPorts({
    openTransport: () => {
      throw new Error('Nothing is sent in this test');
    },
  });
  let next = 9000;
  const api = createFakeApi({
    dropletActions_post: ({ args }) => {
      next += 1;
      return { action: wireAction(next, (args.body as { type: string }).type, Number(args.path?.droplet_id)) };
    },
    ...replies,
  });
  let state = fold(loadedState(), {
    type: 'droplets-fetched',
    connectionId: 'c1',
    droplets: [1, 2, 3].map((id) => aDroplet({ id, name: `web-0${id}` })),
    requestedAtMs: startMs,
    atMs: startMs,
  });
  const followed: FollowRequest[] = [];
  let writes: Outcome<null> = success(null);
  const context: CommandContext = {
    ...{ clock: ports.clock, random: () => 0.5, log: ports.log, vault: ports.vault },
    state: () => state,
    dispatch: (event: StateEvent) => {
      state = reduce(state, event);
    },
    settings: () => state.settings,
    api: () => success(api),
    connectionName: () => 'Harbour Works',
    guard: createGuard({ clock: ports.clock, random: () => 0.5 }),
    followers: {
      register: () => {},
      follow(request) {
        followed.push(request);
        return 'c1:follow-1';
      },
    },
    emit: () => {},
    connections: { live: () => [], retryVault: () => Promise.resolve() } as unknown as Connections,
    refresh: () => Promise.resolve(),
    saveSettings: (settings) => {
      state = reduce(state, { type: 'settings-changed', settings });
      return Promise.resolve(writes);
    },
  };
  const run = (command: Command, answer?: ConfirmationAnswer): Promise<Outcome<CommandResult>> =>
    runCommand(context, command, answer);
  async function confirmed(command: Command, fields: Partial<ConfirmationAnswer> = {}) {
    const asked = await run(command);
    if (!asked.ok || asked.value.status !== 'needs-confirmation') throw new Error('It did not ask');
    const { confirmation } = asked.value;
    return { confirmation, ended: await run(command, { id: confirmation.id, ...fields }) };
  }
  return {
    ...{ api, context, run, confirmed, followed, clock: ports.clock },
    connection: () => connectionIn(state),
    settings: () => state.settings,
    state: () => state,
    failWrites: (failure: Failure) => {
      writes = failed(failure);
    },
    sent: () => api.seen.filter((call) => call.operationId !== 'dropletActions_list').map((call) => call.args),
  };
}

const act = (type: Extract<Command, { kind: 'droplet-action' }>['type'], keys = ['c1:1'], extra = {}): Command => ({
  kind: 'droplet-action',
  dropletKeys: keys,
  type,
  ...extra,
});

describe('a normal droplet action', () => {
  it('starts at once, and shows on the droplet', async () => {
    const { run, connection, sent } = setUp();
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
    const { run, sent } = setUp();
    await run(command);
    expect(sent()[0]?.body).toEqual(body);
  });

  it.each<[string, Command]>([
    ['a rename without a name', act('rename')],
    ['a resize without a size', act('resize')],
    ['a rebuild without an image', act('rebuild')],
    ['a rename of several', act('rename', ['c1:1', 'c1:2'], { value: 'x' })],
  ])('refuses %s before anything is sent', async (_case, command) => {
    const { run, sent } = setUp();
    expect(await run(command)).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments' } });
    expect(sent()).toEqual([]);
  });

  it('is refused while another runs on the droplet, with the name of the first, before anything is sent', async () => {
    const { run, sent } = setUp();
    await run(act('reboot'));
    expect(await run(act('snapshot'))).toMatchObject({
      ok: false,
      failure: { kind: 'busy', message: 'web-01 is busy: Rebooting web-01.' },
    });
    expect(sent()).toHaveLength(1);
  });

  it('is refused while the first is only being sent', async () => {
    let answer: (value: unknown) => void = () => {};
    const { run } = setUp({
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

  it('leaves nothing behind when DigitalOcean refuses it', async () => {
    const failure: Failure = {
      kind: 'unprocessable',
      message: 'Refused.',
      errorMessage: 'Droplet already has a pending event.',
    };
    const { run, connection } = setUp({ dropletActions_post: failing(failure) });
    expect(await run(act('reboot'))).toMatchObject({
      ok: false,
      failure: { kind: 'busy', message: 'web-01 is busy with another action.' },
    });
    expect(connection().pending.size).toBe(0);
  });

  it('says of a droplet that is gone that it is gone', async () => {
    expect(await setUp().run(act('reboot', ['c1:99']))).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});

describe('an action on several droplets', () => {
  it('starts on those that can, and names the others with their reasons', async () => {
    const { run } = setUp();
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

  it('fails as a whole when none starts', async () => {
    const { run } = setUp({ dropletActions_post: failing({ kind: 'forbidden', message: 'Not allowed.' }) });
    expect(await run(act('reboot', ['c1:1', 'c1:2']))).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: 'Reboot did not start on web-01 and web-02. Not allowed.' },
    });
  });
});

describe('a disruptive action', () => {
  it('asks first, naming droplet, team and effect, and sends nothing before the answer', async () => {
    const { run, sent } = setUp();
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
      const { confirmed, sent } = setUp();
      const { confirmation, ended } = await confirmed(act(type));
      expect([confirmation.canBeRemembered, ended.ok, sent().length]).toEqual([false, true, 1]);
    },
  );

  it('asks no more for power cycles once the person said so, but still for power off', async () => {
    const { run, confirmed, settings } = setUp();
    await confirmed(act('power_cycle'), { isRemembered: true });
    expect(settings().isPowerCycleConfirmed).toBe(false);
    expect(await run(act('power_cycle', ['c1:2']))).toMatchObject({ ok: true, value: { status: 'started' } });
    expect(await run(act('power_off', ['c1:3']))).toMatchObject({ ok: true, value: { status: 'needs-confirmation' } });
  });

  it('is refused with the answer to another question', async () => {
    const { run, sent } = setUp();
    const asked = await run(act('power_off'));
    if (!asked.ok || asked.value.status !== 'needs-confirmation') throw new Error('It did not ask');
    const { id } = asked.value.confirmation;
    expect(await run(act('power_off', ['c1:2']), { id })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(sent()).toEqual([]);
  });

  it('does not ask about a droplet that is busy', async () => {
    const { run } = setUp();
    await run(act('reboot'));
    expect(await run(act('power_cycle'))).toMatchObject({ ok: false, failure: { kind: 'busy' } });
  });

  it('warns that a disk that grows cannot shrink', async () => {
    const { confirmed, sent } = setUp();
    const { confirmation } = await confirmed(act('resize', ['c1:1'], { value: 'c-4', isDiskResized: true }));
    expect(confirmation.lines.join(' ')).toContain('cannot be made smaller');
    expect(sent()[0]?.body).toEqual({ type: 'resize', size: 'c-4', disk: true });
  });
});

describe('an unknown outcome', () => {
  it('becomes a start when a new action of that type shows', async () => {
    const { run, clock, connection } = setUp({
      dropletActions_post: failing(unknown),
      dropletActions_list: () => ({ actions: [wireAction(9555, 'reboot', 1)], links: {}, meta: { total: 1 } }),
    });
    const running = run(act('reboot'));
    await clock.advance(12_000);
    expect(await running).toMatchObject({ ok: true, value: { status: 'started', actionKeys: ['c1:9555'] } });
    expect(connection().actions.get('c1:9555')?.startedBy).toBe('buoy');
  });

  it('is no start when only older actions, or those of another type, show', async () => {
    const { run, clock, context, connection } = setUp({
      dropletActions_post: failing(unknown),
      dropletActions_list: () => ({
        actions: [wireAction(5, 'reboot', 1), wireAction(9600, 'snapshot', 1)],
        links: {},
        meta: { total: 2 },
      }),
    });
    context.dispatch({
      type: 'actions-fetched',
      connectionId: 'c1',
      actions: [{ ...parsed(5), status: 'completed', completedAtMs: startMs }],
      requestedAtMs: startMs,
      atMs: startMs,
    });
    const running = run(act('reboot'));
    await clock.advance(12_000);
    expect(await running).toMatchObject({ ok: false, failure: { message: expect.stringContaining('did not start') } });
    expect(connection().pending.size).toBe(0);
  });

  it('stays unknown, and says so, when looking fails too', async () => {
    const { run, clock } = setUp({
      dropletActions_post: failing(unknown),
      dropletActions_list: failing({ kind: 'network', message: 'No network.' }),
    });
    const running = run(act('reboot'));
    await clock.advance(12_000);
    expect(await running).toMatchObject({
      ok: false,
      failure: { kind: 'outcome-unknown', message: expect.stringContaining('may have started') },
    });
  });
});

const parsed = (id: number) => ({
  id,
  status: 'in-progress' as const,
  type: 'reboot',
  startedAtMs: startMs,
  completedAtMs: null,
  resourceType: 'droplet',
  resourceId: 1,
  regionSlug: 'fra1',
});

describe('an action by tag', () => {
  const command: Command = { kind: 'tag-action', connectionId: 'c1', tag: 'Web', type: 'shutdown' };

  it('asks with the droplets that have the tag, and starts with one request', async () => {
    const { confirmed, sent, connection } = setUp({
      dropletActions_post_byTag: () => ({ actions: [wireAction(1, 'shutdown', 1), wireAction(2, 'shutdown', 2)] }),
    });
    const { confirmation, ended } = await confirmed(command);
    expect(confirmation.title).toBe('Shut down every droplet tagged Web?');
    expect(confirmation.lines.join(' ')).toContain('3 droplets now: web-01, web-02 and web-03.');
    expect(ended).toMatchObject({ ok: true, value: { status: 'started', actionKeys: ['c1:1', 'c1:2'] } });
    expect(sent()).toEqual([{ query: { tag_name: 'Web' }, body: { type: 'shutdown' } }]);
    expect([connection().pending.size, connection().runningOn.size]).toEqual([0, 2]);
  });

  it('says when it started on none', async () => {
    const { run } = setUp({ dropletActions_post_byTag: () => ({ actions: [] }) });
    expect(await run({ ...command, type: 'power_on' })).toMatchObject({ ok: false, failure: { kind: 'unprocessable' } });
  });

  it('says of an unknown outcome that it may have started', async () => {
    const { run, connection } = setUp({ dropletActions_post_byTag: failing(unknown) });
    expect(await run({ ...command, type: 'power_on' })).toMatchObject({ ok: false, failure: { kind: 'outcome-unknown' } });
    expect(connection().pending.size).toBe(0);
  });
});

describe('destroying a droplet', () => {
  const command: Command = { kind: 'delete-droplet', dropletKey: 'c1:1' };
  const associated = {
    volumes: [{ id: 'v1', name: 'build-cache', cost: '10.00' }],
    snapshots: [{ id: '61486916', name: 'before', cost: '$1.45' }],
    reserved_ips: [{ id: '198.51.100.5', name: '198.51.100.5', cost: '5.00' }],
    floating_ips: [{ id: '198.51.100.5', name: '198.51.100.5', cost: '5.00' }],
    volume_snapshots: [],
  };
  const replies = { droplets_list_associatedResources: () => associated, droplets_destroy: () => null };

  it('says what goes, what stays and what that costs, and wants the name', async () => {
    const { run } = setUp(replies);
    const asked = await run(command);
    expect(asked).toMatchObject({
      ok: true,
      value: {
        confirmation: {
          level: 'destructive',
          title: 'Destroy web-01?',
          typeToConfirm: 'web-01',
          goes: ['Droplet web-01, which saves $24.00 a month'],
          stays: [
            { text: 'Volume build-cache', priceMonthlyUsd: 10 },
            { text: 'Snapshot before', priceMonthlyUsd: 1.45 },
            { text: 'Reserved IP 198.51.100.5', priceMonthlyUsd: 5 },
          ],
        },
      },
    });
  });

  it('is done once the name is typed, and followed until it is gone', async () => {
    const { confirmed, followed, sent } = setUp(replies);
    const { ended } = await confirmed(command, { typed: 'web-01' });
    expect(ended).toMatchObject({ ok: true, value: { status: 'started', actionKeys: ['c1:follow-1'] } });
    expect(followed).toMatchObject([{ kind: 'droplet-deletion', target: { dropletId: '1' }, type: 'destroy' }]);
    expect(sent().at(-1)).toEqual({ path: { droplet_id: 1 } });
  });

  it('is refused with another name', async () => {
    const { confirmed, api } = setUp(replies);
    const { ended } = await confirmed(command, { typed: 'web-1' });
    expect(ended).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(api.seen.map((call) => call.operationId)).not.toContain('droplets_destroy');
  });

  it('with all that belongs to it says that nothing stays, and uses the dangerous call', async () => {
    const { confirmed, api, followed } = setUp({ ...replies, droplets_destroy_withAssociatedResourcesDangerous: () => null });
    const { confirmation } = await confirmed({ ...command, isWithAssociated: true }, { typed: 'web-01' });
    expect(confirmation.goes).toHaveLength(4);
    expect(confirmation.stays).toEqual([]);
    expect(api.seen.at(-1)).toMatchObject({
      operationId: 'droplets_destroy_withAssociatedResourcesDangerous',
      args: { headers: { 'X-Dangerous': 'true' } },
    });
    expect(followed[0]?.kind).toBe('droplet-associated-deletion');
  });

  it('still asks when what belongs to it cannot be read, and says so', async () => {
    const { run } = setUp({
      ...replies,
      droplets_list_associatedResources: failing({ kind: 'forbidden', message: 'Not allowed.' }),
    });
    const asked = await run(command);
    if (!asked.ok || asked.value.status !== 'needs-confirmation') throw new Error('It did not ask');
    expect(asked.value.confirmation.lines.join(' ')).toContain('could not be read');
  });

  it.each<[string, Reply, boolean]>([
    ['gone: it worked', failing({ kind: 'not-found', message: 'Gone.' }), true],
    ['still there: it did not', () => ({ droplet: {} }), false],
    ['not readable: unknown', failing({ kind: 'network', message: 'No network.' }), false],
  ])('resolves an unknown outcome by looking: %s', async (_case, look, isDone) => {
    const { confirmed, connection } = setUp({ ...replies, droplets_destroy: failing(unknown), droplets_get: look });
    const { ended } = await confirmed(command, { typed: 'web-01' });
    expect(ended.ok).toBe(isDone);
    expect(connection().pending.size).toBe(0);
  });
});

describe('settings', () => {
  it('change by what is named, one level deep', async () => {
    const { run, settings } = setUp();
    expect(await run({ kind: 'update-settings', patch: { appearance: 'dark', notices: { muted: ['uptime-up'] } } })).toEqual({
      ok: true,
      value: { status: 'done', message: null },
    });
    expect(settings()).toMatchObject({
      appearance: 'dark',
      notices: { isOn: true, muted: ['uptime-up'] },
      polling: { intervalSeconds: 60 },
    });
  });

  it('hold though they cannot be written, and say so', async () => {
    const { run, settings, failWrites } = setUp();
    failWrites({ kind: 'storage', message: 'The disk is full.' });
    expect(await run({ kind: 'update-settings', patch: { appearance: 'dark' } })).toMatchObject({
      ok: true,
      value: { message: expect.stringContaining('The disk is full.') },
    });
    expect(settings().appearance).toBe('dark');
  });

  it('pin and unpin', async () => {
    const { run, settings } = setUp();
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: true });
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: true });
    expect(settings().pinned).toEqual(['c1:1']);
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: false });
    expect(settings().pinned).toEqual([]);
  });
});

describe('pausing', () => {
  it('holds until then or until resumed, and refuses a time that is over', async () => {
    const { run, state, clock } = setUp();
    expect(await run({ kind: 'pause-polling', untilMs: clock.now() - 1 })).toMatchObject({ ok: false });
    expect(await run({ kind: 'pause-polling', untilMs: clock.now() + 52 * 60_000 })).toMatchObject({
      ok: true,
      value: { message: 'Paused until 15:00.' },
    });
    expect(state().pause).toEqual({ untilMs: clock.now() + 52 * 60_000 });
    await run({ kind: 'resume-polling' });
    expect(state().pause).toBeNull();
  });
});
