import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, isSame, keepSame, mergeByKey, withEntry, withoutEntry } from '../../../main/core/same.ts';

describe('sameness', () => {
  it('agrees with a comparison as JSON for plain values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const clone: unknown = structuredClone(one);
        expect(isSame(one, clone)).toBe(true);
        const sorted = (value: unknown) =>
          JSON.stringify(value, (_key, field: unknown) =>
            typeof field === 'object' && field !== null && !Array.isArray(field)
              ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
              : Object.is(field, -0)
                ? '-0'
                : field,
          );
        expect(isSame(one, other)).toBe(sorted(one) === sorted(other));
      }),
    );
  });

  it('sees a field that only one side has', () => {
    expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(false);
  });

  it('keeps the previous object if the next one is equal', () => {
    const previous = { tags: ['a'] };
    expect(keepSame(previous, { tags: ['a'] })).toBe(previous);
    expect(keepSame(previous, { tags: ['b'] })).not.toBe(previous);
  });
});

describe('merging by key', () => {
  const merge = (previous: ReadonlyMap<number, { id: number; v: string }>, items: { id: number; v: string }[]) =>
    mergeByKey(previous, items, (item) => item.id);
  const start = merge(new Map(), [
    { id: 1, v: 'a' },
    { id: 2, v: 'b' },
  ]);

  it('returns the same map if nothing differs', () => {
    const again = [...start.values()].map((item) => ({ ...item }));
    expect(merge(start, again)).toBe(start);
  });

  it('keeps unchanged objects beside a changed one', () => {
    const next = merge(start, [
      { id: 1, v: 'a' },
      { id: 2, v: 'c' },
    ]);
    expect(next.get(1)).toBe(start.get(1));
    expect(next.get(2)).toEqual({ id: 2, v: 'c' });
  });

  it('follows a new order, a removal and an addition', () => {
    expect([...merge(start, [{ id: 2, v: 'b' }]).keys()]).toEqual([2]);
    const turned = merge(start, [
      { id: 2, v: 'b' },
      { id: 1, v: 'a' },
    ]);
    expect([...turned.keys()]).toEqual([2, 1]);
    expect([...merge(start, [...start.values(), { id: 3, v: 'd' }]).keys()]).toEqual([1, 2, 3]);
  });

  it('takes the first of two items with one key', () => {
    const next = merge(new Map(), [
      { id: 1, v: 'first' },
      { id: 1, v: 'second' },
    ]);
    expect([...next.values()]).toEqual([{ id: 1, v: 'first' }]);
  });
});

describe('small changes', () => {
  it('keep the map or object if they change nothing', () => {
    const map = new Map([[1, 'a']]);
    expect(withEntry(map, 1, 'a')).toBe(map);
    expect(withoutEntry(map, 2)).toBe(map);
    const value = { a: 1, b: 2 };
    expect(change(value, { a: 1 })).toBe(value);
    expect(change(value, { a: 2 })).toEqual({ a: 2, b: 2 });
  });
});
