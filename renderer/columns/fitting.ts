import type { Column, Track } from './column.ts';

type Sized = Pick<Column<never>, 'track' | 'least' | 'rank'>;

/** Lists up to these widths have the narrow or the medium layout, in CSS pixels. lists.css has the narrow one too. */
const narrowAtMost = 560;
const mediumAtMost = 820;
/** Left and right padding of a row together, in CSS pixels: `.list-row` in lists.css. */
const sidePadding = 48;

type WidthStep = 'wide' | 'medium' | 'narrow';
const stepOf = (width: number): WidthStep => (width <= narrowAtMost ? 'narrow' : width <= mediumAtMost ? 'medium' : 'wide');

function trackAt(track: Track, step: WidthStep): string {
  if (typeof track === 'string') return track;
  const upToMedium = step === 'wide' ? track.wide : (track.medium ?? track.wide);
  return step === 'narrow' ? (track.narrow ?? upToMedium) : upToMedium;
}

/** The tracks of a row in a list of this width, as a value of `grid-template-columns`. */
export const tracksOf = (columns: readonly Sized[], width: number): string =>
  columns.map(({ track }) => trackAt(track, stepOf(width))).join(' ');

/**
 * Uses the medium track for narrow lists too: narrow tracks only divide the room among columns that always stay, so they do not
 * decide what fits.
 */
const leastWidth = ({ least, track }: Sized, width: number): number =>
  least ?? Number(/\d+/.exec(trackAt(track, width > mediumAtMost ? 'wide' : 'medium'))?.[0] ?? 0);

/**
 * The columns that fit into a list of this width, in their order. `gap` is the space between two columns; both are in CSS pixels.
 */
export function fittingColumns<C extends Sized>(columns: readonly C[], width: number, gap: number): readonly C[] {
  let fitting = columns;
  const needed = () => fitting.reduce((sum, column) => sum + leastWidth(column, width) + gap, sidePadding - gap);
  const ranks = new Set(columns.flatMap(({ rank }) => rank ?? []));
  for (const highest of [...ranks].sort((one, other) => other - one)) {
    if (needed() <= width) break;
    fitting = fitting.filter(({ rank }) => rank !== highest);
  }
  return fitting;
}
