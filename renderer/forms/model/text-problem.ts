import { formWords } from '../../words/forms.ts';
import { hasFormat } from './formats.ts';
import type { TextShape } from './shape.ts';

/** Why a text does not fit, as one sentence; `null`: it does. Lengths count characters, not UTF-16 units. */
export function textProblem(shape: TextShape, text: string): string | null {
  const length = [...text].length;
  if (shape.minLength !== null && length < shape.minLength) return formWords.tooShort(shape.minLength);
  if (shape.maxLength !== null && length > shape.maxLength) return formWords.tooLong(shape.maxLength, length);
  if (shape.pattern !== null && compiled(shape.pattern)?.test(text) === false) return formWords.pattern(shape.pattern);
  if (shape.format !== null && text !== '' && !hasFormat(shape.format, text)) return formWords.format(shape.format);
  return null;
}

const patterns = new Map<string, RegExp | null>();

/** `null` for a pattern that is no JavaScript expression: then nothing is said. */
function compiled(pattern: string): RegExp | null {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const made = compile(pattern, 'u') ?? compile(pattern, '');
  patterns.set(pattern, made);
  return made;
}

function compile(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}
