import uPlot from 'uplot';
import { metricValue } from '../words/charts.ts';
import { lookOf } from './looks.ts';
import type { ChartModel } from './model.ts';
import { drawFiring, drawLimits, drawNewest } from './overlays.ts';
import type { ChartTheme } from './theme.ts';
import { timeTicks } from './ticks.ts';

/** A stretch of time that is shown, Unix seconds. */
export interface Zoom {
  from: number;
  to: number;
}

export interface PlotOptions {
  model: ChartModel;
  theme: ChartTheme;
  width: number;
  height: number;
  /** The cursor stands on the moment of that place; `null`: it is gone. */
  onCursor(index: number | null): void;
  /** A person dragged a stretch of time; `null`: they want all of it again. */
  onZoom(zoom: Zoom | null): void;
}

/** A drawn chart. Whoever created it must destroy it. */
export interface Plot {
  /** Draws other values of the same lines. */
  setModel(model: ChartModel): void;
  setSize(width: number, height: number): void;
  /** Puts the cursor on a moment by its place; `null`: away. Does not call `onCursor`. */
  setCursor(index: number | null): void;
  setZoom(zoom: Zoom | null): void;
  canvas: HTMLCanvasElement;
  destroy(): void;
}

/** Height of the axis of times and width of that of values, in CSS pixels. */
const axisHeight = 22;
const axisWidths = { least: 34, ofCharacter: 6.2, gap: 14 } as const;

/** Draws a chart with uPlot. This file is the only one that imports it, and is loaded when the first chart is shown. */
export function createPlot(place: HTMLElement, options: PlotOptions): Plot {
  const { theme, onCursor, onZoom } = options;
  let { model } = options;
  let zoom: Zoom | null = null;
  const font = `11px ${theme.font}`;
  const plot = new uPlot(
    {
      width: options.width,
      height: options.height,
      padding: [8, 0, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        points: { size: 7, fill: (_, index) => theme.lines[lookOf(index - 1).colour] ?? theme.ink },
        drag: { x: true, y: false, setScale: false, dist: 6 },
      },
      scales: {
        x: { range: () => (zoom ? [zoom.from, zoom.to] : [model.start, model.end]) },
        y: { range: () => [0, model.top] },
      },
      axes: [
        {
          font,
          stroke: theme.ink,
          size: axisHeight,
          gap: 6,
          space: 64,
          grid: { show: false },
          ticks: { show: false },
          values: (self, splits) => timeTicks(splits, self.scales.x?.min ?? model.start, self.scales.x?.max ?? model.end),
        },
        {
          font,
          stroke: theme.ink,
          side: 1,
          size: () => axisWidth(model),
          gap: 6,
          splits: () => [0, model.top / 2, model.top],
          values: (_, splits) => splits.map((value) => metricValue(model.unit, value)),
          grid: { stroke: theme.grid, width: 1 },
          ticks: { show: false },
        },
      ],
      series: [{}, ...model.lines.map((_, index) => seriesOf(index, model.lines.length, theme))],
      hooks: {
        drawClear: [(self) => drawFiring(self, model, theme)],
        draw: [
          (self) => {
            drawLimits(self, model, theme, font);
            drawNewest(self, model, theme);
            // Benchmarks and pictures wait for it.
            place.dataset.drawn = String(Number(place.dataset.drawn ?? 0) + 1);
          },
        ],
        setCursor: [
          ({ cursor }) => {
            onCursor(cursor.left === undefined || cursor.left < 0 ? null : (cursor.idx ?? null));
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
    dataOf(model),
    place,
  );
  plot.over.addEventListener('dblclick', () => onZoom(null));

  const rescale = () => plot.setScale('x', zoom ? { min: zoom.from, max: zoom.to } : { min: model.start, max: model.end });
  return {
    setModel(next) {
      model = next;
      plot.setData(dataOf(model), false);
      plot.batch(() => {
        rescale();
        plot.setScale('y', { min: 0, max: model.top });
      });
    },
    setSize: (width, height) => plot.setSize({ width, height }),
    setCursor(index) {
      const seconds = index === null ? undefined : model.times[index];
      const left = seconds === undefined ? -10 : plot.valToPos(seconds, 'x');
      plot.setCursor({ left, top: seconds === undefined ? -10 : plot.over.clientHeight / 2 }, false);
    },
    setZoom(next) {
      zoom = next;
      rescale();
    },
    canvas: plot.ctx.canvas,
    destroy: () => plot.destroy(),
  };
}

const dataOf = ({ times, lines }: ChartModel): uPlot.AlignedData => [times, ...lines.map(({ values }) => values)];

const axisWidth = ({ unit, top }: ChartModel): number => {
  const longest = Math.max(...[0, top / 2, top].map((value) => metricValue(unit, value).length));
  return Math.max(axisWidths.least, Math.ceil(longest * axisWidths.ofCharacter) + axisWidths.gap);
};

/** A line. The first has an area below it, unless so many lines cross that areas would hide them. */
function seriesOf(index: number, count: number, theme: ChartTheme): uPlot.Series {
  const { colour, dash } = lookOf(index);
  const stroke = theme.lines[colour] ?? theme.ink;
  return {
    stroke,
    width: 1.5,
    dash: [...dash],
    points: { show: false },
    ...(index === 0 && count <= 2 ? { fill: theme.area } : {}),
  };
}
