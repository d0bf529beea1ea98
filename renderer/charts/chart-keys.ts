import { type ChartModel, isMeasured } from './model.ts';
import type { Zoom } from './plot.ts';

/** Where the cursor stands, and which stretch of time is shown; `null`: nowhere, and all of it. */
export interface ChartPlace {
  index: number | null;
  zoom: Zoom | null;
}

/** Moments that Page Up and Page Down go over, and Shift with an arrow. */
const leap = 10;
/** What one step of zooming leaves of the shown stretch. */
const zoomStep = 0.5;
/** The shortest stretch to show, in sample distances. */
const leastShown = 6;

/** Where a key leads; `undefined`: the chart does not know that key. */
export function placeAfter(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { index, zoom }: ChartPlace,
  model: ChartModel,
): ChartPlace | undefined {
  const [first, last] = shownMoments(model, zoom);
  const moved = (by: number, from = index): ChartPlace => {
    const sign = Math.sign(by);
    let left = Math.abs(by);
    let found = from === index ? index : null;
    for (let at = (from ?? (sign > 0 ? first - 1 : last + 1)) + sign; at >= first && at <= last && left > 0; at += sign) {
      if (!isMeasured(model, at)) continue;
      found = at;
      left -= 1;
    }
    return { index: found, zoom };
  };
  switch (key) {
    case 'ArrowLeft':
      return moved(shiftKey ? -leap : -1);
    case 'ArrowRight':
      return moved(shiftKey ? leap : 1);
    case 'PageUp':
      return moved(-leap);
    case 'PageDown':
      return moved(leap);
    case 'Home':
      return moved(1, first - 1);
    case 'End':
      return moved(-1, last + 1);
    case '+':
    case '=':
      return { index, zoom: zoomed(model, zoom, index, zoomStep) };
    case '-':
      return { index, zoom: zoomed(model, zoom, index, 1 / zoomStep) };
    case '0':
      return { index, zoom: null };
    case 'Escape':
      // The first Escape takes the chart's own state back; without any, it is for whatever is around the chart.
      return zoom === null && index === null ? undefined : { index: null, zoom: null };
    default:
      return undefined;
  }
}

/** First and last place of the moments that are shown. */
function shownMoments({ times }: ChartModel, zoom: Zoom | null): [number, number] {
  if (zoom === null) return [0, Math.max(0, times.length - 1)];
  const first = times.findIndex((time) => time >= zoom.from);
  const last = times.findLastIndex((time) => time <= zoom.to);
  return first < 0 || last < first ? [0, Math.max(0, times.length - 1)] : [first, last];
}

/** A shorter or longer stretch around the cursor, or around the middle; `null` once it would be all of it. */
function zoomed(model: ChartModel, zoom: Zoom | null, index: number | null, factor: number): Zoom | null {
  const { from, to } = zoom ?? { from: model.start, to: model.end };
  const distance = (model.times[1] ?? 60) - (model.times[0] ?? 0);
  const span = Math.max((to - from) * factor, Math.min(to - from, leastShown * distance));
  const centre = (index === null ? undefined : model.times[index]) ?? (from + to) / 2;
  return within(model, centre - ((centre - from) / (to - from)) * span, span);
}

/** A stretch that lies within the chart; `null` when it is all of it. */
export function within({ start, end }: Pick<ChartModel, 'start' | 'end'>, from: number, span: number): Zoom | null {
  if (span >= end - start) return null;
  const begin = clamp(from, start, end - span);
  return { from: begin, to: begin + span };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
