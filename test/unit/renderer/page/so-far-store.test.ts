import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../../preload/contract/cost.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { SoFarStore } from '../../../../renderer/page/so-far-store.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';
import { inventedView } from '../../../doubles/invented/invented-view.ts';

const droplets = inventedView().tables.droplets;
const [web, other] = [droplets[0], droplets.find(({ connectionId }) => connectionId !== droplets[0]?.connectionId)];
if (!web || !other) throw new Error('There are droplets of two teams');

function begin(tell: (id: string) => Cost | null, failure: Failure | null = null) {
  const clock = createFakeClock();
  const asked: { connectionId: string; ids: string[] }[] = [];
  const store = new SoFarStore({
    bridge: {
      async tellCosts({ connectionId, things }) {
        asked.push({ connectionId, ids: things.map(({ id }) => id) });
        return failure ? { ok: false, failure } : { ok: true, value: things.map(({ id }) => tell(id)) };
      },
    },
    after: clock.after,
    now: clock.now,
  });
  return { clock, store, asked };
}
const exact = (usd: string): Cost => ({ kind: 'not-told', period: null, soFar: { usd, isAbout: false } });

describe('what droplets have cost this month', () => {
  it('is asked once an hour for those in sight, in one call for each team, and told to who looks', async () => {
    const { clock, store, asked } = begin(() => exact('12.30'));
    let told = 0;
    const ends = [web, ...droplets.slice(1, 3), other].map((droplet) =>
      store.subscribe(droplet, () => {
        told += 1;
      }),
    );
    await clock.advance(250);
    expect(asked.map(({ connectionId }) => connectionId)).toEqual([web.connectionId, other.connectionId]);
    expect([store.get(web.key), store.get(other.key), told]).toEqual(['12.30', '12.30', 4]);
    await clock.advance(1_800_000);
    expect(asked).toHaveLength(2);
    await clock.advance(2_700_000);
    expect(asked).toHaveLength(4);
    for (const end of ends) end();
    await clock.advance(7_200_000);
    expect(asked).toHaveLength(4);
  });

  it('is not asked for rows that only passed by', async () => {
    const { clock, store, asked } = begin(() => exact('1'));
    const end = store.subscribe(web, () => {});
    await clock.advance(100);
    end();
    await clock.advance(1000);
    expect(asked).toEqual([]);
  });

  it.each<[string, Cost | null]>([
    ['an estimate is', { kind: 'not-told', period: null, soFar: { usd: '3', isAbout: true } }],
    ['no word of it is', { kind: 'not-told', period: null }],
    ['nothing at all is', null],
  ])('is not told where %s', async (_case, cost) => {
    const { clock, store } = begin(() => cost);
    store.subscribe(web, () => {});
    await clock.advance(250);
    expect(store.get(web.key)).toBeNull();
  });

  it('is not told where the bill may not be read', async () => {
    const { clock, store } = begin(() => null, { kind: 'forbidden', message: 'No.', scopes: ['billing:read'] });
    store.subscribe(web, () => {});
    await clock.advance(250);
    expect(store.get(web.key)).toBeNull();
  });
});
