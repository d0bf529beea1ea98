import { describe, expect, it } from 'vitest';
import { dropletColumns } from '../../../../../renderer/screens/droplets/droplet-columns.tsx';
import { isSameList, isSameOutside, isSameTeams, linesOf } from '../../../../../renderer/screens/droplets/lines.ts';
import type { DropletQuery } from '../../../../../renderer/screens/droplets/query.ts';
import { inventedDroplets } from '../../../../doubles/invented/invented-droplets.ts';
import { inventedConnections } from '../../../../doubles/invented/invented-view.ts';

const usual: DropletQuery = {
  text: '',
  filters: [],
  sort: { by: 'name', isDescending: false },
  grouping: 'flat',
  teamId: null,
};
const droplets = inventedDroplets();
const namesFor = (query: Partial<DropletQuery>) =>
  linesOf(droplets, inventedConnections(), { ...usual, ...query }).sorted.map((droplet) => droplet.name);

describe('linesOf', () => {
  it.each([
    ['a part of a name', 'worker', ['worker-01', 'worker-02']],
    ['a tag', 'cache', ['cache-01']],
    ['a region by its name', 'singapore', ['edge-sgp-01']],
    ['an address', '203.0.113.5', ['metrics-01']],
    ['an IPv6 address', '2001:db8', ['web-01']],
    ['several words that must all fit', 'web ams3', ['docs-01', 'staging-web-01']],
    ['no matter the case', 'BASTION', ['bastion-01']],
  ])('finds by %s', (_, text, names) => {
    expect(namesFor({ text })).toEqual(names);
  });

  it('combines filters of one field with "or" and several fields with "and"', () => {
    const region = (value: string) => ({ field: 'region', value, isNegated: false }) as const;
    const tag = { field: 'tag', value: 'edge', isNegated: false } as const;
    expect(namesFor({ filters: [region('sgp1'), region('blr1')] })).toEqual(['blog', 'edge-sgp-01', 'garden']);
    expect(namesFor({ filters: [region('sgp1'), tag] })).toEqual(['edge-sgp-01']);
  });

  it('leaves out what a negated filter names', () => {
    expect(namesFor({ filters: [{ field: 'region', value: 'fra1', isNegated: true }], teamId: 'hw' })).toEqual([
      'build-runner-02',
      'edge-ams-01',
      'edge-sgp-01',
    ]);
  });

  it('sorts numbers in names as numbers, and reverses the order', () => {
    const two = droplets.slice(0, 2).map((droplet, index) => ({ ...droplet, name: index === 0 ? 'n-10' : 'n-9' }));
    const sort = (isDescending: boolean) =>
      linesOf(two, [], { ...usual, sort: { by: 'name', isDescending } }).sorted.map((droplet) => droplet.name);
    expect(sort(false)).toEqual(['n-9', 'n-10']);
    expect(sort(true)).toEqual(['n-10', 'n-9']);
  });

  it('puts what is down at the top when sorted by status', () => {
    expect(namesFor({ sort: { by: 'status', isDescending: false } })[0]).toBe('cache-01');
  });

  it('puts a heading with count and price above each team, in the teams’ order', () => {
    const heads = linesOf(droplets, inventedConnections(), { ...usual, grouping: 'team' }).lines.filter((line) => line.isHead);
    expect(heads.map((head) => head.isHead && [head.title, head.count])).toEqual([
      ['Harbour Works', 14],
      ['Tidepool', 7],
      ['Personal', 2],
    ]);
  });

  it('shows a droplet under each of its tags, counts it once, and puts untagged ones last', () => {
    const found = linesOf(droplets, inventedConnections(), { ...usual, grouping: 'tag' });
    const ids = found.lines.map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(found.shown).toBe(23);
    expect(found.lines.length).toBeGreaterThan(23);
    expect(found.lines.findLast((line) => line.isHead)).toMatchObject({ title: null, count: 3 });
  });
});

