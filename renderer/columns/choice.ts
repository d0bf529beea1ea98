import type { Column } from './column.ts';

/** What a person chose for one list, by column keys. Keys that the list does not have now are kept and ignored. */
export interface ColumnChoice {
  /** Column keys in the person's order. Columns that are not named here keep the place that the list gives them. */
  order: readonly string[];
  hidden: readonly string[];
}

/** Nothing chosen: all columns, in the list's own order. */
export const usualChoice: ColumnChoice = { order: [], hidden: [] };

type Choosable = Pick<Column<never>, 'key' | 'isMark' | 'isNeeded'>;

const keysIn = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((key) => typeof key === 'string'))] : [];

/** Reads what `formatChoice` wrote; `null` if the text cannot be read. */
export function parseChoice(text: string): ColumnChoice | null {
  try {
    const { order, hidden }: { order?: unknown; hidden?: unknown } = JSON.parse(text);
    return { order: keysIn(order), hidden: keysIn(hidden) };
  } catch {
    return null;
  }
}

export const formatChoice = (choice: ColumnChoice): string => JSON.stringify(choice);

/** The chosen order, completed: a column that it does not name follows the column that comes before it in the list. */
function wholeOrder(columns: readonly Choosable[], order: readonly string[]): string[] {
  const keys = columns.flatMap(({ key, isMark }) => (isMark ? [] : key));
  const whole = [...order];
  keys.forEach((key, index) => {
    if (whole.includes(key)) return;
    const before = keys[index - 1];
    whole.splice(before === undefined ? 0 : whole.indexOf(before) + 1, 0, key);
  });
  return whole;
}

/** All columns in the chosen order, hidden ones included. Marks keep their places. */
export function arranged<C extends Choosable>(columns: readonly C[], { order }: ColumnChoice): C[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const others = wholeOrder(columns, order)
    .flatMap((key) => byKey.get(key) ?? [])
    .filter((column) => !column.isMark);
  return columns.flatMap((column) => (column.isMark ? column : (others.shift() ?? [])));
}

export const isHidden = ({ key, isMark, isNeeded }: Choosable, { hidden }: ColumnChoice): boolean =>
  !isMark && !isNeeded && hidden.includes(key);

/** Shows a hidden column, or hides a shown one. */
export const withToggled = (choice: ColumnChoice, key: string): ColumnChoice => ({
  ...choice,
  hidden: choice.hidden.includes(key) ? choice.hidden.filter((other) => other !== key) : [...choice.hidden, key],
});

/** Swaps a column with its left (-1) or right (1) neighbour. At either end nothing changes. */
export function withMoved(columns: readonly Choosable[], choice: ColumnChoice, key: string, step: -1 | 1): ColumnChoice {
  const movable = arranged(columns, choice).filter(({ isMark }) => !isMark);
  const neighbour = movable[movable.findIndex((column) => column.key === key) + step]?.key;
  if (neighbour === undefined) return choice;
  const exchanged = new Map([
    [key, neighbour],
    [neighbour, key],
  ]);
  return { ...choice, order: wholeOrder(columns, choice.order).map((other) => exchanged.get(other) ?? other) };
}
