import type uPlot from 'uplot';
import { type ChartModel, newest } from './model.ts';
import type { ChartTheme } from './theme.ts';

/*
 * What a chart shows besides its lines, drawn on the same canvas, so that a saved picture has it too. All places are canvas
 * pixels.
 */

/** The stretches in which any policy fired, oldest first and none twice, in Unix seconds. The running one goes on to the end. */
export function firingStretches({ limits, end }: Pick<ChartModel, 'limits' | 'end'>): { from: number; to: number }[] {
  const all = limits.flatMap(({ firingSince, fired }) => [
    ...fired,
    ...(firingSince === null ? [] : [{ from: firingSince, to: end }]),
  ]);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of all.sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The stretches in which a policy fired, below the lines. */
export function drawFiring(plot: uPlot, model: ChartModel, theme: ChartTheme): void {
  const { left, top, width, height } = plot.bbox;
  plot.ctx.fillStyle = theme.firingArea;
  for (const stretch of firingStretches(model)) {
    const from = Math.max(left, plot.valToPos(stretch.from, 'x', true));
    const to = Math.min(left + width, plot.valToPos(stretch.to, 'x', true));
    if (to > from) plot.ctx.fillRect(from, top, to - from, height);
  }
}

/** Where the first line may go on: between two bounds, and dashed towards what is expected. */
export function drawOutlook(plot: uPlot, { outlook }: ChartModel, theme: ChartTheme): void {
  if (outlook === undefined) return;
  const { ctx } = plot;
  const at = (seconds: number, value: number) => [plot.valToPos(seconds, 'x', true), plot.valToPos(value, 'y', true)] as const;
  const start = at(outlook.from, outlook.value);
  ctx.save();
  ctx.globalAlpha = 0.3;
  ctx.fillStyle = theme.lines[0] ?? theme.ink;
  ctx.beginPath();
  ctx.moveTo(...start);
  ctx.lineTo(...at(outlook.to, outlook.low));
  ctx.lineTo(...at(outlook.to, outlook.high));
  ctx.closePath();
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.lines[0] ?? theme.ink;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(...start);
  ctx.lineTo(...at(outlook.to, outlook.aim));
  ctx.stroke();
  ctx.restore();
}

/** The limits of policies, dashed, each with its words above it. */
export function drawLimits(plot: uPlot, { limits }: ChartModel, theme: ChartTheme, font: string): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const taken: number[] = [];
  ctx.save();
  ctx.font = scaled(font, ratio);
  ctx.textBaseline = 'bottom';
  for (const { value, text, firingSince, isInReach } of limits) {
    if (!isInReach) continue;
    const y = Math.round(plot.valToPos(value, 'y', true));
    const colour = firingSince === null ? theme.limit : theme.firing;
    ctx.strokeStyle = colour;
    ctx.lineWidth = ratio;
    ctx.setLineDash([4 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    // Words of limits that lie close together would cover each other, so the second stands at the other end.
    const isCrowded = taken.some((other) => Math.abs(other - y) < 14 * ratio);
    taken.push(y);
    const isBelow = y - 14 * ratio < bbox.top;
    const words = { width: ctx.measureText(text).width, height: 13 * ratio };
    const x = isCrowded ? bbox.left + bbox.width - words.width - 6 * ratio : bbox.left + 4 * ratio;
    const top = isBelow ? y + 2 * ratio : y - words.height - ratio;
    // Lines run through the place of the words, which must stay readable.
    ctx.globalAlpha = 0.82;
    ctx.fillStyle = theme.surface;
    ctx.fillRect(x - 2 * ratio, top, words.width + 4 * ratio, words.height);
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour;
    ctx.fillText(text, x, top + words.height);
  }
  ctx.restore();
}

/** The newest measurement of the first line, as a dot. */
export function drawNewest(plot: uPlot, model: ChartModel, theme: ChartTheme): void {
  const [first] = model.lines;
  const last = first === undefined || model.lines.length > 2 ? null : newest(model, first);
  const scale = plot.scales.x;
  if (last === null || last.at > (scale?.max ?? 0) || last.at < (scale?.min ?? 0)) return;
  const { ctx } = plot;
  const isFiring = model.limits.some(({ firingSince }) => firingSince !== null);
  ctx.save();
  ctx.fillStyle = isFiring ? theme.firing : (theme.lines[0] ?? theme.ink);
  ctx.beginPath();
  ctx.arc(plot.valToPos(last.at, 'x', true), plot.valToPos(last.value, 'y', true), 2.5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

const scaled = (font: string, ratio: number): string =>
  font.replace(/^(\d+)px/, (_, size: string) => `${Number(size) * ratio}px`);
