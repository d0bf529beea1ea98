import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertPolicy } from '../../../../main/core/digitalocean/resources/alert-policies.ts';
import { watchShares } from '../../../../main/core/watching/budget.ts';
import type { Verdict } from '../../../../main/core/watching/judge.ts';
import { pairsAtMost } from '../../../../main/core/watching/pairs.ts';
import { costOf, everyMsOf, type PlanInput, planWatch } from '../../../../main/core/watching/plan.ts';
import { type GivenUp, givenUpInOrder } from '../../../../main/core/watching/ranks.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';

const droplets = (count: number, fields: (index: number) => Partial<ReturnType<typeof aDroplet>> = () => ({})) =>
  new Map(
    Array.from({ length: count }, (_, index) => [
      101 + index,
      aDroplet({ id: 101 + index, name: `d${index}`, ...fields(index) }),
    ]),
  );
const planned = (policies: readonly AlertPolicy[], input: Partial<PlanInput> = {}) =>
  planWatch({
    policies,
    droplets: droplets(4),
    others: policiesOf([]).others,
    isPinned: () => false,
    verdicts: new Map(),
    pace: 'usual',
    share: 30,
    ...input,
  });
const all = (fields: Partial<AlertPolicy> = {}) => aPolicy({ entities: [], isAboutAll: true, ...fields });
const names = (plan: ReturnType<typeof planned>) => plan.needs.map(({ thing }) => thing.name);

describe('what a policy covers', () => {
  const four = droplets(4, (index) => ({ tags: index === 1 ? ['jobs'] : [], status: index === 3 ? 'off' : 'active' }));
  it.each<[string, Partial<AlertPolicy>, string[]]>([
    ['by id', { entities: ['101'] }, ['d0']],
    ['by tag', { entities: [], tags: ['jobs'] }, ['d1']],
    ['by both, each once', { entities: ['102', '101'], tags: ['jobs'] }, ['d1', 'd0']],
    ['without either: all that are on', { entities: [], isAboutAll: true }, ['d0', 'd1', 'd2']],
    ['by what cannot be read: none', { entities: [], isAboutAll: false }, []],
    ['that is muted: none', { isEnabled: false }, []],
    ['without a metric: none', { type: 'v1/insights/droplet/disk_read' }, []],
    ['with a comparison that Buoy does not know: none', { compare: 'unknown' }, []],
    ['with a window that Buoy does not know: none', { windowMinutes: null, windowRaw: '2h' }, []],
  ])('%s', (_case, fields, expected) => {
    expect(names(planned([aPolicy(fields)], { droplets: four }))).toEqual(expected);
  });

  it.each<[string, Partial<AlertPolicy>, object]>([
    ['it is muted', { isEnabled: false }, { reason: 'muted' }],
    ['the API has no metric of it', { type: 'v1/insights/lbaas/droplet_health' }, { reason: 'no-metric' }],
    ['Buoy does not know its rule', { windowMinutes: null }, { reason: 'unknown-rule' }],
    ['its kind could not be read', { type: 'v1/dbaas/alerts/cpu_alerts' }, { reason: 'unread' }],
    ['what it names is gone', { entities: ['7', '101'] }, { reason: 'gone', count: 1 }],
    ['what it names is off', { entities: ['104'] }, { reason: 'off', count: 1, things: [{ name: 'd3' }] }],
  ])('and why it is not watched: %s', (_case, fields, aside) => {
    expect(planned([aPolicy(fields)], { droplets: four }).asides.get('p1')).toMatchObject([aside]);
  });

  it('and clusters of MySQL only', () => {
    const cluster = (id: string, engine: string) => ({ id, name: `db-${engine}`, tags: [], engine });
    const { others } = policiesOf([], { database: [cluster('a', 'pg'), cluster('b', 'mysql')] });
    const plan = planned([all({ type: 'v1/dbaas/alerts/cpu_alerts' })], { others });
    expect(names(plan)).toEqual(['db-mysql']);
    expect(plan.asides.get('p1')).toMatchObject([{ reason: 'engine', things: [{ name: 'db-pg' }] }]);
  });
});

