import { describe, expect, it } from 'vitest';
import { Remembered } from '../../../../renderer/page/remembered.ts';

const accepts = (text: string): text is 'a' | 'b' => text === 'a' || text === 'b';
const storage = (kept: Record<string, string> = {}) => ({
  kept,
  getItem: (name: string) => kept[name] ?? null,
  setItem: (name: string, value: string) => {
    kept[name] = value;
  },
});

describe('Remembered', () => {
  it('starts with what was kept', () => {
    const store = storage({ 'buoy.x': 'b' });
    expect(new Remembered({ storage: store, name: 'x', initial: 'a', accepts }).get()).toBe('b');
  });

  it('starts with the usual when what was kept means nothing any more', () => {
    const store = storage({ 'buoy.x': 'old' });
    expect(new Remembered({ storage: store, name: 'x', initial: 'a', accepts }).get()).toBe('a');
  });

  it('holds for the page when the storage refuses', () => {
    const refusing = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    const remembered = new Remembered<'a' | 'b'>({ storage: refusing, name: 'x', initial: 'a', accepts });
    remembered.set('b');
    expect(remembered.get()).toBe('b');
  });
});
