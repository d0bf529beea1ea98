import type { PlainSchema } from '../../../preload/contract/json-schema/flatten.ts';
import { characterCount, type Misfit, misfits, rangeOf } from '../../../preload/contract/json-schema/misfit.ts';
import { formWords } from '../../words/forms.ts';
import { hasFormat } from './formats.ts';

/** Why a text, number or list does not fit its schema, as one sentence; `null`: it fits. */
export function misfitWords(schema: PlainSchema, value: string | number | readonly unknown[]): string | null {
  const [misfit] = misfits(schema, value);
  if (misfit !== undefined) return wordsOf(misfit, schema, value);
  if (typeof value !== 'string' || value === '' || schema.format === undefined) return null;
  return hasFormat(schema.format, value) ? null : formWords.format(schema.format);
}

function wordsOf(misfit: Misfit, schema: PlainSchema, value: string | number | readonly unknown[]): string {
  const { minimum, maximum, isMinimumExcluded, isMaximumExcluded } = rangeOf(schema);
  const isClosed = Number.isFinite(minimum) && Number.isFinite(maximum) && !isMinimumExcluded && !isMaximumExcluded;
  const { minLength = 0, maxLength = 0, minItems = 0, maxItems = 0, multipleOf = 1, pattern = '' } = schema;
  switch (misfit) {
    case 'type':
      return schema.type === 'integer' ? formWords.notWhole : formWords.wrongKind;
    case 'enum':
      return formWords.notListed;
    case 'minimum':
      if (isClosed) return formWords.between(minimum, maximum);
      return isMinimumExcluded ? formWords.moreThan(minimum) : formWords.atLeast(minimum);
    case 'maximum':
      if (isClosed) return formWords.between(minimum, maximum);
      return isMaximumExcluded ? formWords.lessThan(maximum) : formWords.atMost(maximum);
    case 'multipleOf':
      return formWords.multipleOf(multipleOf);
    case 'minLength':
      return formWords.tooShort(minLength);
    case 'maxLength':
      return formWords.tooLong(maxLength, characterCount(String(value)));
    case 'pattern':
      return formWords.pattern(pattern);
    case 'minItems':
      return minItems === 1 ? formWords.neededOneItem : formWords.fewItems(minItems);
    case 'maxItems':
      return formWords.manyItems(maxItems);
  }
}
