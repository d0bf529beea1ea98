import { afterEach, describe, expect, it } from 'vitest';
import { type Buoy, createBuoy } from '../../main/core/buoy.ts';
import { tokenName } from '../../main/core/names/token-name.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import { facts } from '../doubles/core/core-on-demo.ts';
import { createFakeClock, settle } from '../doubles/core/fake-clock.ts';
import { inventedTeam } from '../doubles/core/invented-team.ts';
import { createMemoryPorts } from '../doubles/core/memory-ports.ts';

const open: Buoy[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((buoy) => buoy.stop()));
});

/** A connected team that refuses the token at some paths for as long as a test wants. */
async function connected() {
  const clock = createFakeClock();
  let refuses: (path: string) => boolean = () => false;
  const asked: { path: string; atMs: number }[] = [];
  const team = inventedTeam(clock.now, (path, text) => {
    asked.push({ path, atMs: clock.now() });
    return refuses(path) ? '' : text;
  });
  const files = new Map<DocumentName, string>([['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}']]);
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);
  const ports = createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport });
  const buoy = createBuoy(ports, facts);
  open.push(buoy);
  await buoy.start();
  await clock.advance(600_000);
  const view = async () => {
    const opened = await buoy.calls.openView({});
    if (!opened.ok) throw new Error(opened.failure.message);
    return opened.value.tables;
  };
  return {
    clock,
    ports,
    buoy,
    asked,
    view,
    status: async () => (await view()).connections[0]?.status,
    refuse(path: (one: string) => boolean) {
      asked.length = 0;
      refuses = path;
    },
  };
}

const always = () => true;
const account = '/v2/account';

describe('a 401', () => {
  it.each(['/v2/droplets', '/v2/actions', '/v2/customers/my/balance', account])('of %s alone is not believed', async (path) => {
    const { clock, refuse, ports, status, asked } = await connected();
    let times = 0;
    refuse((one) => {
      times += one === path ? 1 : 0;
      return one === path && times === 1;
    });
    for (let minute = 0; minute < 62; minute += 1) {
      await clock.advance(60_000);
      expect(await status()).not.toBe('refused');
    }
    expect(await status()).toBe('ok');
    expect(asked.filter((one) => one.path === '/v2/droplets').length).toBeGreaterThan(50);
    expect(ports.shown.map((notice) => notice.kind)).not.toContain('token-refused');
  });

  it('that stays, while the account is read, says so and leaves the rest alone', async () => {
    const { clock, refuse, view, status, ports } = await connected();
    refuse((path) => path === '/v2/droplets');
    await clock.advance(600_000);
    const [row] = (await view()).connections;
    expect([await status(), row?.statusText]).toEqual([
      'failing',
      'DigitalOcean refused one request, but does not refuse the token as a whole.',
    ]);
    expect(ports.shown.map((notice) => notice.kind)).not.toContain('token-refused');
  });

  it('that the account confirms is believed, told, and asked again in minutes that grow', async () => {
    const { clock, refuse, ports, status, asked } = await connected();
    refuse(always);
    await clock.advance(120_000);
    expect(await status()).toBe('refused');
    expect(ports.shown.filter((notice) => notice.kind === 'token-refused')).toHaveLength(1);
    const [first] = asked;
    await clock.advance(3_600_000);
    expect(new Set(asked.slice(5).map((one) => one.path))).toEqual(new Set([account]));
    const minutes = asked.slice(5).map((one) => Math.round((one.atMs - (first?.atMs ?? 0)) / 60_000));
    const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
    expect(gaps.slice(-3)).toEqual([10, 10, 10]);
    expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
    refuse(() => false);
    await clock.advance(600_000);
    expect(await status()).toBe('ok');
  });

  it.each<[string, (world: Awaited<ReturnType<typeof connected>>) => void]>([
    ['"Try now"', ({ buoy }) => void buoy.calls.runCommand({ command: { kind: 'refresh' } })],
    ['a wake from sleep', ({ ports }) => ports.setPower({ isAsleep: false })],
    ['another network', ({ ports }) => ports.setOnline(true)],
    [
      'another proxy',
      ({ buoy }) => void buoy.calls.runCommand({ command: { kind: 'update-settings', patch: { proxy: { mode: 'none' } } } }),
    ],
    [
      'a new token',
      ({ buoy }) =>
        void buoy.calls.runCommand({ command: { kind: 'replace-token', connectionId: 'c1', token: `dop_v1_${'b'.repeat(64)}` } }),
    ],
  ])('that no longer holds is over at once after %s', async (_what, act) => {
    const world = await connected();
    world.refuse(always);
    await world.clock.advance(3_000_000);
    expect(await world.status()).toBe('refused');
    world.ports.setOnline(_what !== 'another network');
    world.ports.setPower({ isAsleep: _what === 'a wake from sleep' });
    await world.clock.advance(1000);
    world.refuse(() => false);
    act(world);
    await settle();
    await world.clock.advance(5000);
    expect(await world.status()).toBe('ok');
  });
});
