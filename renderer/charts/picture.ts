import { lookOf } from './looks.ts';
import type { ChartModel } from './model.ts';
import type { Plot } from './plot.ts';
import { readTheme } from './theme.ts';

/** Space around the drawing and the height of a line of text, in CSS pixels. */
const margin = 16;
const textHeight = 20;

/** The drawing as a PNG in base64, with its title above and the names of its lines below. `null`: the browser could not make it. */
export function pictureOf(plot: Plot, model: ChartModel, title: string): string | null {
  const { canvas } = plot;
  const ratio = devicePixelRatio;
  const theme = readTheme(canvas.parentElement ?? document.body);
  const page = document.createElement('canvas');
  const [width, height] = [canvas.width / ratio, canvas.height / ratio];
  const legendHeight = model.lines.length > 1 ? textHeight * Math.ceil(model.lines.length / 3) : 0;
  page.width = (width + 2 * margin) * ratio;
  page.height = (height + 2 * margin + textHeight + legendHeight) * ratio;
  const context = page.getContext('2d');
  if (context === null) return null;
  context.scale(ratio, ratio);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, page.width, page.height);
  context.fillStyle = theme.ink;
  context.font = `600 13px ${theme.font}`;
  context.textBaseline = 'top';
  context.fillText(title, margin, margin);
  context.drawImage(canvas, margin, margin + textHeight, width, height);
  context.font = `12px ${theme.font}`;
  if (legendHeight > 0)
    for (const [index, { name }] of model.lines.entries()) {
      const x = margin + (index % 3) * (width / 3);
      const y = margin + textHeight + height + 4 + Math.floor(index / 3) * textHeight;
      const { colour, dash } = lookOf(index);
      context.strokeStyle = theme.lines[colour] ?? theme.ink;
      context.lineWidth = 1.5;
      context.setLineDash([...dash]);
      context.beginPath();
      context.moveTo(x, y + 7);
      context.lineTo(x + 18, y + 7);
      context.stroke();
      context.fillText(name, x + 24, y, width / 3 - 30);
    }
  const text = page.toDataURL('image/png');
  const found = /^data:image\/png;base64,(.+)$/.exec(text)?.[1];
  return found ?? null;
}
