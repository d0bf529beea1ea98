import type { Column } from './column.ts';

/** What a person chose for one list, by keys of its columns. Keys that the list does not have (now) are kept and ignored. */
export interface ColumnChoice {
  /** Columns in the person's order. Those that it does not name stand where the list has them. Empty: as the list has them. */
  order: readonly string[];
  hidden: readonly string[];
}

/** The list as it comes. */
export const usualChoice: ColumnChoice = { order: [], hidden: [] };

type Choosable = Pick<Column<never>, 'key' | 'isMark' | 'isNeeded'>;

const keysIn = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((key) => typeof key === 'string'))] : [];

/** Reads what `formatChoice` wrote; `null` when that was something else. */
export function parseChoice(text: string): ColumnChoice | null {
  try {
    const { order, hidden }: { order?: unknown; hidden?: unknown } = JSON.parse(text);
    return { order: keysIn(order), hidden: keysIn(hidden) };
  } catch {
    return null;
  }
}

export const formatChoice = (choice: ColumnChoice): string => JSON.stringify(choice);

/** The kept order, with each column that it does not name behind the one that the list has before it. */
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

/** All columns in the chosen order, hidden ones too; marks stay at their places. */
export function arranged<C extends Choosable>(columns: readonly C[], { order }: ColumnChoice): C[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const others = wholeOrder(columns, order)
    .flatMap((key) => byKey.get(key) ?? [])
    .filter((column) => !column.isMark);
  return columns.flatMap((column) => (column.isMark ? column : (others.shift() ?? [])));
}

export const isHidden = ({ key, isMark, isNeeded }: Choosable, { hidden }: ColumnChoice): boolean =>
  !isMark && !isNeeded && hidden.includes(key);

/** Shows what was hidden and hides what was shown. */
export const withToggled = (choice: ColumnChoice, key: string): ColumnChoice => ({
  ...choice,
  hidden: choice.hidden.includes(key) ? choice.hidden.filter((other) => other !== key) : [...choice.hidden, key],
});

/** Exchanges a column with its neighbour at the left (-1) or right (1); unchanged at either end. */
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