describe('sorting', () => {
  const sorting = dropletColumns.filter(({ compare }) => compare).map(({ key }) => key);

  it('is possible by every column except the tick box, the tags, the drawing of the CPU and what grows by the hour', () => {
    expect(sorting).toEqual(
      dropletColumns.map(({ key }) => key).filter((key) => !['picker', 'tags', 'cpu', 'so-far'].includes(key)),
    );
  });

  it.each(sorting)('by %s orders rows as its column compares them, and can be reversed', (by) => {
    const rows = (isDescending: boolean) => linesOf(droplets, [], { ...usual, sort: { by, isDescending } }).sorted;
    const compare = dropletColumns.find(({ key }) => key === by)?.compare ?? (() => Number.NaN);
    const steps = (sorted: typeof droplets) => sorted.slice(1).map((row, index) => compare(sorted[index] ?? row, row));
    expect(steps([...rows(false)]).every((step) => step <= 0)).toBe(true);
    expect(steps([...rows(true)]).every((step) => step >= 0)).toBe(true);
  });

  it('by a column that cannot sort falls back to the name', () => {
    expect(namesFor({ sort: { by: 'tags', isDescending: true } })).toEqual(namesFor({}));
  });
});

describe('isSameOutside', () => {
  const query: DropletQuery = { ...usual, grouping: 'team' };
  const changed = (change: object) =>
    droplets.map((droplet) => (droplet.name === 'web-01' ? { ...droplet, ...change } : droplet));

  it.each([
    ['its status words', { conditionText: 'Rebooting', actionKey: 'hw:1' }, true],
    ['its address', { publicV4: ['203.0.113.99'] }, true],
    ['its name', { name: 'a-first' }, false],
    ['its price', { priceMonthlyUsd: 48 }, false],
    ['its tags', { tags: ['web'] }, false],
  ])('notices a change of %s', (_, change, isSame) => {
    expect(isSameOutside(droplets, changed(change), query)).toBe(isSame);
  });

  it('notices that a change of status moves a row in a list sorted by status, or into a filtered one', () => {
    const down = changed({ condition: 'down' });
    const filters = [{ field: 'condition', value: 'down', isNegated: false } as const];
    expect(isSameOutside(droplets, down, query)).toBe(true);
    expect(isSameOutside(droplets, down, { ...query, sort: { by: 'status', isDescending: false } })).toBe(false);
    expect(isSameOutside(droplets, down, { ...query, filters })).toBe(false);
  });

  it('notices that a row was added, removed or moved', () => {
    expect(isSameOutside(droplets, droplets.slice(1), query)).toBe(false);
    expect(isSameOutside(droplets, [...droplets].reverse(), query)).toBe(false);
  });
});

describe('isSameTeams', () => {
  it('ignores the age of data, but not names', () => {
    const [first, ...others] = inventedConnections();
    if (!first) throw new Error('no teams');
    const before = [first, ...others];
    expect(isSameTeams(before, [{ ...first, dropletCount: 99 }, ...others])).toBe(true);
    expect(isSameTeams(before, [{ ...first, teamName: 'Other' }, ...others])).toBe(false);
    expect(isSameTeams(before, others)).toBe(false);
  });
});

describe('isSameList', () => {
  const connections = inventedConnections();
  const grouped: DropletQuery = { ...usual, grouping: 'team' };

  it('is true if only the inside of a row changes', () => {
    const changed = droplets.map((droplet) => (droplet.name === 'web-01' ? { ...droplet, conditionText: 'Rebooting' } : droplet));
    expect(isSameList(linesOf(droplets, connections, grouped), linesOf(changed, connections, grouped))).toBe(true);
  });

  it('is false if a sum, the order or a row changes', () => {
    const before = linesOf(droplets, connections, grouped);
    const dearer = droplets.map((droplet) => (droplet.name === 'web-01' ? { ...droplet, priceMonthlyUsd: 48 } : droplet));
    const renamed = droplets.map((droplet) => (droplet.name === 'web-01' ? { ...droplet, name: 'a-first' } : droplet));
    expect(isSameList(before, linesOf(dearer, connections, grouped))).toBe(false);
    expect(isSameList(before, linesOf(renamed, connections, grouped))).toBe(false);
    expect(isSameList(before, linesOf(droplets.slice(1), connections, grouped))).toBe(false);
  });
});
