/** The colours of a chart as the canvas takes them, and its font. */
export interface ChartTheme {
  /** In the order of the lines; the first also has the area. */
  lines: readonly string[];
  area: string;
  grid: string;
  ink: string;
  surface: string;
  limit: string;
  firing: string;
  firingArea: string;
  /** Family of the axes' figures. */
  font: string;
}

/**
 * Reads the colours of the page's style where the chart stands. A canvas knows no variables, and a variable that depends on the
 * theme is only resolved as the value of a property, so an element in place tells them.
 */
export function readTheme(place: HTMLElement): ChartTheme {
  const probe = place.ownerDocument.createElement('span');
  probe.hidden = true;
  place.append(probe);
  const style = getComputedStyle(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return style.color;
  };
  const theme = {
    lines: ['--chart-1', '--chart-2', '--chart-3', '--chart-4'].map(colour),
    area: colour('--chart-1-area'),
    grid: colour('--chart-grid'),
    ink: colour('--ink-3'),
    surface: colour('--raised'),
    limit: colour('--warn'),
    firing: colour('--danger'),
    firingArea: colour('--danger-wash'),
    font: style.fontFamily,
  };
  probe.remove();
  return theme;
}

/** What changes the page's colours: the system's theme, its contrast and forced colours. */
const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/** Calls `onChange` whenever the page's colours may have changed. Returns the function that stops that. */
export function watchTheme(onChange: () => void): () => void {
  const lists = queries.map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
