import type { PlainSchema } from '../../../preload/contract/json-schema/flatten.ts';
import { type Misfit, misfits } from '../../../preload/contract/json-schema/misfit.ts';
import { formWords } from '../../words/forms.ts';
import { hasFormat } from './formats.ts';

/** Why a text, number or list does not fit its schema, as one sentence; `null`: it fits. */
export function misfitWords(schema: PlainSchema, value: string | number | readonly unknown[]): string | null {
  const [misfit] = misfits(value, schema);
  if (misfit) return wordsOf(misfit, schema, value);
  if (typeof value !== 'string' || value === '' || schema.format === undefined) return null;
  return hasFormat(schema.format, value) ? null : formWords.format(schema.format);
}

function wordsOf({ keyword, limit }: Misfit, schema: PlainSchema, value: string | number | readonly unknown[]): string {
  // OpenAPI 3.0 writes an excluded bound as a flag beside the bound, JSON Schema as the bound itself.
  const { type, minimum, maximum, exclusiveMinimum = false, exclusiveMaximum = false } = schema;
  const isClosed = exclusiveMinimum === false && exclusiveMaximum === false;
  const bound = Number(limit);
  switch (keyword) {
    case 'enum':
      return formWords.notListed;
    case 'minimum':
    case 'exclusiveMinimum':
      if (isClosed && maximum !== undefined) return formWords.between(bound, maximum);
      return exclusiveMinimum === false ? formWords.atLeast(bound) : formWords.moreThan(bound);
    case 'maximum':
    case 'exclusiveMaximum':
      if (isClosed && minimum !== undefined) return formWords.between(minimum, bound);
      return exclusiveMaximum === false ? formWords.atMost(bound) : formWords.lessThan(bound);
    case 'multipleOf':
      return formWords.multipleOf(bound);
    case 'minLength':
      return formWords.tooShort(bound);
    case 'maxLength':
      return formWords.tooLong(bound, [...String(value)].length);
    case 'pattern':
      return formWords.pattern(String(limit));
    case 'minItems':
      return bound === 1 ? formWords.neededOneItem : formWords.fewItems(bound);
    case 'maxItems':
      return formWords.manyItems(bound);
    default:
      return keyword === 'type' && type === 'integer' ? formWords.notWhole : formWords.wrongKind;
  }
}
