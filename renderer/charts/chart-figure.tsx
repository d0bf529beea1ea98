import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWidth } from '../hooks/use-width.ts';
import { chartWords } from '../words/charts.ts';
import { type ChartPlace, placeAfter, within } from './chart-keys.ts';
import type { ChartCursor } from './cursor.ts';
import type { ChartModel } from './model.ts';
import { nearestMoment } from './model.ts';
import type { Plot, Zoom } from './plot.ts';
import { readTheme, watchTheme } from './theme.ts';

/** The library is loaded with the first chart. */
const loadPlot = () => import('./plot.ts');

/** A number that changes whenever the page's colours do. */
const useThemeTurn = (): number => {
  const [turn, setTurn] = useState(0);
  useEffect(() => watchTheme(() => setTurn((before) => before + 1)), []);
  return turn;
};

/**
 * The drawing. It is one stop of the keyboard: arrows move a cursor along it, and what stands there is its value, so that a
 * screen reader says it.
 */
export const ChartFigure = ({
  model,
  label,
  valueText,
  cursor,
  zoom,
  onZoom,
  height,
  onPlot,
}: {
  model: ChartModel;
  /** What the drawing shows, in one sentence. */
  label: string;
  /** What stands at the place of the cursor, or the newest values. */
  valueText: string;
  cursor: ChartCursor;
  zoom: Zoom | null;
  onZoom: (zoom: Zoom | null) => void;
  height: number;
  /** The drawing for a saved picture. */
  onPlot: (plot: Plot | null) => void;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  const width = useWidth(box, 0);
  const themeTurn = useThemeTurn();
  const seconds = useSyncExternalStore(cursor.subscribe, cursor.get);
  const index = seconds === null ? null : nearestMoment(model, seconds);
  const keys = model.lines.map(({ key }) => key).join('\n');
  const latest = useRef({ model, onZoom, width, height, onPlot });
  latest.current = { model, onZoom, width, height, onPlot };
  const isWide = width > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines and other colours need another drawing; the rest is updated below.
  useEffect(() => {
    const place = box.current;
    if (!place || !isWide) return;
    let isGone = false;
    void loadPlot().then(({ createPlot }) => {
      if (isGone) return;
      const now = latest.current;
      plot.current = createPlot(place, {
        model: now.model,
        theme: readTheme(place),
        width: now.width,
        height: now.height,
        onCursor: (at) => cursor.set(at === null ? null : (latest.current.model.times[at] ?? null)),
        onZoom: (chosen) => {
          const { model: shown } = latest.current;
          latest.current.onZoom(chosen && within(shown, chosen.from, chosen.to - chosen.from));
        },
      });
      now.onPlot(plot.current);
      setDrawn(true);
    });
    return () => {
      isGone = true;
      plot.current?.destroy();
      plot.current = null;
      latest.current.onPlot(null);
      setDrawn(false);
    };
  }, [keys, themeTurn, isWide, cursor]);

  const isFirst = useRef(true);
  useEffect(() => {
    // The drawing was made with this model.
    if (!isFirst.current) plot.current?.setModel(model);
    isFirst.current = false;
  }, [model]);
  useEffect(() => {
    if (isDrawn) plot.current?.setZoom(zoom);
  }, [zoom, isDrawn]);
  useLayoutEffect(() => {
    if (isDrawn && width > 0) plot.current?.setSize(width, height);
  }, [width, height, isDrawn]);
  useEffect(() => {
    if (isDrawn) plot.current?.setCursor(index);
  }, [index, isDrawn]);

  const place: ChartPlace = { index, zoom };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfter(event, place, model);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next.zoom !== zoom) onZoom(next.zoom);
    cursor.set(next.index === null ? null : (model.times[next.index] ?? null));
  };
  const onBlur = useCallback(() => cursor.set(null), [cursor]);

  return (
    <div
      ref={box}
      className="chart-figure"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={chartWords.keys}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, model.times.length - 1)}
      aria-valuenow={index ?? Math.max(0, model.times.length - 1)}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
};
