import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { cleanToken, tokenFacts, tokenProblem } from '../../../preload/contract/token-shape.ts';
import { tokenShapeWords } from '../words/connections.ts';

/**
 * Checks whether pasted text can be a token at all, before anything is sent. Space and invisible characters around it are
 * cut off. The failure never
 * contains the text.
 */
export function checkTokenShape(pasted: string): Outcome<string> {
  const token = cleanToken(pasted);
  const problem = tokenProblem(token);
  if (problem === null) return success(token);
  return failed({ kind: 'invalid-arguments', ...tokenShapeWords[problem](tokenFacts(token)), field: 'token' });
}
