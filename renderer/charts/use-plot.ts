import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChartModel } from './model.ts';
import type { Plot, PlotOptions, Zoom } from './plot.ts';
import { type ChartTheme, readTheme, watchTheme } from './theme.ts';

type Library = typeof import('./plot.ts');

/** The library, loaded once for all charts; `null` until then. */
function useLibrary(): Library | null {
  const [library, setLibrary] = useState<Library | null>(null);
  useEffect(() => {
    let isGone = false;
    void import('./plot.ts').then((loaded) => {
      if (!isGone) setLibrary(loaded);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return library;
}

/** The page's colours in that place, anew whenever they change. Read before there is anything to draw. */
function useTheme(box: RefObject<HTMLElement | null>): ChartTheme | null {
  const [theme, setTheme] = useState<ChartTheme | null>(null);
  useEffect(() => {
    const read = () => setTheme(box.current && readTheme(box.current));
    read();
    return watchTheme(read);
  }, [box]);
  return theme;
}

/**
 * Keeps a drawing of the model in a box, and puts it into `plot`. It is made once there are library, colours, room and something to draw, and made anew
 * for other lines or colours; everything else is drawn into it.
 */
export function usePlot(
  box: RefObject<HTMLElement | null>,
  plot: RefObject<Plot | null>,
  { model, zoom, width, height }: { model: ChartModel | null; zoom: Zoom | null; width: number; height: number },
  { onPoint, onZoom }: Omit<PlotOptions, 'theme'>,
): void {
  const library = useLibrary();
  const theme = useTheme(box);
  const keys = model === null ? null : model.lines.map(({ key }) => key).join('\n');
  const latest = useRef({ model, zoom, width, height, onPoint, onZoom });
  latest.current = { model, zoom, width, height, onPoint, onZoom };
  const hasRoom = width > 0;

  // Before the browser paints, so that a chart never appears without its lines.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines need another drawing.
  useLayoutEffect(() => {
    const { model: first, ...view } = latest.current;
    if (box.current === null || library === null || theme === null || first === null || !hasRoom) return;
    const made = library.createPlot(
      box.current,
      { model: first, zoom: view.zoom, width: view.width, height: view.height },
      {
        theme,
        onPoint: (seconds) => latest.current.onPoint(seconds),
        onZoom: (chosen) => latest.current.onZoom(chosen),
      },
    );
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = null;
    };
  }, [library, theme, keys, hasRoom, box, plot]);
  useLayoutEffect(() => {
    if (model) plot.current?.show({ model, zoom, width, height });
  }, [plot, model, zoom, width, height]);
}
