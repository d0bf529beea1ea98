import type { JsonObject } from '../json.ts';

/**
 * How much of a thing an update sends.
 * - `whole`: the body replaces the thing. All that was read goes back, also what no schema names; what is left out is reset.
 * - `part`: the body replaces the fields that it names, all at once.
 * - `changes`: only what changed is sent, and the rest stays as it is.
 */
export type Sending = 'whole' | 'part' | 'changes';

/** What the reviewed table says about one update, where the catalogue does not. All of it is optional. */
export interface EditRow {
  /** Operation that reads the thing. Default: the one that reads the same path. */
  read?: string;
  /** Dotted path in the answer to the object that the body is made from. Default: its only object. */
  at?: string;
  /** The answer lists several things: the list's dotted path, the field with the id, and the path parameter that has it. */
  find?: readonly [list: string, field: string, parameter: string];
  /** Default: `whole` for PUT and `changes` for PATCH. */
  sending?: Sending;
  /** Fields of the body that are called otherwise in the read, as dotted paths into the thing. */
  from?: Readonly<Record<string, string>>;
  /** What else the thing needs so that the API takes it back: conditions between its fields, mostly. */
  adapt?: (thing: JsonObject) => JsonObject;
  /** With `changes`: fields that are sent even if they stay. */
  always?: readonly string[];
  /** With `changes`: the field of which only the changed parts are sent. */
  inside?: string;
  /** Fields that read as empty when the token may not read them, and the listing that shows whether it may. */
  hiddenWithout?: Readonly<Record<string, string>>;
  /** Fields that say what to do this once, and are no part of the thing. */
  orders?: readonly string[];
  /** Parts that no read tells, as dotted paths. A person must look at them. */
  untold?: readonly string[];
}
