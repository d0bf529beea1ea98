import { type RefObject, useMemo, useRef } from 'react';
import { arranged, formatChoice, isHidden, parseChoice, usualChoice, withMoved, withToggled } from '../columns/choice.ts';
import type { Column } from '../columns/column.ts';
import { fittingColumns, tracksOf } from '../columns/fitting.ts';
import { useRemembered } from './use-remembered.ts';
import { useWidth } from './use-width.ts';

/** The columns that a list has, before a person chose among them. */
export interface ColumnSet<Row> {
  /** Of the list: what was chosen is kept under it. */
  id: string;
  columns: readonly Column<Row>[];
  /** Between two columns, CSS pixels. */
  gap: number;
}

/** The columns of a list as they are shown now, and a person's choice among them. */
export interface ListColumns<Row> {
  /** In their order. The same array until others are shown, so that rows are drawn anew only then. */
  shown: readonly Column<Row>[];
  /** As `grid-template-columns` takes them. */
  tracks: string;
  gap: number;
  /** What can be chosen, in its order. `hasRoom` is off where a column is wanted and does not fit. */
  choices: readonly { column: Column<Row>; isHidden: boolean; hasRoom: boolean }[];
  /** Whether nothing was chosen: all columns are wanted, in the order that they come in. */
  isUsual: boolean;
  toggle: (key: string) => void;
  move: (key: string, step: -1 | 1) => void;
  reset: () => void;
}

/** Width before the first measure, CSS pixels: that of a usual window. */
const usualWidth = 984;

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** Chosen, ordered and fitted into the width of `box`, which must be drawn as long as this is used. */
export function useColumns<Row>({ id, columns, gap }: ColumnSet<Row>, box: RefObject<HTMLElement | null>): ListColumns<Row> {
  const [choice, setChoice] = useRemembered({
    name: `${id}.columns`,
    initial: usualChoice,
    parse: parseChoice,
    format: formatChoice,
  });
  const width = useWidth(box, usualWidth);
  const all = useMemo(() => arranged(columns, choice), [columns, choice]);
  const fitting = useMemo(
    () =>
      fittingColumns(
        all.filter((column) => !isHidden(column, choice)),
        width,
        gap,
      ),
    [all, choice, width, gap],
  );
  const kept = useRef(fitting);
  if (!isSame(kept.current, fitting)) kept.current = fitting;
  const shown = kept.current;
  return {
    shown,
    tracks: tracksOf(shown, width),
    gap,
    choices: all
      .filter(({ isMark }) => !isMark)
      .map((column) => ({ column, isHidden: isHidden(column, choice), hasRoom: shown.includes(column) })),
    isUsual: isSame(all, columns) && !all.some((column) => isHidden(column, choice)),
    toggle: (key) => setChoice(withToggled(choice, key)),
    move: (key, step) => setChoice(withMoved(columns, choice, key, step)),
    reset: () => setChoice(usualChoice),
  };
}
