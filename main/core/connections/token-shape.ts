import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { tokenShapeWords } from '../words/connections.ts';

/** `dop_v1_` personal, `doo_v1_` OAuth, `dor_v1_` refresh, each with 64 hexadecimal digits (release note of 2022). */
const wholeLength = 71;

/**
 * Whether a pasted text can be a token at all, before anything is sent. Space around it is cut off. The failure never holds
 * the text.
 */
export function checkTokenShape(pasted: string): Outcome<string> {
  const token = pasted.trim();
  if (token === '') return wrong(tokenShapeWords.empty);
  if (/\s/.test(token)) return wrong(tokenShapeWords.hasSpaces);
  if (token.startsWith('dor_v1_')) return wrong(tokenShapeWords.refresh);
  if (!/^do[po]_v1_/.test(token)) return wrong(tokenShapeWords.wrongPrefix);
  if (token.length !== wholeLength) return wrong(tokenShapeWords.wrongLength(token.length, wholeLength));
  if (!/^do[po]_v1_[0-9a-f]{64}$/.test(token)) return wrong(tokenShapeWords.wrongCharacters);
  return success(token);
}

const wrong = (text: Pick<Failure, 'message' | 'nextStep'>): Outcome<never> =>
  failed({ kind: 'invalid-arguments', ...text, field: 'token' });
