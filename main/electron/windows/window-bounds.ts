import type { Rectangle } from 'electron';

export const smallestSize = { width: 360, height: 480 };
export const firstSize = { width: 1200, height: 800 };

/** In DIP. A window can be reached when at least this much of its title bar's width is on a display. */
const reachableWidth = 100;

/**
 * Where the window opens: where it was last, cut to the display that it is mostly on, if it can still be reached there.
 * Otherwise only its size is kept and the system places it.
 */
export function placeWindow(remembered: Rectangle | null, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  if (remembered === null) return firstSize;
  const home = workAreas.find((area) => isReachable(remembered, area));
  const size = fitInto(remembered, home ?? workAreas[0]);
  if (home === undefined) return size;
  return {
    x: Math.round(clamp(remembered.x, home.x, home.x + home.width - size.width)),
    y: Math.round(clamp(remembered.y, home.y, home.y + home.height - size.height)),
    ...size,
  };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const shownWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return shownWidth >= reachableWidth && bounds.y >= area.y - 1 && bounds.y < area.y + area.height;
}

function fitInto(bounds: Rectangle, area: Rectangle | undefined): { width: number; height: number } {
  return {
    width: Math.round(clamp(bounds.width, smallestSize.width, area?.width ?? bounds.width)),
    height: Math.round(clamp(bounds.height, smallestSize.height, area?.height ?? bounds.height)),
  };
}

/** `low` wins when the range is empty, so that a window never becomes smaller than its content allows. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
