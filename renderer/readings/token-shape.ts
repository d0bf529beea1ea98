import { type TokenProblem, tokenFacts, tokenPrefixes, tokenProblem } from '../../preload/contract/token-shape.ts';
import { tokenShapeWords } from '../words/settings.ts';

export type TokenShape = { isFine: true } | { isFine: false; words: string; isUnfinished: boolean };

/**
 * Checks the shape of a token before anything is sent. Clean it first: spaces and invisible characters around it are no fault. `isUnfinished`: typing on
 * may make it right, so there is no reason to warn yet.
 */
export const tokenShape = (token: string): TokenShape => {
  const problem = tokenProblem(token);
  return problem === null
    ? { isFine: true }
    : { isFine: false, words: tokenShapeWords[problem](tokenFacts(token)), isUnfinished: isUnfinished(problem, token) };
};

const isUnfinished = (problem: TokenProblem, token: string): boolean =>
  problem === 'empty' ||
  problem === 'too-short' ||
  (problem === 'wrong-prefix' && tokenPrefixes.some((prefix) => prefix.startsWith(token)));
