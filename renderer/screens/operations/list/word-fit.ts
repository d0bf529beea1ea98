/** How well a word fits what was typed. */
export type Fit = 'none' | 'typo' | 'inside' | 'start' | 'whole';

/** The words of a text: letters and digits in a row, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** `token` is what was typed; it may be incomplete. */
export function fitOf(word: string, token: string): Fit {
  if (isSameWord(word, token)) return 'whole';
  if (word.startsWith(token)) return 'start';
  if (token.length > 2 && word.includes(token)) return 'inside';
  return isTypoOf(token, word) ? 'typo' : 'none';
}

/** "droplets" becomes "droplet", "policies" becomes "policy". */
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

const isSameWord = (one: string, other: string): boolean =>
  one === other || (one[0] === other[0] && Math.abs(one.length - other.length) < 3 && singular(one) === singular(other));

/**
 * Whether a typed word has one wrong, missing or extra letter or two swapped ones, compared with a word or its beginning. Only
 * for typed words of four letters or more whose first letter is right.
 */
export function isTypoOf(token: string, word: string): boolean {
  if (token.length < 4 || token[0] !== word[0]) return false;
  const { length } = token;
  return [word.length, length - 1, length, length + 1].some(
    (end) => Math.abs(Math.min(end, word.length) - length) < 2 && isOneEditAway(token, word.slice(0, end)),
  );
}

function isOneEditAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
