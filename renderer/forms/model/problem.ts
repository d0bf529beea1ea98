import { pointerStep } from '../../../preload/contract/json-schema/pointer.ts';

/** One problem of a field. */
export interface FieldProblem {
  /** JSON pointer without the leading slash, such as `body/inbound_rules/0/ports`. */
  pointer: string;
  message: string;
  /**
   * - `unreadable`: there is no value that could be sent.
   * - `missing`: a required value is absent.
   * - `misfit`: the value does not fit the published schema. It may be sent anyway, because the schema is sometimes wrong.
   */
  kind: 'unreadable' | 'missing' | 'misfit';
}

/** The pointer, extended by one step. */
export const pointerTo = (pointer: string, step: string | number): string =>
  pointer === '' ? pointerStep(step) : `${pointer}/${pointerStep(step)}`;
