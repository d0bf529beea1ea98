import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../../../preload/contract/cost.ts';
import { fittingColumns } from '../../../../../renderer/columns/fitting.ts';
import { designedFamily, familyGroups } from '../../../../../renderer/families/all.ts';
import { itemHref, placeHref, placeOf } from '../../../../../renderer/routes/resource-place.ts';
import { parseRoute } from '../../../../../renderer/routes/routes.ts';
import { familyGap, listColumns } from '../../../../../renderer/screens/resources/family-columns.tsx';
import { knownSort, lineAt, linesOf, shownLines } from '../../../../../renderer/screens/resources/lines.ts';

const volumes = designedFamily('volumes_list');
if (!volumes) throw new Error('There is no list of volumes');
const columns = listColumns(volumes, false);

const item = (name: string, more: Record<string, unknown> = {}) => ({
  connectionId: 'c1',
  item: { id: `id-${name}`, name, ...more },
});
const sorted = (by: string, isDescending = false) => ({ by, isDescending });

describe('lines of a family', () => {
  it('that share an id, or have none, are told apart by their position, and name nothing in a request', () => {
    const lines = linesOf(volumes, [
      item('a'),
      item('b'),
      item('a'),
      { connectionId: 'c1', item: { id: '', size_gigabytes: 1 } },
    ]);
    expect(lines.map((line) => line.placeId)).toEqual(['~1', 'id-b', '~3', '~4']);
    expect(lines.map((line) => line.itemId)).toEqual([null, 'id-b', null, null]);
  });

  it('are found at their address, also by an id that another shares', () => {
    const lines = linesOf(volumes, [item('a'), item('b'), item('a')]);
    expect(lineAt(lines, volumes, 'c1', '~3')?.id).toBe('c1:~3');
    expect(lineAt(lines, volumes, 'c1', 'id-a')?.id).toBe('c1:~1');
    expect(lineAt(lines, volumes, 'c2', 'id-b')).toBeUndefined();
  });

  it('are not found by a secret that they hold', () => {
    const lines = linesOf(volumes, [item('a', { password: 'correct horse' })]);
    expect(shownLines(columns, lines, 'horse', sorted('name'))).toEqual([]);
  });

  it('begin with the newest where time is what they are about', () => {
    const invoices = designedFamily('invoices_list');
    if (!invoices) throw new Error('There is no list of invoices');
    const months = ['2026-09', '2026-10', '2025-12'].map((invoice_period) => ({
      connectionId: 'c1',
      item: { invoice_uuid: invoice_period, invoice_period },
    }));
    const drawn = listColumns(invoices, false);
    const shown = shownLines(drawn, linesOf(invoices, months), '', knownSort(drawn, null, invoices.order));
    expect(shown.map((line) => line.name)).toEqual(['October 2026', 'September 2026', 'December 2025']);
  });

  it('begin with the own images, each kind by name', () => {
    const images = designedFamily('images_list');
    if (!images) throw new Error('There is no list of images');
    const drawn = listColumns(images, false);
    const rows = [item('24.04', { public: true }), item('web-01', { public: false }), item('api-01', { public: false })];
    const shown = shownLines(drawn, linesOf(images, rows), '', knownSort(drawn, null, images.order));
    expect(shown.map((line) => line.name)).toEqual(['api-01', 'web-01', '24.04']);
  });

  it('are found by every word in name, tag, region or address, in upper or lower case', () => {
    const lines = linesOf(volumes, [item('Data', { tags: ['prod'], region: { slug: 'fra1' } }), item('other')]);
    expect(shownLines(columns, lines, 'FRA1 prod', sorted('name')).map((line) => line.name)).toEqual(['Data']);
    expect(shownLines(columns, lines, 'fra1 test', sorted('name'))).toEqual([]);
  });

  it('sort numbers as numbers, and names by the numbers in them', () => {
    const lines = linesOf(volumes, [item('v10', { size_gigabytes: 9 }), item('v2', { size_gigabytes: 100 })]);
    expect(shownLines(columns, lines, '', sorted('name')).map((line) => line.name)).toEqual(['v2', 'v10']);
    expect(shownLines(columns, lines, '', sorted('size_gigabytes')).map((line) => line.name)).toEqual(['v10', 'v2']);
    expect(shownLines(columns, lines, '', sorted('size_gigabytes', true)).map((line) => line.name)).toEqual(['v2', 'v10']);
  });

  it('sort by age, youngest first', () => {
    const lines = linesOf(volumes, [
      item('old', { created_at: '2020-01-01T00:00:00Z' }),
      item('new', { created_at: '2026-01-01T00:00:00Z' }),
    ]);
    expect(shownLines(columns, lines, '', sorted('created_at')).map((line) => line.name)).toEqual(['new', 'old']);
  });

  it('accept names with emoji, names from right to left, and missing names', () => {
    const lines = linesOf(volumes, [item('🛟'), item('نسخة'), { connectionId: 'c1', item: {} }]);
    expect(shownLines(columns, lines, 'نسخة', sorted('name'))).toHaveLength(1);
    expect(lines[2]?.name).toBe('');
  });
});

