import { describe, expect, it } from 'vitest';
import { lineAfter, moveOf, nearestLine } from '../../../../../renderer/components/lists/grid-keys.ts';

const lines = ['H', 'a', 'b', 'H', 'c', 'd', 'e'].map((id, index) => ({ id: `${id}${index}`, isHead: id === 'H' }));

describe('lineAfter', () => {
  it.each([
    ['down from a head’s last row skips the next head', 2, 'down', 4],
    ['up from a group’s first row skips its head', 4, 'up', 2],
    ['up stays on the first row', 1, 'up', 1],
    ['down stays on the last row', 6, 'down', 6],
    ['first skips the head on top', 5, 'first', 1],
    ['last goes to the end', 1, 'last', 6],
    ['a page down moves by a page', 1, 'page-down', 4],
    ['a page that ends on a head goes back to the row before it', 0, 'page-down', 2],
    ['a page up stops at the first row', 5, 'page-up', 2],
  ] as const)('%s', (_, from, move, to) => {
    expect(lineAfter(lines, from, move, 3)).toBe(to);
  });

  it('starts at the first row when there is no cursor', () => {
    expect(lineAfter(lines, null, 'down', 3)).toBe(1);
  });

  it('has nowhere to go without rows', () => {
    expect(lineAfter([{ id: 'H', isHead: true }], 0, 'down', 3)).toBeNull();
  });
});

describe('nearestLine', () => {
  it('takes the row that moved up when the cursor’s row is gone, or else the one above', () => {
    expect(nearestLine(lines, 3)).toBe(4);
    expect(nearestLine(lines.slice(0, 4), 3)).toBe(2);
    expect(nearestLine([], 0)).toBeNull();
  });
});

describe('moveOf', () => {
  it('knows the keys of lists and no other keys', () => {
    expect(moveOf('PageDown')).toBe('page-down');
    expect(moveOf('a')).toBeNull();
  });
});