describe('what is asked', () => {
  it('is asked once for all policies that compare the same metric of a thing, as far back as the longest looks', () => {
    const plan = planned([
      aPolicy(),
      aPolicy({ uuid: 'p2', value: 95, windowMinutes: 60 }),
      aPolicy({ uuid: 'p3', compare: 'LessThan', value: 1 }),
      aPolicy({ uuid: 'p4', type: 'v1/insights/droplet/load_5' }),
    ]);
    expect(plan.needs.map(({ pairs, lookBackMs }) => [pairs.length, lookBackMs / 60_000])).toEqual([
      [3, 70],
      [1, 15],
    ]);
  });

  it('is looked at no closer than half of the shortest window, however much the budget allows', () => {
    const [need] = planned([aPolicy({ windowMinutes: 60 })]).needs;
    if (!need) throw new Error('It is watched');
    expect([everyMsOf(need, 300_000), everyMsOf(need, 3_600_000)]).toEqual([1_800_000, 3_600_000]);
    const [both] = planned([aPolicy({ windowMinutes: 60 }), aPolicy({ uuid: 'p2' })]).needs;
    expect(both && everyMsOf(both, 300_000)).toBe(300_000);
  });

  it('is asked once for errors of both classes, because one answer has both', () => {
    const type = 'v1/insights/lbaas/increase_in_http_error_rate_count_';
    const others = policiesOf([], { 'load-balancer': [{ id: 'lb', name: 'shop', tags: [], engine: null }] }).others;
    const plan = planned([all({ type: `${type}4xx` }), all({ uuid: 'p2', type: `${type}5xx` })], { others });
    expect(plan.needs.map((need) => costOf(need))).toEqual([1]);
    expect(plan.pairs.regular).toBe(2);
  });
});

describe('who comes first', () => {
  const mixed = droplets(6, (index) => ({ tags: index === 2 ? ['Prod'] : index === 4 ? ['web', 'production'] : ['lab'] }));
  const firing: Verdict = { judgement: 'firing', firingSinceMs: 1, latest: null, isLeaning: false };

  it('is what fires, then what is pinned, then production, then others', () => {
    const plan = planned([all()], {
      droplets: mixed,
      isPinned: ({ id }) => id === '106',
      verdicts: new Map([['p1/104', firing]]),
    });
    expect(names(plan)).toEqual(['d3', 'd5', 'd2', 'd4', 'd0', 'd1']);
    expect(plan.needs.map(({ rank }) => rank)).toEqual(['firing', 'pinned', 'prod', 'prod', 'other', 'other']);
  });

  it('keeps its looks, and the rest takes turns, none left out', () => {
    const plan = planned([all()], { droplets: mixed, share: 24, isPinned: ({ id }) => id === '106' });
    expect(names(plan).slice(0, plan.regular)).toEqual(['d5', 'd2']);
    expect(plan.pairs).toEqual({ regular: 2, inTurns: 4, beyond: 0 });
    expect(plan.turnMs).toBe(20 * 60_000);
  });
});

