import { Big } from 'big.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { CostGrouping } from '../../preload/contract/bills.ts';
import type { Outcome } from '../../preload/contract/failure.ts';
import { connected, endAll, type World } from '../doubles/core/core-on-demo.ts';

afterEach(endAll);

function given<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}
async function idOf(world: World, team: string): Promise<string> {
  const row = (await world.view()).tables.connections.find(({ teamName }) => teamName === team);
  if (!row) throw new Error(`No team ${team}`);
  return row.id;
}
const sum = (amounts: readonly string[]): string => amounts.reduce((all, one) => all.plus(one), new Big(0)).toFixed();

describe('costs of the demo account', () => {
  it('add up to the month by every grouping, with links to the things, and are read with few requests', async () => {
    const world = await connected({ seed: 7 });
    const id = await idOf(world, 'Harbour Works');
    const before = world.sent.length;
    const by = async (grouping: CostGrouping) =>
      given(await world.buoy.calls.readCosts({ connectionIds: [id], period: null, against: null, by: grouping, order: 'cost' }));
    const whole = await by('resource');
    for (const grouping of ['kind', 'project', 'team'] as const) {
      const costs = await by(grouping);
      expect([grouping, costs.usd, sum(costs.groups.map(({ usd }) => usd))]).toEqual([grouping, whole.usd, whole.usd]);
      for (const group of costs.groups)
        expect(sum([...group.lines.map(({ usd }) => usd), group.rest?.usd ?? '0'])).toBe(group.usd);
    }
    const tags = await by('tag');
    expect(tags.groups.some(({ name }) => name === 'prod')).toBe(true);
    expect(whole.isRunning).toBe(true);
    const web = await world.droplet('web-01');
    expect(whole.groups.map(({ lines }) => lines[0])).toContainEqual(
      expect.objectContaining({ name: 'web-01', place: { familyId: 'droplets_list', id: String(web.id) }, isGone: false }),
    );
    // The list, the items of two months, and the lists of what is named in them.
    const all = world.sent.slice(before).map(({ path }) => path.split('?')[0] ?? '');
    const asked = all.filter((path) => !path.includes('/monitoring/'));
    expect(asked.filter((path) => path.includes('invoices'))).toHaveLength(3);
    expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
    expect(asked.length).toBeLessThan(16);
  });

  it('compare two months by the biggest change, whichever way', async () => {
    const world = await connected({ seed: 7 });
    const id = await idOf(world, 'Harbour Works');
    const { bills } = given(await world.buoy.calls.readBills({ connectionIds: [id] }));
    expect(bills.map(({ period }) => period)).toEqual(
      bills
        .map(({ period }) => period)
        .toSorted()
        .reverse(),
    );
    expect(bills.map(({ isPreview }) => isPreview)).toEqual(bills.map((_, index) => index === 0));
    const [, last, before] = bills;
    if (!last || !before) throw new Error('too few invoices');
    const costs = given(
      await world.buoy.calls.readCosts({
        connectionIds: [id],
        period: last.period,
        against: before.period,
        by: 'resource',
        order: 'change',
      }),
    );
    expect(costs.usd).toBe(last.usd.replace(/\.?0+$/, '') || '0');
    expect(new Big(costs.usd).minus(costs.changeUsd ?? 0).eq(before.usd)).toBe(true);
    const sizes = costs.groups.map(({ changeUsd }) => Math.abs(Number(changeUsd)));
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    const { products } = given(await world.buoy.calls.readBill({ connectionId: id, uuid: last.uuid }));
    expect(new Big(sum(products.map(({ usd }) => usd))).eq(last.usd)).toBe(true);
    // Every invoice is paid, so that the history adds up to nothing, newest first.
    const { payments } = given(await world.buoy.calls.readPayments({ connectionIds: [id] }));
    expect(payments.length).toBeGreaterThan(4);
    expect(new Big(sum(payments.map(({ usd }) => usd))).eq(0)).toBe(true);
    expect(payments.map(({ atMs }) => atMs)).toEqual(payments.map(({ atMs }) => atMs).toSorted((one, other) => other - one));
  });

  it('names what serves nothing with the job that ends its cost, and since when a droplet is off', async () => {
    const world = await connected({ seed: 7 });
    const connectionIds = (await world.view()).tables.connections.map(({ id }) => id);
    const { things, unread } = given(await world.buoy.calls.readIdle({ connectionIds }));
    expect(unread).toEqual([]);
    const found = new Map(things.map((thing) => [thing.name, thing]));
    expect(found.get('old-uploads')).toMatchObject({ reason: 'volume', monthlyUsd: '20', job: { name: 'delete' } });
    expect(found.get('198.51.100.9')).toMatchObject({ reason: 'address', monthlyUsd: '5', job: { name: 'release' } });
    const off = things.filter(({ reason }) => reason === 'off');
    expect(off.length).toBeGreaterThan(0);
    for (const { job, sinceMs, soFarUsd } of off) {
      expect(job).toEqual({ name: 'destroy', label: 'End cost…' });
      expect(soFarUsd === null).toBe(sinceMs === null);
    }
    expect(found.has('web-assets')).toBe(false);
    // Nobody tells since when a volume is unused, and what was seen first today says nothing.
    expect(found.get('old-uploads')).toMatchObject({ sinceMs: null, soFarUsd: null });
    // Asked again at once it costs nothing.
    const asked = world.sent.length;
    await world.buoy.calls.readIdle({ connectionIds });
    expect(world.sent.length).toBe(asked);
  });

  it('tell how two months went, day by day, and never a sum of some teams only', async () => {
    const world = await connected({ seed: 7 });
    const id = await idOf(world, 'Harbour Works');
    const days = given(await world.buoy.calls.readDays({ connectionIds: [id] }));
    expect(days.last.source).toBe('told');
    const known = days.last.days.flatMap(({ usd }) => usd ?? []);
    expect(known.length).toBe(days.last.days.length);
    expect(known.map(Number)).toEqual(known.map(Number).toSorted((one, other) => one - other));
    const both = given(await world.buoy.calls.readDays({ connectionIds: [id, 'gone'] }));
    expect(both.last.days.every(({ usd }) => usd === null)).toBe(true);
    expect(both.unread.map(({ connectionId }) => connectionId)).toEqual(['gone']);
  });

  it('are told for the teams that can be read, with the others named', async () => {
    const world = await connected({ seed: 7 });
    const id = await idOf(world, 'Harbour Works');
    const costs = given(
      await world.buoy.calls.readCosts({ connectionIds: [id, 'gone'], period: null, against: null, by: 'team', order: 'cost' }),
    );
    expect(costs.connectionIds).toEqual([id]);
    expect(costs.unread.map(({ connectionId }) => connectionId)).toEqual(['gone']);
  });
});
