import { describe, expect, it } from 'vitest';
import { fittingColumns, tracksOf } from '../../../../renderer/columns/fitting.ts';
import { dropletColumnSet } from '../../../../renderer/screens/droplets/droplet-columns.tsx';

const column = (key: string, track: string, rank: number | null) => ({ key, track, rank });
const keysAt = (columns: readonly ReturnType<typeof column>[], width: number) =>
  fittingColumns(columns, width, 10).map(({ key }) => key);

describe('columns that fit', () => {
  // Both sides of a row together take 48 px.
  const all = [
    column('name', 'minmax(100px, 1fr)', null),
    column('a', '50px', 1),
    column('b', '50px', 2),
    column('c', '50px', 2),
  ];

  it('are all of them if there is room for their least widths, gaps and sides', () => {
    expect(keysAt(all, 48 + 250 + 30)).toEqual(['name', 'a', 'b', 'c']);
  });

  it('lose the highest rank first, with all its columns at once', () => {
    expect(keysAt(all, 48 + 250 + 29)).toEqual(['name', 'a']);
    expect(keysAt(all, 48 + 150 + 9)).toEqual(['name']);
  });

  it('keep columns that never go, however small the list is', () => {
    expect(keysAt(all, 10)).toEqual(['name']);
  });

  it('go by rank, whatever their order', () => {
    expect(keysAt([...all].reverse(), 48 + 150 + 10)).toEqual(['a', 'name']);
  });

  it('need the width from which they are worth showing if their track could shrink to nothing', () => {
    const shrinking = [{ ...column('name', 'minmax(0, 1fr)', null), least: 200 }, column('a', '50px', 1)];
    expect(keysAt(shrinking, 48 + 260)).toEqual(['name', 'a']);
    expect(keysAt(shrinking, 48 + 259)).toEqual(['name']);
  });
});

describe('tracks', () => {
  const columns = [
    { track: '14px', rank: null },
    { track: { wide: '40px', medium: '44px' }, rank: null },
    { track: { wide: '64px', narrow: '58px' }, rank: null },
  ];

  it.each([
    [821, '14px 40px 64px'],
    [820, '14px 44px 64px'],
    [561, '14px 44px 64px'],
    [560, '14px 44px 58px'],
  ])('for a list of %d px are those of its step, or else of the next wider one', (width, tracks) => {
    expect(tracksOf(columns, width)).toBe(tracks);
  });
});

describe('the droplets list', () => {
  it.each([
    [984, ['picker', 'name', 'status', 'cpu', 'tags', 'region', 'size', 'address', 'price', 'age']],
    [821, ['picker', 'name', 'status', 'region', 'size', 'address', 'price', 'age']],
    [820, ['picker', 'name', 'status', 'region', 'size', 'price']],
    [646, ['picker', 'name', 'status', 'region', 'size', 'price']],
    [640, ['picker', 'name', 'status', 'price']],
    [360, ['picker', 'name', 'status', 'price']],
  ])('at %d px shows %j', (width, keys) => {
    const { columns, gap } = dropletColumnSet;
    expect(fittingColumns(columns, width, gap).map(({ key }) => key)).toEqual(keys);
  });
});
