/** A value that fits a line. `null`: there is none. */
export type LineValue = string | number | boolean | null;

/** A part of a thing that somebody else changed. It never holds a secret. */
export interface PartChange {
  /** Fields and positions in lists that lead to it, the outermost first, as the API names them. */
  way: string[];
  /** What it was and what it is. Absent: only that it changed is told, because it is long, an id or a secret. */
  sides?: { before: LineValue; after: LineValue } | undefined;
  /** The fields of the same object that say what the value is, such as the unit of a number. */
  beside?: Record<string, LineValue> | undefined;
  /** It is an entry of a list, whose order says nothing. */
  isEntry?: true | undefined;
}
