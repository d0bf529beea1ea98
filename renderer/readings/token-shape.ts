import { type TokenProblem, tokenPrefixes, tokenProblem } from '../../preload/contract/token-shape.ts';
import { tokenShapeWords } from '../words/settings.ts';

export type TokenShape = { isFine: true } | { isFine: false; words: string; isUnfinished: boolean };

/**
 * Looks at a pasted token before anything is sent. `isUnfinished`: it may become right by typing on, so no reason to warn yet.
 * Spaces around it are not its fault and are left out by `trim` before.
 */
export const tokenShape = (token: string): TokenShape => {
  const problem = tokenProblem(token);
  return problem === null
    ? { isFine: true }
    : { isFine: false, words: tokenShapeWords[problem](token.length), isUnfinished: isUnfinished(problem, token) };
};

const isUnfinished = (problem: TokenProblem, token: string): boolean =>
  problem === 'empty' ||
  problem === 'too-short' ||
  (problem === 'wrong-prefix' && tokenPrefixes.some((prefix) => prefix.startsWith(token)));
