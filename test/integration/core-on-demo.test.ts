import { afterEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../main/demo/server.ts';
import { actionNotices, begin, connected, endAll, firstActive, token } from '../doubles/core/core-on-demo.ts';

afterEach(endAll);

describe('the core on the demo account', () => {
  it('connects with a token, keeps it only in the vault, and shows the team', async () => {
    const world = await connected();
    const { tables, singles } = await world.view();
    expect(tables.droplets).toHaveLength(14);
    expect(tables.connections[0]).toMatchObject({ status: 'ok', dropletCount: 14, label: world.demo.tokens[0]?.label });
    expect(singles.tray.subtitle).toContain('14 droplets');
    expect([...world.ports.secrets.values()]).toEqual([token(world.demo)]);
    await world.buoy.stop();
    const written = [...world.ports.files.values(), ...world.ports.logged, JSON.stringify(tables)].join('\n');
    expect(written).not.toContain(token(world.demo));
  });

  it('shows and keeps no token that DigitalOcean repeats in a name', async () => {
    const world = await connected();
    const row = await firstActive(world);
    const secret = token(world.demo);
    const encoded = Buffer.from(`x:${secret}`).toString('base64url');
    const post = async (path: string, body: unknown) => {
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
      const answer = await fetch(`${world.demo.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(answer.ok).toBe(true);
    };
    for (const name of [secret, encoded]) {
      await post('/v2/tags', { name });
      await post(`/v2/tags/${name}/resources`, { resources: [{ resource_id: String(row.id), resource_type: 'droplet' }] });
    }
    await world.run({ kind: 'refresh' });
    await world.until(async () => (await world.droplet(row.name)).tags.some((tag) => tag.includes('[token]')));
    const shown = JSON.stringify(await world.view());
    await world.buoy.stop();
    const kept = world.ports.files.get('last-view') ?? '';
    expect(kept).toContain(row.name);
    for (const text of [shown, kept]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encoded.slice(4, -4));
    }
  });

  it('asks for headers alone, and gets them without a body', async () => {
    const world = await connected();
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const request = { requestId: 'r1', connectionId, operationId: 'droplets_list', path: {}, query: {}, headers: {} };
    const how = { isSchemaMismatchAllowed: false, isAllPages: true, isHeadersOnly: true };
    const outcome = await world.buoy.calls.sendRequest({ ...request, ...how });
    expect(outcome).toMatchObject({ ok: true, value: { status: 'answered', httpStatus: 200, body: { kind: 'empty' }, cost: 1 } });
    const { headers } = (outcome.ok ? outcome.value : {}) as { headers?: [string, string][] };
    expect(headers?.map(([name]) => name)).toContain('ratelimit-remaining');
  });

  it('power cycles after one question, shows the action running, and tells when the droplet is back', async () => {
    const world = await connected();
    const row = await firstActive(world);
    const command = { kind: 'droplet-action' as const, dropletKeys: [row.key], type: 'power_cycle' as const };
    const asked = await world.run(command);
    expect(asked).toMatchObject({
      ok: true,
      value: { status: 'needs-confirmation', confirmation: { title: `Power cycle ${row.name}?` } },
    });
    expect(world.demo.actionsCreated(row.id)).toBe(0);
    const started = await world.run(command, {});
    expect(started).toMatchObject({ ok: true, value: { status: 'started', message: `Power cycling ${row.name}`, failures: [] } });
    expect(await world.droplet(row.name)).toMatchObject({ condition: 'running', conditionText: 'Power cycling' });
    const second = await world.run({ ...command, type: 'reboot' });
    expect(second).toMatchObject({
      ok: false,
      failure: { kind: 'busy', message: `${row.name} is busy: Power cycling ${row.name}.` },
    });
    expect(world.demo.actionsCreated(row.id)).toBe(1);
    await world.pass(120_000);
    expect(actionNotices(world)).toEqual([`${row.name} is back`]);
    expect(await world.droplet(row.name)).toMatchObject({ condition: 'active', actionKey: null });
  });

  it('reports what DigitalOcean refuses: an action while another one runs', async () => {
    const world = await connected();
    const row = await firstActive(world);
    world.demo.elsewhere.startAction(row.name, 'snapshot', { name: 'theirs' });
    const refused = await world.run({ kind: 'droplet-action', dropletKeys: [row.key], type: 'reboot' });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'busy', message: `${row.name} is busy with another action.` } });
    expect((await world.droplet(row.name)).condition).not.toBe('running');
  });

  it('starts what it can of several actions, and names the others', async () => {
    const world = await connected();
    const rows = (await world.view()).tables.droplets.filter((one) => one.condition === 'active').slice(0, 3);
    world.demo.elsewhere.startAction(rows[1]?.name ?? '', 'snapshot', { name: 'theirs' });
    const result = await world.run({ kind: 'droplet-action', dropletKeys: rows.map((row) => row.key), type: 'reboot' });
    expect(result).toMatchObject({ ok: true, value: { status: 'started', message: 'Rebooting 2 droplets. 1 did not start' } });
    if (!result.ok || result.value.status !== 'started') return;
    expect(result.value.failures.map((one) => one.name)).toEqual([rows[1]?.name]);
    expect(result.value.actionKeys).toHaveLength(2);
  });

  it('finds out an unknown outcome: an action that did start is shown as started', async () => {
    const world = await connected();
    const row = await firstActive(world);
    world.demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'reset-after' });
    const running = world.run({ kind: 'droplet-action', dropletKeys: [row.key], type: 'reboot' });
    await world.pass(15_000);
    expect(await running).toMatchObject({ ok: true, value: { status: 'started' } });
    expect(world.demo.actionsCreated(row.id)).toBe(1);
  });

  it('reports that a command without an answer did not start if no action shows up', async () => {
    const world = await connected();
    const row = await firstActive(world);
    world.demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'reset-before' }, 'always');
    const running = world.run({ kind: 'droplet-action', dropletKeys: [row.key], type: 'reboot' });
    await world.pass(20_000);
    const result = await running;
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.failure.message).toContain('did not start');
    expect(world.demo.actionsCreated(row.id)).toBe(0);
    expect((await world.droplet(row.name)).condition).toBe('active');
  });

  it('tells of an action that somebody else started, and of one that failed', async () => {
    const world = await connected();
    const row = await firstActive(world);
    world.demo.faults.nextAction('errored');
    world.demo.elsewhere.startAction(row.name, 'reboot');
    await world.pass(150_000);
    expect(actionNotices(world)).toEqual([`Reboot of ${row.name} failed`]);
    expect((await world.view()).tables.attention.map((one) => one.title)).toContain(`Reboot of ${row.name} failed`);
  });

  it('tells of a droplet that went down by itself, but not of one that somebody turned off', async () => {
    const world = await connected();
    const [one, other] = (await world.view()).tables.droplets.filter((row) => row.condition === 'active');
    world.demo.elsewhere.goDown(one?.name ?? '');
    world.demo.elsewhere.powerOff(other?.name ?? '');
    await world.pass(200_000);
    const titles = world.ports.shown.map((notice) => notice.title);
    expect(titles).toContain(`${one?.name} is down`);
    expect(titles).not.toContain(`${other?.name} is down`);
    expect((await world.droplet(one?.name ?? '')).condition).toBe('down');
    expect((await world.droplet(other?.name ?? '')).conditionText).toBe('Off, still billed');
    expect(world.buoy.tray().face).toBe('attention');
  });

  it('destroys a droplet once its name is typed, and follows it until it is gone', async () => {
    const world = await connected();
    const row = await firstActive(world);
    const command = { kind: 'delete-droplet' as const, dropletKey: row.key };
    const wrong = await world.run(command, { typed: 'something' });
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    const started = await world.run(command, { typed: row.name });
    expect(started).toMatchObject({ ok: true, value: { status: 'started', message: `Destroying ${row.name}` } });
    await world.pass(120_000);
    expect((await world.view()).tables.droplets.some((one) => one.key === row.key)).toBe(false);
    const titles = world.ports.shown.map((notice) => notice.title);
    expect(titles).toContain(`${row.name} is destroyed`);
    expect(titles).not.toContain(`${row.name} is down`);
  });

  it('follows the desktop, whose tray comes and goes, and knows then what closing the window does', async () => {
    const world = await begin();
    const tray = async () => {
      const { capabilities, missingTray } = (await world.view()).singles.meta;
      return [capabilities.tray, missingTray, world.buoy.closing()];
    };
    expect(await tray()).toEqual([true, null, 'hide']);
    world.ports.setTray(false);
    expect(await tray()).toEqual([false, 'other', 'ask']);
    await world.run({ kind: 'update-settings', patch: { withoutTray: { closing: 'quit' } } });
    expect(await tray()).toEqual([false, 'other', 'quit']);
    world.ports.setTray(true);
    expect(await tray()).toEqual([true, null, 'hide']);
  });

  it.each([
    [
      'mistyped',
      (demo: DemoServer) => token(demo).replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
      'unauthorized',
      'does not accept',
    ],
    ['a refresh token', (demo: DemoServer) => token(demo).replace('dop', 'dor'), 'invalid-arguments', 'refresh token'],
    ['cut off', (demo: DemoServer) => token(demo).slice(0, 40), 'invalid-arguments', '40 characters'],
  ])('refuses a token that is %s, and keeps nothing of it', async (_case, make, kind, words) => {
    const world = await begin();
    const added = await world.run({ kind: 'add-connection', token: make(world.demo) });
    expect(added).toMatchObject({ ok: false, failure: { kind } });
    if (!added.ok) expect(added.failure.message).toContain(words);
    expect([world.ports.secrets.size, (await world.view()).tables.connections.length]).toEqual([0, 0]);
  });
});
