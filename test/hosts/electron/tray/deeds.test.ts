import { describe, expect, it, vi } from 'vitest';
import { createDeeds, type DeedOptions, routeOf } from '../../../../main/electron/tray/deeds.ts';
import type { Command, Confirmation } from '../../../../preload/contract/command.ts';

const powerCycle: Command = { kind: 'droplet-action', dropletKeys: ['c1:7'], type: 'power_cycle' };
const confirmation: Confirmation = {
  id: 'q1',
  level: 'disruptive',
  title: 'Power cycle web-02?',
  lines: ['In Acme.'],
  goes: [],
  stays: [],
  typeToConfirm: null,
  confirmLabel: 'Power cycle',
  canBeRemembered: true,
};
const failure = { kind: 'network', message: 'No network.' } as const;
const started = { ok: true, value: { status: 'started', message: 'Started', actionKeys: ['c1:1'], failures: [] } } as const;
const question = { ok: true, value: { status: 'needs-confirmation', confirmation } } as const;

function makeDeeds(results: unknown[], part: Partial<DeedOptions> = {}) {
  const options = {
    runCommand: vi.fn(async () => results.shift()),
    copy: vi.fn(async () => ({ ok: true, value: null })),
    showWindow: vi.fn(),
    quit: vi.fn(),
    confirm: vi.fn(async () => ({ id: 'q1', isRemembered: true })),
    tell: vi.fn(),
    showFailure: vi.fn(async () => {}),
    ...part,
  };
  return { ...options, run: createDeeds(options as unknown as DeedOptions) };
}

describe('a line of the tray menu', () => {
  it('copies, goes to a place, or quits', async () => {
    const { run, copy, showWindow, quit } = makeDeeds([]);
    await run({ kind: 'copy', text: '203.0.113.7' });
    await run({ kind: 'route', route: '#/droplets' });
    await run({ kind: 'quit' });
    expect(copy).toHaveBeenCalledWith('203.0.113.7');
    expect(showWindow).toHaveBeenCalledWith('#/droplets');
    expect(quit).toHaveBeenCalledOnce();
  });

  it('reports when copying failed', async () => {
    const { run, showFailure } = makeDeeds([], { copy: async () => ({ ok: false, failure }) });
    await run({ kind: 'copy', text: 'x' });
    expect(showFailure).toHaveBeenCalledWith(failure);
  });

  it('runs a command again with the answer to its question', async () => {
    const { run, runCommand, showFailure } = makeDeeds([question, started]);
    await run({ kind: 'command', command: powerCycle });
    expect(runCommand).toHaveBeenLastCalledWith({ command: powerCycle, confirmation: { id: 'q1', isRemembered: true } });
    expect(showFailure).not.toHaveBeenCalled();
  });

  it('runs nothing if the person cancels', async () => {
    const { run, runCommand } = makeDeeds([question], { confirm: async () => null });
    await run({ kind: 'command', command: powerCycle });
    expect(runCommand).toHaveBeenCalledOnce();
  });

  it('opens the page of the thing if a name must be typed', async () => {
    const typed = {
      ok: true,
      value: { status: 'needs-confirmation', confirmation: { ...confirmation, typeToConfirm: 'web-02' } },
    };
    const { run, showWindow, confirm } = makeDeeds([typed]);
    await run({ kind: 'command', command: { kind: 'delete-droplet', dropletKey: 'c1:7' } });
    expect(showWindow).toHaveBeenCalledWith('#/droplets/c1:7');
    expect(confirm).not.toHaveBeenCalled();
  });

  it('shows why a command failed, also for one of several that started', async () => {
    const partly = { ...started, value: { ...started.value, failures: [{ name: 'web-03', failure }] } };
    const { run, showFailure } = makeDeeds([{ ok: false, failure }, partly]);
    await run({ kind: 'command', command: { kind: 'refresh' } });
    await run({ kind: 'command', command: powerCycle });
    expect(showFailure).toHaveBeenCalledTimes(2);
  });

  it('shows a result that is not visible otherwise', async () => {
    const { run, tell } = makeDeeds([{ ok: true, value: { status: 'done', message: 'Renamed.' } }]);
    await run({ kind: 'command', command: { kind: 'refresh' } });
    expect(tell).toHaveBeenCalledWith('Renamed.');
  });
});

