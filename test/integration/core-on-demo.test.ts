import { afterEach, describe, expect, it } from 'vitest';
import { createBuoy } from '../../main/core/buoy.ts';
import { createTransport } from '../../main/core/digitalocean/transport.ts';
import type { Transport } from '../../main/core/digitalocean/transport-port.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import type { Buoy } from '../../main/core/running.ts';
import { type DemoOptions, type DemoServer, startDemo } from '../../main/demo/server.ts';
import type { Command, CommandResult } from '../../preload/contract/command.ts';
import type { Outcome } from '../../preload/contract/failure.ts';
import type { DropletRow, FullView } from '../../preload/contract/view.ts';
import { createFakeClock, type FakeClock, settle } from '../doubles/fake-clock.ts';
import { createMemoryPorts, type MemoryPorts } from '../doubles/memory-ports.ts';

/** The whole core over real loopback sockets, with the demo account as DigitalOcean and a clock that stands still. */

const capabilities = {
  tray: true,
  keychain: true,
  desktopNotices: true,
  startAtLogin: false,
  saveDialog: false,
  quit: true,
  demo: true,
  terminal: false,
};
const facts = { version: '0.1.0', platform: 'linux', capabilities };

interface World {
  demo: DemoServer;
  clock: FakeClock;
  ports: MemoryPorts;
  buoy: Buoy;
  run(command: Command, answer?: { typed?: string }): Promise<Outcome<CommandResult>>;
  view(): Promise<FullView>;
  droplet(name: string): Promise<DropletRow>;
  /** Waits for sockets, without moving the clock, until something is so. */
  until(what: () => boolean | Promise<boolean>): Promise<void>;
  /** Moves the clock on in steps, with time for sockets in between. */
  pass(ms: number): Promise<void>;
}

const open: { buoys: Buoy[]; demos: DemoServer[] } = { buoys: [], demos: [] };
afterEach(async () => {
  await Promise.all(open.buoys.splice(0).map((buoy) => buoy.stop()));
  await Promise.all(open.demos.splice(0).map((demo) => demo.close()));
});

async function begin(
  options: DemoOptions = {},
  files?: Map<DocumentName, string>,
  secrets?: Map<string, string>,
): Promise<World> {
  const clock = createFakeClock(Date.now());
  const demo = await startDemo({ actionErrorRate: 0, ...options, now: clock.now });
  open.demos.push(demo);
  return connectTo(demo, clock, files, secrets);
}

async function connectTo(
  demo: DemoServer,
  clock: FakeClock,
  files = new Map<DocumentName, string>(),
  secrets = new Map<string, string>(),
): Promise<World> {
  const traffic = countTraffic();
  const ports = createMemoryPorts({ openTransport: traffic.open, baseUrl: demo.baseUrl, clock, files, secrets });
  const buoy = createBuoy(ports, facts);
  open.buoys.push(buoy);
  await buoy.start();
  const view = async () => {
    const opened = await buoy.calls.openView({});
    if (!opened.ok) throw new Error(opened.failure.message);
    return opened.value;
  };
  const until: World['until'] = async (what) => {
    const deadline = performance.now() + 10_000;
    while (!(await what())) {
      if (performance.now() > deadline) throw new Error(`Not so after 10 s: ${what}`);
      await settle();
    }
  };
  return {
    ...{ demo, clock, ports, buoy, view, until },
    async run(command, answer) {
      const first = await buoy.calls.runCommand({ command });
      if (!first.ok || first.value.status !== 'needs-confirmation' || !answer) return first;
      return buoy.calls.runCommand({ command, confirmation: { id: first.value.confirmation.id, ...answer } });
    },
    async droplet(name) {
      const row = (await view()).tables.droplets.find((one) => one.name === name);
      if (!row) throw new Error(`There is no droplet ${name}`);
      return row;
    },
    async pass(ms) {
      for (let left = ms; left > 0; left -= 1000) {
        await clock.advance(Math.min(1000, left));
        demo.advance(0);
        await traffic.quiet();
      }
    },
  };
}

/** Transports that know how many exchanges are under way: the clock must not run while sockets carry an answer. */
function countTraffic() {
  let running = 0;
  async function* counted(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    try {
      yield* body;
    } finally {
      running -= 1;
    }
  }
  return {
    open(): Transport {
      const transport = createTransport();
      return {
        ...transport,
        async exchange(request) {
          running += 1;
          try {
            const answer = await transport.exchange(request);
            return { ...answer, body: counted(answer.body) };
          } catch (error) {
            running -= 1;
            throw error;
          }
        },
      };
    },
    /** Ends when nothing is under way, and nothing has begun a little later. */
    async quiet(): Promise<void> {
      const deadline = performance.now() + 10_000;
      for (let calm = 0; calm < 3; calm = running === 0 ? calm + 1 : 0) {
        await settle();
        if (performance.now() > deadline) return;
      }
    },
  };
}

const token = (demo: DemoServer, index = 0): string => demo.tokens[index]?.token ?? '';

