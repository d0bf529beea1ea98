import type { JsonObject } from '../../../preload/contract/json.ts';

/** These fields of what was read, to make it again. `null` stands for nothing there, and is never sent. */
export const partsOf = (row: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (row[name] === undefined || row[name] === null ? [] : [[name, row[name]]])));
