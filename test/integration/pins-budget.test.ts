import { afterEach, describe, expect, it } from 'vitest';
import { type Buoy, createBuoy } from '../../main/core/buoy.ts';
import { tokenName } from '../../main/core/names/token-name.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import { pinKey } from '../../preload/contract/pin-key.ts';
import { facts } from '../doubles/core/core-on-demo.ts';
import { createFakeClock } from '../doubles/core/fake-clock.ts';
import { inventedTeam, lists } from '../doubles/core/invented-team.ts';
import { createMemoryPorts } from '../doubles/core/memory-ports.ts';

const hourMs = 3_600_000;
let buoy: Buoy | null = null;
afterEach(() => buoy?.stop());

/** Two pins of each of the first so many families; the second one of each is gone. */
const pinsOf = (families: number) =>
  lists.slice(0, families).flatMap(({ familyId }) =>
    ['x1', 'x2'].map((itemId) => {
      const place = { connectionId: 'c1', familyId, parent: {}, id: itemId };
      return { key: pinKey(place), connectionId: 'c1', familyId, parent: {}, itemId, name: itemId };
    }),
  );

/**
 * Requests for the lists of pins in the fifth hour, by their paths: in the first one a poller starts at full speed, and until the
 * fourth the dates in some of these lists are read too.
 */
async function spendingWith(families: number, remaining = 4800) {
  const clock = createFakeClock();
  const team = inventedTeam(clock.now, undefined, () => remaining);
  const pinnedThings = pinsOf(families);
  const settings = { pinned: pinnedThings.map(({ key }) => key), pinnedThings };
  const files = new Map<DocumentName, string>([
    ['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}'],
    ['settings', JSON.stringify(settings)],
  ]);
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);
  buoy = createBuoy(createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport }), facts);
  await buoy.start();
  await clock.advance(4 * hourMs);
  const before = new Map(team.asked);
  await clock.advance(hourMs);
  const inHour = (path: string) => (team.asked.get(path) ?? 0) - (before.get(path) ?? 0);
  const perHour = lists.map(({ path }) => inHour(path));
  const opened = await buoy.calls.openView({});
  const pins = opened.ok ? opened.value.tables.pins.map(({ standing }) => standing) : [];
  return {
    perHour,
    sum: perHour.reduce((all, one) => all + one, 0),
    others: inHour('/v2/droplets'),
    pins,
  };
}

describe('what pinned things cost', () => {
  it('is one request every five minutes for each family, whatever the number of its pins', async () => {
    const { perHour, pins } = await spendingWith(4);
    for (const family of perHour.slice(0, 4)) {
      expect(family).toBeGreaterThan(10);
      expect(family).toBeLessThanOrEqual(12);
    }
    expect(perHour.slice(4)).toEqual([0, 0, 0, 0]);
    expect(pins).toEqual(['known', 'gone', 'known', 'gone', 'known', 'gone', 'known', 'gone']);
  });

  it('stays within its share however many families are pinned: they are read less often', async () => {
    const { sum, pins } = await spendingWith(8);
    expect(sum).toBeLessThanOrEqual(50);
    expect(sum).toBeGreaterThan(40);
    expect(pins).not.toContain('stale');
  });

  it('is nothing at all without pins', async () => {
    expect((await spendingWith(0)).sum).toBe(0);
  });

  it('is given up while others use the token up, and droplets are still read', async () => {
    const { sum, others, pins } = await spendingWith(4, 1000);
    expect(sum).toBe(0);
    expect(others).toBeGreaterThan(50);
    expect(pins).toContain('stale');
  });
});
