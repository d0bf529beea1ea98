import type { Rectangle } from 'electron';

export const popoverWidth = 360;
export const popoverHeights = { first: 420, least: 160, most: 640 };
const gap = 6;

/**
 * Puts the popover beside the tray icon and completely inside the work area: below an icon in the upper half (macOS), above
 * one in the lower half (Windows), level with it when the bar is at a side.
 */
export function placePopover(icon: Rectangle, workArea: Rectangle, contentHeight: number): Rectangle {
  const width = Math.min(popoverWidth, workArea.width);
  const height = Math.min(Math.max(contentHeight, popoverHeights.least), popoverHeights.most, workArea.height);
  const centreX = icon.x + icon.width / 2;
  const centreY = icon.y + icon.height / 2;
  const isUpper = centreY < workArea.y + workArea.height / 2;
  return {
    x: within(centreX - width / 2, workArea.x, workArea.x + workArea.width - width),
    y: within(isUpper ? icon.y + icon.height + gap : icon.y - height - gap, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

function within(value: number, low: number, high: number): number {
  return Math.round(Math.max(low, Math.min(value, high)));
}
