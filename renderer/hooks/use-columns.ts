import { type RefObject, useMemo, useRef } from 'react';
import { arranged, formatChoice, isHidden, parseChoice, usualChoice, withMoved, withToggled } from '../columns/choice.ts';
import type { Column } from '../columns/column.ts';
import { fittingColumns, tracksOf } from '../columns/fitting.ts';
import { useRemembered } from './use-remembered.ts';
import { useWidth } from './use-width.ts';

/** The columns of a list, before a person chose among them. */
export interface ColumnSet<Row> {
  /** Id of the list. The person's choice is saved under it. */
  id: string;
  columns: readonly Column<Row>[];
  /** Space between two columns in CSS pixels. */
  gap: number;
}

/** The columns of a list as they are shown now, and the person's choice among them. */
export interface ListColumns<Row> {
  /** The shown columns in order. The same array until they change, so that rows re-render only then. */
  shown: readonly Column<Row>[];
  /** A value of `grid-template-columns`. */
  tracks: string;
  gap: number;
  /** The columns to choose from, in order. `hasRoom` is `false` for a column that is hidden or does not fit. */
  choices: readonly { column: Column<Row>; isHidden: boolean; hasRoom: boolean }[];
  /** Whether the person has changed nothing: all columns are wanted, in the list's own order. */
  isUsual: boolean;
  toggle: (key: string) => void;
  move: (key: string, step: -1 | 1) => void;
  reset: () => void;
}

/** Width in CSS pixels before the first measurement: that of a usual window. */
const usualWidth = 984;

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** The columns, chosen, ordered and fitted into the width of `box`. Render `box` as long as you use this hook. */
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
