import { describe, expect, it } from 'vitest';
import { Remembered } from '../../../../renderer/page/remembered.ts';

const letter = {
  name: 'x',
  initial: 'a',
  parse: (text: string) => (text === 'a' || text === 'b' ? text : null),
  format: String,
} as const;
const storage = (kept: Record<string, string> = {}) => ({
  kept,
  getItem: (name: string) => kept[name] ?? null,
  setItem: (name: string, value: string) => {
    kept[name] = value;
  },
});

describe('Remembered', () => {
  it('starts with what was stored', () => {
    const store = storage({ 'buoy.x': 'b' });
    expect(new Remembered<'a' | 'b'>(store, letter).get()).toBe('b');
  });

  it('starts with the default if what was stored no longer makes sense', () => {
    const store = storage({ 'buoy.x': 'old' });
    expect(new Remembered<'a' | 'b'>(store, letter).get()).toBe('a');
  });

  it('stores other values than text in the given form', () => {
    const store = storage();
    const numbers = { name: 'x', initial: [0], parse: (text: string): number[] => JSON.parse(text), format: JSON.stringify };
    new Remembered<number[]>(store, numbers).set([1, 2]);
    expect(store.kept).toEqual({ 'buoy.x': '[1,2]' });
    expect(new Remembered<number[]>(store, numbers).get()).toEqual([1, 2]);
  });

  it('works within the page if the storage refuses', () => {
    const refusing = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    const remembered = new Remembered<'a' | 'b'>(refusing, letter);
    remembered.set('b');
    expect(remembered.get()).toBe('b');
  });
});