describe('what the budget gives up', () => {
  /** One droplet that is pinned, one in production, and eight others. */
  const mixed = droplets(10, (index) => ({ tags: index === 1 ? ['prod'] : [] }));
  it.each<[number, GivenUp[]]>([
    [120, []],
    [119, ['half as often']],
    [60, ['half as often']],
    [59, ['half as often', 'turns for other']],
    [24, ['half as often', 'turns for other']],
    [23, ['half as often', 'turns for other', 'turns for prod']],
    [12, ['half as often', 'turns for other', 'turns for prod']],
    [11, ['half as often', 'turns for other', 'turns for prod', 'turns for pinned']],
  ])('with %i requests for 10 things', (share, expected) => {
    expect(planned([all()], { droplets: mixed, share, isPinned: ({ id }) => id === '101' }).givenUp).toEqual(expected);
  });

  it('is given up in the order of the table, whatever there is to watch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 9 }),
        (share, count, many) => {
          const plan = planned(
            Array.from({ length: many }, (_, index) =>
              all({ uuid: `p${index}`, type: `v1/insights/droplet/load_${[1, 5, 15][index % 3]}` }),
            ),
            {
              droplets: droplets(count, (index) => ({ tags: index % 5 === 0 ? ['prod'] : [] })),
              share,
              isPinned: ({ id }) => Number(id) % 7 === 0,
            },
          );
          const steps = plan.givenUp.map((one) => givenUpInOrder.indexOf(one));
          expect(steps).toEqual(steps.toSorted((one, other) => one - other));
          // Nobody keeps regular looks while one of a better rank takes turns.
          const ranks = ['firing', 'pinned', 'prod', 'other'];
          const worst = Math.max(-1, ...plan.needs.slice(0, plan.regular).map(({ rank }) => ranks.indexOf(rank)));
          const best = Math.min(9, ...plan.needs.slice(plan.regular).map(({ rank }) => ranks.indexOf(rank)));
          expect(worst).toBeLessThanOrEqual(best);
        },
      ),
    );
  });

  it('and what is beyond 2,000 pairs at the end, said of each policy', () => {
    const plan = planned([all(), all({ uuid: 'p2', type: 'v1/insights/droplet/load_1' })], { droplets: droplets(1500) });
    expect(plan.needs).toHaveLength(pairsAtMost);
    expect(plan.pairs.beyond).toBe(1000);
    expect(plan.asides.get('p2')).toMatchObject([{ reason: 'beyond', count: 500 }]);
    expect(plan.givenUp.at(-1)).toBe('beyond');
  });

  it('is planned at once, also for 500 policies about 10,000 droplets', () => {
    const many = droplets(10_000, (index) => ({ tags: index % 3 === 0 ? ['web'] : [] }));
    const policies = Array.from({ length: 500 }, (_, index) => all({ uuid: `p${index}`, value: index }));
    const startedAt = performance.now();
    expect(planned(policies, { droplets: many }).pairs.beyond).toBe(5_000_000 - pairsAtMost);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('the shares of watching', () => {
  it.each([
    ['nothing', { checks: 0, policies: 0 }, 'usual', 600, { uptime: 0, alerts: 0 }],
    ['one check: every five minutes', { checks: 1, policies: 0 }, 'usual', 600, { uptime: 12, alerts: 0 }],
    ['a quiet team', { checks: 5, policies: 5 }, 'usual', 600, { uptime: 36, alerts: 25 }],
    ['a large team', { checks: 50, policies: 20 }, 'usual', 600, { uptime: 350, alerts: 205 }],
    ['a large team with many droplets', { checks: 50, policies: 20 }, 'usual', 330, { uptime: 220, alerts: 110 }],
    ['half, when sparing', { checks: 5, policies: 5 }, 'sparing', 600, { uptime: 18, alerts: 12 }],
    ['four times as much, when close', { checks: 5, policies: 5 }, 'close', 600, { uptime: 144, alerts: 100 }],
  ] as const)('are for %s', (_case, demand, pace, room, expected) => {
    expect(watchShares(demand, pace, room)).toEqual(expected);
  });

  it('give way in the order of the table: policies first, and checks only once policies have a third', () => {
    const demand = { checks: 50, policies: 20 };
    const full = watchShares(demand, 'usual', 1000);
    for (let room = 1000; room > 0; room -= 5) {
      const { uptime, alerts } = watchShares(demand, 'usual', room);
      if (uptime < full.uptime) expect(alerts).toBeLessThanOrEqual(Math.ceil(room / 3));
      if (alerts > room / 3) expect(uptime).toBe(full.uptime);
    }
  });

  it('stay within the room', () => {
    const demand = fc.record({ checks: fc.nat(5000), policies: fc.nat(5000) });
    fc.assert(
      fc.property(
        demand,
        fc.constantFrom('sparing', 'usual', 'close'),
        fc.integer({ min: 10, max: 900 }),
        (wanted, pace, room) => {
          const { uptime, alerts } = watchShares(wanted, pace, room);
          expect(uptime + alerts).toBeLessThanOrEqual(room);
          expect(Math.min(uptime, alerts)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
