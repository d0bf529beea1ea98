import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown, type ComparedThing, groupsAtMost, linesAtMost } from '../../../../main/core/cost/breakdown.ts';

const anything: fc.Arbitrary<ComparedThing> = fc
  .record({
    id: fc.integer({ min: 0, max: 400 }),
    team: fc.constantFrom('c1', 'c2'),
    product: fc.constantFrom('Droplets', 'Volumes', ''),
    project: fc.constantFrom('Shop', 'Lab', null),
    tags: fc.uniqueArray(fc.constantFrom('web', 'prod', 'old')),
    cents: fc.integer({ min: -5000, max: 500_000 }),
    before: fc.integer({ min: 0, max: 500_000 }),
  })
  .map(({ id, team, product, project, tags, cents, before }) => ({
    thing: { key: String(id), ids: [String(id)], name: `thing ${id}`, product, project, usd: new Big(cents).div(100) },
    connectionId: team,
    teamName: team,
    place: null,
    isGone: false,
    tags,
    usd: new Big(cents).div(100),
    beforeUsd: new Big(before).div(100),
  }));
const sum = (amounts: readonly string[]) => amounts.reduce((all, one) => all.plus(one), new Big(0));

describe('a breakdown of costs', () => {
  it('has parts that add up to the whole, at every depth, with the rest of long lists', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 300, size: 'max' }),
        fc.constantFrom('resource' as const, 'kind' as const, 'project' as const, 'team' as const),
        fc.constantFrom('cost' as const, 'change' as const),
        (things, by, order) => {
          const { usd, changeUsd, groups, rest, isOverlapping } = breakDown(things, by, order);
          expect(isOverlapping).toBe(false);
          expect(groups.length).toBeLessThanOrEqual(groupsAtMost);
          expect(sum([...groups.map((group) => group.usd), rest?.usd ?? '0']).eq(usd)).toBe(true);
          const before = things.reduce((all, { beforeUsd }) => all.plus(beforeUsd ?? 0), new Big(0));
          expect(new Big(usd).minus(before).eq(changeUsd ?? 'none')).toBe(true);
          for (const group of groups) {
            expect(group.lines.length).toBeLessThanOrEqual(linesAtMost);
            expect(sum([...group.lines.map((line) => line.usd), group.rest?.usd ?? '0']).eq(group.usd)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('by tag counts a thing under each of its tags and says so, while the whole stays the whole', () => {
    const [one] = fc.sample(anything, 1);
    if (!one) throw new Error('none');
    const thing = { ...one, tags: ['web', 'prod'], usd: new Big('4.20') };
    const costs = breakDown([thing], 'tag', 'cost');
    expect([costs.usd, costs.groups.map(({ name, usd }) => [name, usd]), costs.isOverlapping]).toEqual([
      '4.2',
      [
        ['web', '4.2'],
        ['prod', '4.2'],
      ],
      true,
    ]);
  });

  it('tells no change where the other month was not read', () => {
    const [one] = fc.sample(anything, 1);
    if (!one) throw new Error('none');
    expect(breakDown([{ ...one, beforeUsd: null }], 'kind', 'cost').changeUsd).toBeNull();
  });
});
