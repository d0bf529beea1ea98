import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';

afterEach(endAll);

const minuteMs = 60_000;
/** A look at what is pinned, with the usual budget. */
const lookMs = 10 * minuteMs;

const told = (world: World, kind: string) => world.ports.shown.filter((notice) => notice.kind === kind);
const rows = async (world: World) => (await world.view()).tables.policies;

/** Passes minutes until it is so; says how many. */
async function minutesUntil(world: World, isSo: () => boolean | Promise<boolean>, most: number): Promise<number> {
  for (let minute = 0; minute <= most; minute += 1) {
    if (await isSo()) return minute;
    await world.pass(minuteMs);
  }
  throw new Error(`Not so within ${most} min`);
}

describe('an alert policy of the demo account', () => {
  it('is told within two looks after a load stayed over its limit for its window, and again when that is over', async () => {
    const world = await connected();
    const worker = await world.droplet('worker-01');
    await world.run({ kind: 'pin-droplet', dropletKey: worker.key, isPinned: true });
    await world.pass(2 * minuteMs);
    world.demo.elsewhere.setLoad('worker-01', 96);
    const windowMinutes = 5;
    const minutes = await minutesUntil(world, () => told(world, 'alert-fired').some(({ name }) => name === 'worker-01'), 40);
    expect(minutes).toBeGreaterThanOrEqual(windowMinutes);
    expect(minutes).toBeLessThanOrEqual(windowMinutes + (2 * lookMs) / minuteMs);
    const notice = told(world, 'alert-fired').find(({ name }) => name === 'worker-01');
    expect(notice).toMatchObject({
      title: 'CPU above 80 % on worker-01',
      route: `#/monitoring/charts/droplet/cpu/things/${worker.key}`,
    });
    expect(notice?.body).toMatch(/^Harbour Works · now 96 % · since \d\d:\d\d$/);
    expect((await rows(world)).find(({ name }) => name === 'Workers hot')).toMatchObject({
      rule: 'CPU above 80 % for 5 min',
      about: 'worker-01 and worker-02',
      state: 'firing',
    });

    world.demo.elsewhere.setLoad('worker-01', 20);
    const over = await minutesUntil(world, () => told(world, 'alert-cleared').some(({ name }) => name === 'worker-01'), 40);
    expect(over).toBeGreaterThanOrEqual(5);
    expect(over).toBeLessThanOrEqual(5 + (2 * lookMs) / minuteMs);
  });

  it('is not told of a load that did not last for its window', async () => {
    const world = await connected();
    const worker = await world.droplet('worker-01');
    await world.run({ kind: 'pin-droplet', dropletKey: worker.key, isPinned: true });
    world.demo.elsewhere.setLoad('worker-01', 96);
    await world.pass(3.5 * minuteMs);
    world.demo.elsewhere.setLoad('worker-01', 20);
    await world.pass(25 * minuteMs);
    expect(told(world, 'alert-fired').filter(({ name }) => name === 'worker-01')).toEqual([]);
  });

  it('is known to be quiet or not for every policy soon after the start, and says what is not watched', async () => {
    const world = await connected();
    await world.pass(20 * minuteMs);
    const all = await rows(world);
    expect(all.map(({ name }) => name)).toContain('Workers hot');
    expect(all.every(({ state }) => state !== 'unwatched')).toBe(true);
    // cache-01 is off, and in production.
    expect(all.find(({ name }) => name === 'Memory nearly full')?.asides.join(' ')).toContain(
      'off and sends no metrics: cache-01',
    );
    expect(told(world, 'alert-fired').map(({ name }) => name)).toContain('worker-02');
  });
});
