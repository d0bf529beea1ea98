import type { Column } from '../../families/columns.ts';

const gap = 12;
const teamTrack = 24;
const sidePadding = 48;

/** The least that a column needs, CSS pixels: the first number of its track. */
const leastWidth = (column: Column): number => Number(/\d+/.exec(column.width)?.[0] ?? 80);

/**
 * The columns that fit a list of that width, in their order. What tells least goes first: from the right, but the age after
 * all others, and name, state and price never. Nothing is cut off at an edge.
 */
export function fittingColumns(columns: readonly Column[], width: number, hasTeams: boolean): readonly Column[] {
  const fitting = new Set(columns);
  const needed = () => {
    let sum = sidePadding - gap + (hasTeams ? teamTrack + gap : 0);
    for (const column of fitting) sum += leastWidth(column) + gap;
    return sum;
  };
  const spare = columns.filter((column) => column.isWide).reverse();
  for (const column of [...spare.filter(({ kind }) => kind !== 'age'), ...spare.filter(({ kind }) => kind === 'age')]) {
    if (needed() <= width) break;
    fitting.delete(column);
  }
  return columns.filter((column) => fitting.has(column));
}
