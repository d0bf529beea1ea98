import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../../main/electron/windows/window-bounds.ts';

const screenArea = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1000 };

describe('a window that opens', () => {
  it.each([
    ['at its first size when nothing is remembered', null, [screenArea], { width: 1200, height: 800 }],
    ['as it was left', { x: 50, y: 60, width: 900, height: 700 }, [screenArea], { x: 50, y: 60, width: 900, height: 700 }],
    [
      'on the second display',
      { x: 2000, y: 10, width: 900, height: 700 },
      [screenArea, second],
      { x: 2000, y: 10, width: 900, height: 700 },
    ],
    [
      'restored only in size if its display is gone',
      { x: 2000, y: 10, width: 900, height: 700 },
      [screenArea],
      { width: 900, height: 700 },
    ],
    [
      'restored only in size if the title bar is above every display',
      { x: 0, y: -400, width: 900, height: 700 },
      [screenArea],
      { width: 900, height: 700 },
    ],
    [
      'cut to a smaller display',
      { x: 0, y: 0, width: 3000, height: 2000 },
      [screenArea],
      { x: 0, y: 0, width: 1920, height: 1040 },
    ],
    ['never smaller than its contents need', { x: 0, y: 0, width: 10, height: 10 }, [screenArea], { width: 360, height: 480 }],
    ['restored in size if no display is known', { x: 0, y: 0, width: 900, height: 700 }, [], { width: 900, height: 700 }],
  ])('is %s', (_condition, remembered, areas, expected) => {
    expect(placeWindow(remembered, areas)).toEqual(expected);
  });
});
