import type { ReactNode } from 'react';

/** Grid track of a column: one for all widths of the list, or one per step of width. A missing step uses the next wider one. */
export type Track = string | { wide: string; medium?: string; narrow?: string };

/**
 * One column of a list. Everything about a list's columns follows from this: tracks, heads, sorting, cells, the column count that
 * assistive technology reads, and the menu in which a person chooses columns.
 */
export interface Column<Row> {
  /** Identifies the column in a person's saved choice, so that its title may change. Unique within its list. */
  key: string;
  /** Text of the head and of the menu. */
  title: string;
  track: Track;
  /** The smallest useful width in CSS pixels. Default: the first length of its track. */
  least?: number;
  /** If the list is too narrow, all columns with the highest rank go first. `null`: the column always stays. */
  rank: number | null;
  cell: (row: Row) => ReactNode;
  /** Class names of the cell. */
  look?: string | ((row: Row) => string);
  /** Full text of the cell, shown as a tooltip because the cell may cut it off. */
  hint?: (row: Row) => string | undefined;
  /** Aligns head and cell to the right. */
  isRight?: boolean;
  /** Compares rows in ascending order. Without it the list cannot be sorted by this column. */
  compare?: (one: Row, other: Row) => number;
  /** What a row is about: a person can move this column but not hide it. */
  isNeeded?: boolean;
  /** A tick box, glyph or arrow. It keeps its place, and the columns menu does not offer it. */
  isMark?: boolean;
  /** The column is too narrow for its title, so only screen readers get it. */
  hasUnseenTitle?: boolean;
}

/** How a list is sorted: the key of a column, and the direction. */
export interface Sort {
  by: string;
  isDescending: boolean;
}

/**
 * Compares rows in the order that a person chose. `tie` decides between equal rows in both directions, so that rows do not jump.
 */
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
