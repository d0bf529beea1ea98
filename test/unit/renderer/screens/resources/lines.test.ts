import { describe, expect, it } from 'vitest';
import { designedFamily } from '../../../../../renderer/families/all.ts';
import { itemHref, placeHref, placeOf } from '../../../../../renderer/routes/resource-place.ts';
import { parseRoute } from '../../../../../renderer/routes/routes.ts';
import { fittingColumns } from '../../../../../renderer/screens/resources/fitting-columns.ts';
import { linesOf, shownLines } from '../../../../../renderer/screens/resources/lines.ts';
import { byteCount } from '../../../../../renderer/words/resources.ts';

const volumes = designedFamily('volumes_list');
if (!volumes) throw new Error('There is no list of volumes');

const item = (name: string, more: Record<string, unknown> = {}) => ({
  connectionId: 'c1',
  item: { id: `id-${name}`, name, ...more },
});
const sorted = (by: string, isDescending = false) => ({ by, isDescending });

describe('lines of a family', () => {
  it('keep two things with one id apart', () => {
    expect(linesOf(volumes, [item('a'), item('a')]).map((line) => line.id)).toEqual(['c1:id-a', 'c1:id-a#1']);
  });

  it('are found by every word in name, tag, region or address, whatever its case', () => {
    const lines = linesOf(volumes, [item('Data', { tags: ['prod'], region: { slug: 'fra1' } }), item('other')]);
    expect(shownLines(volumes, lines, 'FRA1 prod', sorted('Name')).map((line) => line.name)).toEqual(['Data']);
    expect(shownLines(volumes, lines, 'fra1 test', sorted('Name'))).toEqual([]);
  });

  it('sort numbers as numbers and names by their numbers', () => {
    const lines = linesOf(volumes, [item('v10', { size_gigabytes: 9 }), item('v2', { size_gigabytes: 100 })]);
    expect(shownLines(volumes, lines, '', sorted('Name')).map((line) => line.name)).toEqual(['v2', 'v10']);
    expect(shownLines(volumes, lines, '', sorted('Size')).map((line) => line.name)).toEqual(['v10', 'v2']);
    expect(shownLines(volumes, lines, '', sorted('Size', true)).map((line) => line.name)).toEqual(['v2', 'v10']);
  });

  it('sort by age with the youngest first', () => {
    const lines = linesOf(volumes, [
      item('old', { created_at: '2020-01-01T00:00:00Z' }),
      item('new', { created_at: '2026-01-01T00:00:00Z' }),
    ]);
    expect(shownLines(volumes, lines, '', sorted('Age')).map((line) => line.name)).toEqual(['new', 'old']);
  });

  it('bear names with emoji, from right to left, and without any', () => {
    const lines = linesOf(volumes, [item('🛟'), item('نسخة'), { connectionId: 'c1', item: {} }]);
    expect(shownLines(volumes, lines, 'نسخة', sorted('Name'))).toHaveLength(1);
    expect(lines[2]?.name).toBe('');
  });
});

describe('columns that fit', () => {
  it('are all of them in a wide list', () => {
    expect(fittingColumns(volumes.columns, 1000, true)).toEqual(volumes.columns);
  });

  it('lose the least telling first and keep the age to the end', () => {
    const titles = fittingColumns(volumes.columns, 480, false).map((column) => column.title);
    expect(titles).toContain('Name');
    expect(titles).toContain('Age');
    expect(titles).not.toContain('Tags');
  });

  it('keep what a row is about however small the list', () => {
    expect(fittingColumns(volumes.columns, 100, true).map((column) => column.kind)).toEqual(['name']);
  });
});

describe('places among the resources', () => {
  it.each([
    { familyId: 'volumes_list', parent: {}, connectionId: null, itemId: null },
    { familyId: 'volumes_list', parent: {}, connectionId: 'c1', itemId: '506f' },
    { familyId: 'domains_list_records', parent: { domain_name: 'ex/am ple?.com&x=%' }, connectionId: 'c1', itemId: null },
    { familyId: 'registries_list_repositoriesV2', parent: { registry_name: 'a/b:c' }, connectionId: 'c:1', itemId: 'über/🛟' },
  ])('survive the address: %j', (place) => {
    const route = parseRoute(placeHref(place));
    expect(route.view === 'resources' ? placeOf(route.path) : null).toEqual(place);
  });

  it('send droplets to their own view', () => {
    expect(itemHref('droplets_list', 'c1', '7')).toBe('#/droplets/c1:7');
  });
});

describe('bytes in words', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1400, '1.4 KB'],
    [52_000_000_000, '52.0 GB'],
  ])('%d reads as %s', (bytes, words) => {
    expect(byteCount(bytes)).toBe(words);
  });
});
