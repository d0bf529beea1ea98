import { keyShapeWords, tokenShapeWords } from '../../main/core/words/connections.ts';
import { cleanToken, keyProblem, tokenFacts, tokenProblem } from '../../preload/contract/token-shape.ts';
import { UsageError } from './parse.ts';

/**
 * The token as it can be sent, without the invisible characters that a copy may leave around it. Throws a `UsageError` that
 * says where one is inside. Other texts are left to the server, which may be one for tests.
 */
export function usableToken(value: string, variable: string): string {
  const token = cleanToken(value);
  if (tokenProblem(token) !== 'has-invisible') return token;
  const { message, nextStep } = tokenShapeWords['has-invisible'](tokenFacts(token));
  throw new UsageError(`${variable}: ${message} ${nextStep}`);
}

/** The key of another server, in the same way. */
export function usableKey(value: string, variable: string): string {
  const key = cleanToken(value);
  const problem = keyProblem(key);
  if (problem === null) return key;
  const { message, nextStep } = keyShapeWords[problem](tokenFacts(key));
  throw new UsageError(`${variable}: ${message} ${nextStep}`);
}

/**
 * What to say before the token goes out without encryption to another machine; `null`: it does not. Throws a `UsageError`
 * unless the person wants that.
 */
export function clearTextWarning(baseUrl: string | null, isInsecure: boolean): string | null {
  const url = baseUrl === null ? null : URL.parse(baseUrl);
  if (url?.protocol !== 'http:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)) return null;
  const warning = `The token travels in clear to ${url.host}: anybody on the way can read it.`;
  if (isInsecure) return warning;
  throw new UsageError(`${warning} Use https, or add --insecure if that network is yours alone.`);
}
