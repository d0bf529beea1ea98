import uPlot from 'uplot';
import { metricValue } from '../words/charts.ts';
import { lookOf } from './looks.ts';
import { type ChartModel, outlinePixels } from './model.ts';
import { drawFiring, drawLimits, drawNewest, drawOutlook } from './overlays.ts';
import type { ChartTheme } from './theme.ts';
import { thinned } from './thin.ts';
import { timeTicks } from './ticks.ts';

/** A stretch of time that is shown, Unix seconds. */
export interface Zoom {
  from: number;
  to: number;
}

/** What a drawing shows and how large it is. */
export interface PlotView {
  model: ChartModel;
  /** `null`: all of it. */
  zoom: Zoom | null;
  /** In CSS pixels, with the axes. */
  width: number;
  height: number;
}

export interface PlotOptions {
  theme: ChartTheme;
  /** The time under the pointer, Unix seconds; `null`: it left. */
  onPoint(seconds: number | null): void;
  /** A person dragged a stretch of time; `null`: they want all of it again. */
  onZoom(zoom: Zoom | null): void;
}

/** A drawn chart. Whoever created it must destroy it. */
export interface Plot {
  /** Draws something else. The lines must be the same, in number and order. */
  show(view: PlotView): void;
  /** Puts the cursor on a time, Unix seconds; `null`: away. Does not call `onPoint`. */
  setCursor(seconds: number | null): void;
  canvas: HTMLCanvasElement;
  destroy(): void;
}

/** Height of the axis of times and width of that of values, in CSS pixels. */
const axisHeight = 22;
const axisWidths = { least: 34, ofCharacter: 6.2, gap: 14 } as const;

/** Draws a chart with uPlot. This file is the only one that imports it, and is loaded when the first chart is shown. */
export function createPlot(place: HTMLElement, first: PlotView, { theme, onPoint, onZoom }: PlotOptions): Plot {
  let view = first;
  const shown = (): Zoom => view.zoom ?? { from: view.model.start, to: view.model.end };
  const font = `11px ${theme.font}`;
  const plot = new uPlot(
    {
      width: view.width,
      height: view.height,
      padding: [8, 0, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        points: { size: 7, fill: (_, index) => theme.lines[lookOf(index - 1).colour] ?? theme.ink },
        drag: { x: true, y: false, setScale: false, dist: 6 },
      },
      // The ends of both scales are known, so the samples need not be searched for them.
      scales: {
        x: { auto: false, range: () => [shown().from, shown().to] },
        y: { auto: false, range: () => [0, view.model.top] },
      },
      axes: axesOf(() => view.model, theme, font),
      series: [{}, ...view.model.lines.map((_, index) => seriesOf(index, view.model.lines.length, theme))],
      hooks: {
        drawClear: [
          (self) => {
            drawFiring(self, view.model, theme);
            drawOutlook(self, view.model, theme);
          },
        ],
        draw: [
          (self) => {
            drawLimits(self, view.model, theme, font);
            drawNewest(self, view.model, theme);
            // Benchmarks and pictures wait for it.
            place.dataset.drawn = String(Number(place.dataset.drawn ?? 0) + 1);
          },
        ],
        setCursor: [
          (self) => {
            const { left } = self.cursor;
            onPoint(left === undefined || left < 0 ? null : self.posToVal(left, 'x'));
          },
        ],
        setSelect: [
          (self) => {
            const { left, width } = self.select;
            if (width <= 0) return;
            const chosen = { from: self.posToVal(left, 'x'), to: self.posToVal(left + width, 'x') };
            self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            onZoom(chosen);
          },
        ],
      },
    },
    dataOf(view),
    place,
  );
  plot.over.addEventListener('dblclick', () => onZoom(null));
  return {
    show(next) {
      const before = view;
      if (
        next.model === before.model &&
        next.zoom === before.zoom &&
        next.width === before.width &&
        next.height === before.height
      )
        return;
      view = next;
      plot.batch(() => {
        plot.setData(dataOf(view), false);
        if (next.width !== before.width || next.height !== before.height)
          plot.setSize({ width: next.width, height: next.height });
        plot.setScale('x', { min: shown().from, max: shown().to });
        plot.setScale('y', { min: 0, max: view.model.top });
      });
    },
    setCursor(seconds) {
      const left = seconds === null ? -10 : plot.valToPos(seconds, 'x');
      if (left < 0 && (plot.cursor.left ?? -10) < 0) return;
      plot.setCursor({ left, top: left < 0 ? -10 : plot.over.clientHeight / 2 }, false);
    },
    canvas: plot.ctx.canvas,
    destroy: () => plot.destroy(),
  };
}

function dataOf({ model, zoom, width }: PlotView): uPlot.AlignedData {
  const { from, to } = zoom ?? { from: model.start, to: model.end };
  const isOutlined = zoom === null && width <= outlinePixels;
  const { times, lines } = isOutlined ? model.outline : thinned(model, from, to, width);
  return [times, ...lines] as uPlot.AlignedData;
}

function axesOf(model: () => ChartModel, theme: ChartTheme, font: string): uPlot.Axis[] {
  const both = { font, stroke: theme.ink, gap: 6, ticks: { show: false } };
  return [
    {
      ...both,
      size: axisHeight,
      space: 64,
      grid: { show: false },
      ...(model().ticks
        ? {
            splits: () => model().ticks?.map(({ at }) => at) ?? [],
            values: () => model().ticks?.map(({ text }) => text) ?? [],
          }
        : {
            values: ({ scales: { x } }: uPlot, splits: number[]) =>
              timeTicks(splits, x?.min ?? model().start, x?.max ?? model().end),
          }),
    },
    {
      ...both,
      side: 1,
      size: () => axisWidth(model()),
      splits: () => [0, model().top / 2, model().top],
      values: (_, splits) => splits.map((value) => metricValue(model().unit, value)),
      grid: { stroke: theme.grid, width: 1 },
    },
  ];
}

const axisWidth = ({ unit, top }: ChartModel): number => {
  const longest = Math.max(...[0, top / 2, top].map((value) => metricValue(unit, value).length));
  return Math.max(axisWidths.least, Math.ceil(longest * axisWidths.ofCharacter) + axisWidths.gap);
};

/** A line. The first has an area below it, unless so many lines cross that areas would hide them. */
function seriesOf(index: number, count: number, theme: ChartTheme): uPlot.Series {
  const { colour, dash } = lookOf(index);
  return {
    stroke: theme.lines[colour] ?? theme.ink,
    width: 1.5,
    dash: [...dash],
    points: { show: false },
    ...(index === 0 && count <= 2 ? { fill: theme.area } : {}),
  };
}
