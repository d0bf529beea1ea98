import { firstRunWords } from './words/settings.ts';

export type TokenShape = { isFine: true } | { isFine: false; words: string; isUnfinished: boolean };

const prefixes = ['dop_v1_', 'doo_v1_'];
const refreshPrefix = 'dor_v1_';
const wholeLength = 71;

const wrong = (words: string, isUnfinished = false): TokenShape => ({ isFine: false, words, isUnfinished });

/**
 * Looks at a pasted token before anything is sent. `isUnfinished`: it may become right by typing on, so no reason to warn yet.
 * Spaces around it are not its fault and are left out by `trim` before.
 */
export const tokenShape = (token: string): TokenShape => {
  if (token === '') return wrong(firstRunWords.shapeEmpty, true);
  if (/\s/.test(token)) return wrong(firstRunWords.shapeSpaces);
  if (token.startsWith(refreshPrefix)) return wrong(firstRunWords.shapeRefresh);
  const prefix = prefixes.find((candidate) => token.startsWith(candidate));
  if (prefix === undefined)
    return wrong(
      firstRunWords.shapePrefix,
      prefixes.some((candidate) => candidate.startsWith(token)),
    );
  if (!/^[0-9a-f]*$/.test(token.slice(prefix.length))) return wrong(firstRunWords.shapeLetters);
  if (token.length < wholeLength) return wrong(firstRunWords.shapeShort(token.length, wholeLength), true);
  return token.length === wholeLength ? { isFine: true } : wrong(firstRunWords.shapeLong(token.length, wholeLength));
};
