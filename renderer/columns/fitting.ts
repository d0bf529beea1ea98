import type { Column, Track } from './column.ts';

type Sized = Pick<Column<never>, 'track' | 'least' | 'rank'>;

/** Up to which width of a list its layout is the narrow or the medium one, CSS pixels; lists.css has the same two numbers. */
const narrowAtMost = 560;
const mediumAtMost = 820;
/** Left and right of a row together, CSS pixels: `.list-row` in lists.css. */
const sidePadding = 48;

type WidthStep = 'wide' | 'medium' | 'narrow';
const stepOf = (width: number): WidthStep => (width <= narrowAtMost ? 'narrow' : width <= mediumAtMost ? 'medium' : 'wide');

function trackAt(track: Track, step: WidthStep): string {
  if (typeof track === 'string') return track;
  const upToMedium = step === 'wide' ? track.wide : (track.medium ?? track.wide);
  return step === 'narrow' ? (track.narrow ?? upToMedium) : upToMedium;
}

/** The tracks of a row in a list of that width, as `grid-template-columns` takes them. */
export const tracksOf = (columns: readonly Sized[], width: number): string =>
  columns.map(({ track }) => trackAt(track, stepOf(width))).join(' ');

/** Narrow tracks only share out what is left for columns that never go, so they do not decide what fits. */
const leastWidth = ({ least, track }: Sized, width: number): number =>
  least ?? Number(/\d+/.exec(trackAt(track, width > mediumAtMost ? 'wide' : 'medium'))?.[0] ?? 0);

/** The columns for which a list of that width has room, in their order; `gap` stands between two, both in CSS pixels. */
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
