import { afterEach, describe, expect, it } from 'vitest';

import { connected, connectTo, endAll, firstActive, token } from '../doubles/core/core-on-demo.ts';

afterEach(endAll);

describe('the core in trouble', () => {
  it('refuses a token that is already connected, and names that connection', async () => {
    const world = await connected();
    const again = await world.run({ kind: 'add-connection', token: token(world.demo) });
    expect(again).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    if (!again.ok) expect(again.failure.message).toContain(world.demo.tokens[0]?.label ?? '-');
  });

  it('reports that a token was refused later, and works again with another', async () => {
    const world = await connected();
    world.demo.faults.revoke(token(world.demo));
    await world.pass(130_000);
    const { tables, singles } = await world.view();
    expect(tables.connections[0]?.status).toBe('refused');
    expect(tables.droplets).toHaveLength(14);
    expect([singles.tray.face, singles.tray.title]).toEqual(['signed-out', 'Token refused']);
    expect(world.ports.shown.map((notice) => notice.kind)).toContain('token-refused');
    const before = world.demo.stats().requests;
    await world.pass(600_000);
    expect(world.demo.stats().requests - before).toBeLessThanOrEqual(2);
    world.demo.faults.restore(token(world.demo));
    const connectionId = tables.connections[0]?.id ?? '';
    expect(await world.run({ kind: 'replace-token', connectionId, token: token(world.demo) })).toMatchObject({ ok: true });
    await world.until(async () => (await world.view()).tables.connections[0]?.status === 'ok');
  });

  it('keeps showing what it knows while DigitalOcean cannot be reached, and then catches up', async () => {
    const world = await connected();
    await world.demo.faults.offline();
    await world.pass(200_000);
    expect(world.buoy.tray()).toMatchObject({ face: 'offline', title: 'DigitalOcean is not reached' });
    expect((await world.view()).tables.droplets).toHaveLength(14);
    await world.demo.faults.online();
    const refreshed = world.run({ kind: 'refresh' });
    await world.pass(60_000);
    expect(await refreshed).toMatchObject({ ok: true });
    expect(world.buoy.tray().face).not.toBe('offline');
  });

  it('says until when DigitalOcean throttles it, sends nothing meanwhile, and continues afterwards', async () => {
    const world = await connected();
    const lift = world.demo.faults.add({}, { kind: 'status', status: 429, retryAfterSeconds: 900 }, 'always');
    await world.pass(130_000);
    const { face, title } = world.buoy.tray();
    expect([face, title]).toEqual(['throttled', expect.stringMatching(/^Throttled until .*\d\d:\d\d$/)]);
    expect((await world.view()).tables.connections[0]?.status).toBe('throttled');
    const before = world.demo.stats().requests;
    await world.pass(600_000);
    expect(world.demo.stats().requests - before).toBeLessThanOrEqual(1);
    lift();
    await world.pass(400_000);
    expect(world.buoy.tray().face).not.toBe('throttled');
  });

  it('stops polling at 400 requests left in the hour, says that it waits, and still does what a person asks', async () => {
    const world = await connected();
    const label = world.demo.tokens[0]?.label ?? '';
    const { budget } = (await world.view()).tables.connections[0] ?? {};
    world.demo.elsewhere.spendRequests(label, (budget?.remaining ?? 0) - 400);
    await world.pass(130_000);
    const row = (await world.view()).tables.connections[0];
    expect(row).toMatchObject({ status: 'held', budget: { throttled: null, held: { window: 'poll-share' } } });
    expect(row?.statusText).toMatch(/^Buoy is waiting until .*\d\d:\d\d so that its polls leave the rest/);
    expect([world.buoy.tray().face, world.buoy.tray().title].join()).not.toMatch(/throttled|limited/i);
    const before = world.demo.stats().requests;
    await world.pass(600_000);
    expect(world.demo.stats().requests - before).toBeLessThanOrEqual(1);
    const { key } = await firstActive(world);
    expect(await world.run({ kind: 'droplet-action', dropletKeys: [key], type: 'snapshot', value: 'now' })).toMatchObject({
      ok: true,
    });
  });

  it('keeps teams separate, each with its own token and budget', async () => {
    const world = await connected();
    await world.run({ kind: 'add-connection', token: token(world.demo, 1) });
    await world.until(async () => (await world.view()).tables.droplets.length === 21);
    const { tables, singles } = await world.view();
    expect(singles.tray.subtitle).toContain('21 droplets in 2 teams');
    expect(tables.connections.map((row) => [row.label, row.dropletCount])).toEqual([
      [world.demo.tokens[0]?.label, 14],
      [world.demo.tokens[1]?.label, 7],
    ]);
    world.demo.faults.revoke(token(world.demo, 1));
    await world.pass(130_000);
    const after = (await world.view()).tables.connections;
    expect(after.map((row) => row.status)).toEqual(['ok', 'refused']);
    expect(world.buoy.tray().face).toBe('attention');
  });

  it('shows what it last knew right after a restart, before any answer', async () => {
    const first = await connected();
    await first.buoy.stop();
    await first.demo.faults.offline();
    first.clock.jump(3_600_000);
    const again = await connectTo(first.demo, first.clock, first.ports.files, first.ports.secrets);
    const { tables } = await again.view();
    expect(tables.droplets).toHaveLength(14);
    expect(tables.connections[0]).toMatchObject({ label: first.demo.tokens[0]?.label, dropletCount: 14 });
    expect(tables.connections[0]?.droplets.isStale).toBe(true);
    expect(again.buoy.tray().subtitle).not.toContain('just now');
  });

  it('forgets the token together with the connection', async () => {
    const world = await connected();
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    expect(await world.run({ kind: 'remove-connection', connectionId })).toMatchObject({ ok: true });
    expect(world.ports.secrets.size).toBe(0);
    await world.buoy.stop();
    expect([...world.ports.files.values()].join()).not.toContain(connectionId);
  });

  it('stays within 200 requests an hour while nothing happens, with no timer under five seconds', async () => {
    const world = await connected({ droplets: 200 });
    await world.pass(10_000);
    const before = world.demo.stats().requests;
    let shortest = Number.POSITIVE_INFINITY;
    world.clock.delaysSet();
    for (let minute = 0; minute < 60; minute += 1) {
      await world.pass(60_000);
      // A timer that is waiting now may be about to fire, so what counts is the delay with which it was set.
      shortest = Math.min(shortest, ...world.clock.delaysSet());
    }
    expect(world.demo.stats().requests - before).toBeLessThanOrEqual(200);
    expect(world.demo.stats().requests - before).toBeGreaterThan(80);
    expect(shortest).toBeGreaterThanOrEqual(5000);
  });
});