async function connected(options: DemoOptions = {}): Promise<World> {
  const world = await begin(options);
  const added = await world.run({ kind: 'add-connection', token: token(world.demo) });
  expect(added).toMatchObject({ ok: true, value: { status: 'done' } });
  await world.until(async () => (await world.view()).tables.droplets.length > 0);
  await world.until(async () => (await world.view()).tables.connections[0]?.balance !== null);
  return world;
}

const firstActive = async (world: World): Promise<DropletRow> => {
  const row = (await world.view()).tables.droplets.find((one) => one.condition === 'active');
  if (!row) throw new Error('No active droplet');
  return row;
};

/** Titles of what was shown of actions: the demo account also has an alert of its own. */
const actionNotices = (world: World): string[] =>
  world.ports.shown.filter((notice) => notice.kind.startsWith('action')).map((notice) => notice.title);

describe('the core on the demo account', () => {
  it('connects with a token, keeps it in the vault alone, and shows the team', async () => {
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

  it('power cycles after one question, shows it running, and tells when it is back', async () => {
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

  it('refuses what DigitalOcean refuses: an action that somebody else runs meanwhile', async () => {
    const world = await connected();
    const row = await firstActive(world);
    world.demo.elsewhere.startAction(row.name, 'snapshot', { name: 'theirs' });
    const refused = await world.run({ kind: 'droplet-action', dropletKeys: [row.key], type: 'reboot' });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'busy', message: `${row.name} is busy with another action.` } });
    expect((await world.droplet(row.name)).condition).not.toBe('running');
  });

  it('starts what can start of several, and names the rest', async () => {
    const world = await connected();
    const rows = (await world.view()).tables.droplets.filter((one) => one.condition === 'active').slice(0, 3);
    world.demo.elsewhere.startAction(rows[1]?.name ?? '', 'snapshot', { name: 'theirs' });
    const result = await world.run({ kind: 'droplet-action', dropletKeys: rows.map((row) => row.key), type: 'reboot' });
    expect(result).toMatchObject({ ok: true, value: { status: 'started', message: 'Rebooting 2 droplets. 1 did not start' } });
    if (!result.ok || result.value.status !== 'started') return;
    expect(result.value.failures.map((one) => one.name)).toEqual([rows[1]?.name]);
    expect(result.value.actionKeys).toHaveLength(2);
  });

  it('resolves an unknown outcome by looking: the action that did start is shown as started', async () => {
    const world = await connected();
    const row = await firstActive(world);
    world.demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'reset-after' });
    const running = world.run({ kind: 'droplet-action', dropletKeys: [row.key], type: 'reboot' });
    await world.pass(15_000);
    expect(await running).toMatchObject({ ok: true, value: { status: 'started' } });
    expect(world.demo.actionsCreated(row.id)).toBe(1);
  });

  it('says of a command without an answer that it did not start, when no action shows', async () => {
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

  it('refuses a token that is connected already, by its name', async () => {
    const world = await connected();
    const again = await world.run({ kind: 'add-connection', token: token(world.demo) });
    expect(again).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    if (!again.ok) expect(again.failure.message).toContain(world.demo.tokens[0]?.label ?? '-');
  });

  it('says when a token is refused later, and works again with another', async () => {
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

  it('keeps showing what it knows while DigitalOcean cannot be reached, and catches up', async () => {
    const world = await connected();
    await world.demo.faults.offline();
    await world.pass(200_000);
    expect(world.buoy.tray()).toMatchObject({ face: 'offline', title: 'Offline' });
    expect((await world.view()).tables.droplets).toHaveLength(14);
    await world.demo.faults.online();
    const refreshed = world.run({ kind: 'refresh' });
    await world.pass(60_000);
    expect(await refreshed).toMatchObject({ ok: true });
    expect(world.buoy.tray().face).not.toBe('offline');
  });

  it('says until when it is rate limited by others, asks nothing meanwhile, and goes on afterwards', async () => {
    const world = await connected();
    const lift = world.demo.faults.add({}, { kind: 'status', status: 429, retryAfterSeconds: 900 }, 'always');
    await world.pass(130_000);
    const { face, title } = world.buoy.tray();
    expect([face, title]).toEqual(['throttled', expect.stringMatching(/^Rate limited until \d\d:\d\d$/)]);
    expect((await world.view()).tables.connections[0]?.status).toBe('throttled');
    const before = world.demo.stats().requests;
    await world.pass(600_000);
    expect(world.demo.stats().requests - before).toBeLessThanOrEqual(1);
    lift();
    await world.pass(400_000);
    expect(world.buoy.tray().face).not.toBe('throttled');
  });

  it('keeps teams apart, each with its token and its budget', async () => {
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

  it('forgets the token with the connection', async () => {
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
      // A timer that waits just now may be about to fire: what counts is how far off it was set.
      shortest = Math.min(shortest, ...world.clock.delaysSet());
    }
    expect(world.demo.stats().requests - before).toBeLessThanOrEqual(200);
    expect(world.demo.stats().requests - before).toBeGreaterThan(80);
    expect(shortest).toBeGreaterThanOrEqual(5000);
  });
});