describe('a job in the tray menu', () => {
  const thing = { connectionId: 'c1', familyId: 'apps_list', id: 'a1', parent: {} };
  const deed = { kind: 'job', name: 'redeploy', thing, route: '#/resources/apps_list/c1/a1/redeploy' } as const;
  const form = { id: 'job-1', title: 'Redeploy storefront', level: 'normal', lines: [], fields: [], goes: [], stays: [] };
  const result = { message: 'Copied.', actionKeys: [], copy: null, downloadId: null, secret: null };
  const makeJob = (opened: unknown, ran: unknown, part: Partial<DeedOptions> = {}) => {
    const calls = { openJob: vi.fn(async () => opened), runJob: vi.fn(async () => ran) } as unknown as DeedOptions;
    return { ...makeDeeds([], { ...part, openJob: calls.openJob, runJob: calls.runJob }), ...calls };
  };
  const fine = (value: unknown) => ({ ok: true, value });

  it('runs, and what it started is in the menu then', async () => {
    const { run, openJob, runJob, tell } = makeJob(fine(form), fine({ ...result, actionKeys: ['c1:follow-1'] }));
    await run(deed);
    expect(openJob).toHaveBeenCalledWith({ name: 'redeploy', thing });
    expect(runJob).toHaveBeenCalledWith({ id: 'job-1', values: {} });
    expect(tell).not.toHaveBeenCalled();
  });

  it('copies what it gives and says so, or why it could not', async () => {
    const copied = fine({ ...result, copy: { what: 'Connection string of db-main', text: 'pg://shop:s3cret@db' } });
    const { run, copy, tell } = makeJob(fine(form), copied);
    await run(deed);
    expect(copy).toHaveBeenCalledWith('pg://shop:s3cret@db');
    expect(tell).toHaveBeenCalledWith('Copied.');
    const refused = makeJob(fine(form), copied, { copy: async () => ({ ok: false, failure }) });
    await refused.run(deed);
    expect(refused.showFailure).toHaveBeenCalledWith(failure);
    expect(refused.tell).not.toHaveBeenCalled();
  });

  it.each([
    ['has fields', { fields: [{ kind: 'tick' }] }],
    ['disrupts', { level: 'disruptive' }],
  ])('asks in the window if it %s, and sends nothing', async (_case, asked) => {
    const { run, runJob, showWindow } = makeJob(fine({ ...form, ...asked }), fine(result));
    await run(deed);
    expect(showWindow).toHaveBeenCalledWith(deed.route);
    expect(runJob).not.toHaveBeenCalled();
  });

  it('shows why it cannot be opened or failed', async () => {
    for (const [opened, ran] of [
      [{ ok: false, failure }, fine(result)],
      [fine(form), { ok: false, failure }],
    ]) {
      const { run, showFailure } = makeJob(opened, ran);
      await run(deed);
      expect(showFailure).toHaveBeenCalledWith(failure);
    }
  });
});

describe('the page of a command', () => {
  it.each<[Command, string]>([
    [powerCycle, '#/droplets/c1:7'],
    [{ ...powerCycle, dropletKeys: ['c1:7', 'c1:8'] }, '#/droplets'],
    [{ kind: 'tag-action', connectionId: 'c1', tag: 'web', type: 'power_off' }, '#/droplets'],
    [{ kind: 'refresh' }, '#/'],
  ])('of %j is %s', (command, route) => {
    expect(routeOf(command)).toBe(route);
  });
});
