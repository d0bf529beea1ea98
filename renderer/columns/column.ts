import type { ReactNode } from 'react';

/** Grid track of a column: the same at any width of the list, or by its step. A step that is left out has the wider one's. */
export type Track = string | { wide: string; medium?: string; narrow?: string };

/**
 * One column of a list. Whatever a list shows follows from its columns: tracks, heads, sorting, cells, what assistive technology
 * counts, and the menu in which a person chooses among them.
 */
export interface Column<Row> {
  /** Names the column in what is kept of a person's choice, so it stays when the title changes. Unique within its list. */
  key: string;
  /** Words of the head and of the menu. */
  title: string;
  track: Track;
  /** Below this width it says too little to be worth its place, CSS pixels. Default: the first length of its track. */
  least?: number;
  /** What goes first when the width does not suffice: the highest rank, all its columns at once. `null`: it never goes. */
  rank: number | null;
  cell: (row: Row) => ReactNode;
  /** Class names of the cell. */
  look?: string | ((row: Row) => string);
  /** What the cell may have to cut off, in full: its tooltip. */
  hint?: (row: Row) => string | undefined;
  /** Aligned to the right, head and cell. */
  isRight?: boolean;
  /** How rows sort by it, ascending. Without it the list cannot be sorted by this column. */
  compare?: (one: Row, other: Row) => number;
  /** What a row is about: it can be moved, but not hidden. */
  isNeeded?: boolean;
  /** A tick box, a glyph, an arrow: it stays at its place and is no matter of choice. */
  isMark?: boolean;
  /** Too narrow for the words of its head, which are then only read out. */
  hasUnseenTitle?: boolean;
}

/** The order of a list: key of a column, and which way. */
export interface Sort {
  by: string;
  isDescending: boolean;
}

/** Compares rows as a person sorted them. Equal ones stand as `tie` says, whichever way, so that nothing jumps. */
export function comparatorOf<Row>(
  columns: readonly Column<Row>[],
  { by, isDescending }: Sort,
  tie: (one: Row, other: Row) => number,
): (one: Row, other: Row) => number {
  const compare = columns.find(({ key }) => key === by)?.compare;
  if (!compare) return tie;
  const sign = isDescending ? -1 : 1;
  return (one, other) => sign * compare(one, other) || tie(one, other);
}
