import { type KeyboardEvent, type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { useWidth } from '../hooks/use-width.ts';
import { chartWords } from '../words/charts.ts';
import { placeAfter, within } from './chart-keys.ts';
import type { ChartCursor } from './cursor.ts';
import { type ChartModel, nearestMoment } from './model.ts';
import type { Plot, Zoom } from './plot.ts';
import { usePlot } from './use-plot.ts';

/** What the drawing says to those who do not see it. */
export interface FigureWords {
  /** What it shows, in one sentence. */
  label: string;
  /** What was measured at the cursor, or last. */
  value: string;
}

/**
 * The drawing. It is one stop of the keyboard: arrows move a cursor along it, and what was measured there is its value, so that a
 * screen reader says it. `model` null: there is nothing to draw yet, but the place is ready.
 */
export const ChartFigure = ({
  model,
  words,
  cursor,
  zoom,
  onZoom,
  height,
  plotRef,
}: {
  model: ChartModel | null;
  words: FigureWords | null;
  cursor: ChartCursor;
  zoom: Zoom | null;
  onZoom: (zoom: Zoom | null) => void;
  height: number;
  /** Gets the drawing, for a saved picture. */
  plotRef: RefObject<Plot | null>;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 0);
  const seconds = useSyncExternalStore(cursor.subscribe, cursor.get);
  const index = model && seconds !== null ? nearestMoment(model, seconds) : null;
  const timeAt = (at: number | null): number | null => (at === null ? null : (model?.times[at] ?? null));
  usePlot(
    box,
    plotRef,
    { model, zoom, width, height },
    {
      onPoint: (at) => cursor.set(at === null || model === null ? null : timeAt(nearestMoment(model, at))),
      onZoom: (chosen) => onZoom(chosen && model && within(model, chosen.from, chosen.to - chosen.from)),
    },
  );
  const cursorTime = timeAt(index);
  useEffect(() => plotRef.current?.setCursor(cursorTime), [plotRef, cursorTime]);

  if (model === null || words === null) return <div ref={box} className="chart-figure" style={{ height }} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfter(event, { index, zoom }, model);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next.zoom !== zoom) onZoom(next.zoom);
    cursor.set(timeAt(next.index));
  };
  const last = Math.max(0, model.times.length - 1);
  return (
    <div
      ref={box}
      className="chart-figure"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={words.label}
      aria-description={chartWords.keys}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index ?? last}
      aria-valuetext={words.value}
      onKeyDown={onKeyDown}
      onBlur={() => cursor.set(null)}
    />
  );
};
