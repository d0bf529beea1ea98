import { pointerStep } from '../../../preload/contract/json-schema/pointer.ts';

/** What is wrong with a field. */
export interface FieldProblem {
  /** JSON pointer without the leading slash, such as `body/inbound_rules/0/ports`. */
  pointer: string;
  message: string;
  /**
   * - `unreadable`: there is no value that could be sent.
   * - `missing`: something required is not there.
   * - `misfit`: it does not fit the published schema, which is sometimes wrong itself; may be sent anyway.
   */
  kind: 'unreadable' | 'missing' | 'misfit';
}

/** The pointer one step deeper. */
export const pointerTo = (pointer: string, step: string | number): string =>
  pointer === '' ? pointerStep(step) : `${pointer}/${pointerStep(step)}`;
