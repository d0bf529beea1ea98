import type { Json, JsonObject } from '../../../../preload/contract/json.ts';
import type { Again, Plan } from '../job.ts';

/** What makes again what a plan took away, once its steps were answered. */
export const againOf = ({ again }: Plan, answers: readonly Json[]): Again | null =>
  typeof again === 'function' ? again(answers) : (again ?? null);

/** These fields of what was read, to make it again. `null` stands for nothing there, and is never sent. */
export const partsOf = (row: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (row[name] === undefined || row[name] === null ? [] : [[name, row[name]]])));