describe('the cost of a row', () => {
  it('stands in two columns, a month and so far, and sorts the list, with what is not told as a dash', () => {
    const told: [string, Cost][] = [
      ['c1:v1', { kind: 'billed', usd: '20.00', period: '2026-10', soFar: { usd: '18.10', isAbout: true } }],
      ['c1:v2', { kind: 'not-told', period: '2026-10' }],
    ];
    const costed = listColumns(volumes, false, new Map(told));
    const [month, soFar] = costed.slice(-2);
    const lines = linesOf(
      volumes,
      ['v2', 'v1'].map((id) => ({ connectionId: 'c1', item: { id, name: id } })),
    );
    const [v2, v1] = lines;
    if (!v1 || !v2) throw new Error('No lines');
    expect([month?.cell(v1), soFar?.cell(v1), month?.cell(v2), soFar?.cell(v2)]).toEqual(['$20.00', '$18.10', 'not told', '–']);
    expect(month?.hint?.(v1)).toBe('$20.00 in October, by the last invoice');
    expect(soFar?.hint?.(v1)).toBe('about $18.10 so far');
    expect(month?.hint?.(v2)).toBe('Not told, not on the invoice of October');
    expect(shownLines(costed, lines, '', { by: 'cost', isDescending: true }).map(({ name }) => name)).toEqual(['v1', 'v2']);
  });
});

describe('columns of a family', () => {
  const keysAt = (width: number, hasTeams: boolean) =>
    fittingColumns(listColumns(volumes, hasTeams), width, familyGap).map(({ key }) => key);

  it('are all of them in a wide list, with the team before the name if there are several', () => {
    const [picker, ...others] = columns.map(({ key }) => key);
    expect(keysAt(1000, true)).toEqual([picker, 'team', ...others]);
  });

  it('lose the least important first and keep the age until last', () => {
    expect(keysAt(480, false)).toEqual(expect.arrayContaining(['name', 'created_at']));
    expect(keysAt(480, false)).not.toContain('tags');
  });

  it('keep what a row is about, however small the list', () => {
    expect(keysAt(100, true)).toEqual(['picker', 'team', 'name']);
  });

  it.each(familyGroups.flatMap(({ families }) => families).map((family) => [family.id, family] as const))(
    'for %s have keys of their own, and all of them sort except the team and the boxes',
    (_, family) => {
      const keys = listColumns(family, true).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const sorting = listColumns(family, true).filter(({ compare }) => compare);
      expect(sorting.map(({ key }) => key)).toEqual(keys.filter((key) => key !== 'team' && key !== 'picker'));
    },
  );

  it('sort by the first one until another is chosen, and again when that one is gone', () => {
    const chosen = sorted('size_gigabytes', true);
    expect(knownSort(columns, null)).toEqual(sorted('name'));
    expect(knownSort(columns, chosen)).toBe(chosen);
    expect(knownSort(listColumns({ ...volumes, columns: volumes.columns.slice(0, 1) }, true), chosen)).toEqual(sorted('name'));
  });
});

describe('places among the resources', () => {
  it.each([
    { familyId: 'volumes_list', parent: {}, connectionId: null, itemId: null },
    { familyId: 'volumes_list', parent: {}, connectionId: 'c1', itemId: '506f' },
    { familyId: 'domains_list_records', parent: { domain_name: 'ex/am ple?.com&x=%' }, connectionId: 'c1', itemId: null },
    { familyId: 'registries_list_repositoriesV2', parent: { registry_name: 'a/b:c' }, connectionId: 'c:1', itemId: 'über/🛟' },
  ])('are the same after being written to the address: %j', (place) => {
    const route = parseRoute(placeHref(place));
    expect(route.view === 'resources' ? placeOf(route.path) : null).toEqual(place);
  });

  it('send droplets to their own view', () => {
    expect(itemHref('droplets_list', 'c1', '7')).toBe('#/droplets/c1:7');
  });
});
