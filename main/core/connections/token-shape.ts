import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { tokenProblem } from '../../../preload/contract/token-shape.ts';
import { tokenShapeWords } from '../words/connections.ts';

/**
 * Checks whether pasted text can be a token at all, before anything is sent. Space around it is cut off. The failure never
 * contains the text.
 */
export function checkTokenShape(pasted: string): Outcome<string> {
  const token = pasted.trim();
  const problem = tokenProblem(token);
  if (problem === null) return success(token);
  return failed({ kind: 'invalid-arguments', ...tokenShapeWords[problem](token.length), field: 'token' });
}
