import { describe, expect, it } from 'vitest';
import type { Spark } from '../../../../../preload/contract/metrics.ts';
import type { DropletRow } from '../../../../../preload/contract/view.ts';
import type { Measured, MeasuredRow } from '../../../../../preload/contract/watching.ts';
import { askedFor, busiestOf } from '../../../../../renderer/screens/monitoring/busiest.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';

const [sample] = inventedView().tables.droplets;
if (!sample) throw new Error('There is a droplet');
const droplet = (id: number, fields: Partial<DropletRow> = {}): DropletRow => ({
  ...sample,
  key: `hw:${id}`,
  connectionId: 'hw',
  id,
  name: `n-${id}`,
  status: 'active',
  isPinned: false,
  tags: [],
  ...fields,
});
const at = (percent: number, atMs = 0): Measured => ({ percent, atMs, state: 'quiet' });
const byPolicy = (...known: [id: number, cpu: Measured][]) =>
  new Map(
    known.map(([id, cpu]): [string, MeasuredRow] => [
      `hw:${id}`,
      { key: `hw:${id}`, connectionId: 'hw', cpu, memory: null, disk: null },
    ]),
  );
const spark = (id: number, fields: Partial<Spark>): [string, Spark] => [
  `hw:${id}`,
  { key: `hw:${id}`, state: 'read', values: [], endMs: 0, latest: null, sampledAtMs: null, ...fields },
];
const read = (id: number, latest: number, sampledAtMs = 0) => spark(id, { latest, sampledAtMs });
const many = (count: number) => Array.from({ length: count }, (_, index) => droplet(index + 1));

describe('whose CPU is asked for', () => {
  it('is at most 24: what policies found busiest, the pinned, those tagged prod, and the others by name', () => {
    const droplets = [
      ...many(30),
      droplet(31, { tags: ['Production'] }),
      droplet(32, { isPinned: true }),
      droplet(33, { status: 'off', isPinned: true }),
    ];
    const asked = askedFor({ droplets, measured: byPolicy([7, at(20)], [9, at(91)]) });
    expect(asked.slice(0, 6)).toEqual(['hw:9', 'hw:7', 'hw:32', 'hw:31', 'hw:1', 'hw:2']);
    expect(asked).toHaveLength(24);
  });
});

describe('the busiest droplets', () => {
  const of = (droplets: readonly DropletRow[], known: Partial<Parameters<typeof busiestOf>[0]> = {}) =>
    busiestOf({ droplets, measured: new Map(), sparks: new Map(), asked: droplets.map(({ key }) => key), ...known });

  it('are five at most, the busiest first, and say what none of the others is above', () => {
    const sparks = new Map([1, 2, 3, 4, 5, 6, 7].map((id) => read(id, id * 10)));
    const { rows, rest, unknown } = of(many(7), { sparks });
    expect(rows.map(({ name, cpu }) => [name, cpu.percent])).toEqual([
      ['n-7', 70],
      ['n-6', 60],
      ['n-5', 50],
      ['n-4', 40],
      ['n-3', 30],
    ]);
    expect([rest, unknown.size]).toEqual([{ count: 2, percent: 20 }, 0]);
  });

  it.each([
    ['of the policy', 200, 100, 91],
    ['of the drawing', 100, 200, 12],
  ])('have the newer value: the one %s', (_case, policyMs, sparkMs, percent) => {
    const firing = { ...at(91, policyMs), state: 'firing' as const };
    const { rows } = of(many(1), { measured: byPolicy([1, firing]), sparks: new Map([read(1, 12, sparkMs)]) });
    expect(rows[0]?.cpu).toEqual({ percent, atMs: 200, state: 'firing' });
  });

  it('count those of which nothing is known by why: asked for, failed, silent, or spared', () => {
    const sparks = new Map([
      spark(1, { state: 'failed' }),
      spark(2, { state: 'none' }),
      spark(3, { state: 'spared' }),
      read(4, 5),
    ]);
    const { rows, unknown } = of(many(6), { sparks, asked: ['hw:1', 'hw:2', 'hw:3', 'hw:4', 'hw:5'] });
    expect(rows).toHaveLength(1);
    expect(Object.fromEntries(unknown)).toEqual({ failed: 1, none: 1, waiting: 1, spared: 2 });
  });

  it.each([
    ['there is no droplet', [], 'no droplet'],
    ['none runs', [droplet(1, { status: 'off' })], 'none runs'],
    ['one runs', [droplet(1)], null],
  ] as const)('say that %s', (_case, droplets, isEmpty) => {
    expect(of(droplets).isEmpty).toBe(isEmpty);
  });
});
