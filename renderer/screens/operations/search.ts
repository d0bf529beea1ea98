import type { CatalogueIndex, OperationSummary } from '../../../preload/contract/catalogue.ts';

/** What one operation is found by: its words in lower case, ready to compare. */
interface Entry {
  operation: OperationSummary;
  id: string;
  title: string;
  titleWords: string[];
  pathWords: string[];
  tagWords: string[];
}

export interface FoundOperation {
  operation: OperationSummary;
  score: number;
}

/** How much a match is worth, by where and how it was found. */
const worth = {
  wholeId: 100,
  title: { whole: 10, start: 8, inside: 4, typo: 2 },
  path: { whole: 7, start: 6, inside: 3, typo: 0 },
  tag: { whole: 6, start: 5, inside: 2, typo: 1 },
  method: 6,
  idPart: 4,
  phrase: 6,
  titleStart: 4,
  favourite: 3,
  recent: 2,
  deprecated: -8,
} as const;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const methodWords: Record<string, string> = { del: 'delete', remove: 'delete', create: 'post', update: 'put' };

/** Finds among all operations by words, path or id, best first. Every word must be found somewhere. Made once per index. */
export function createSearch(index: CatalogueIndex): OperationSearch {
  const entries = index.operations.map(entryOf);
  return (query, { favourites, recent }) => {
    const tokens = wordsOf(query.replace(/^https?:\/\/[^/]+/, ''));
    const phrase = query.trim().toLowerCase();
    if (tokens.length === 0) return [];
    const found: FoundOperation[] = [];
    for (const entry of entries) {
      const score = scoreOf(entry, tokens, phrase);
      if (score === null) continue;
      const { id } = entry.operation;
      const bonus = (favourites.has(id) ? worth.favourite : 0) + (recent.has(id) ? worth.recent : 0);
      found.push({ operation: entry.operation, score: score + bonus });
    }
    // Sorting is stable: equals stay in the reference's order.
    return found.sort((one, other) => other.score - one.score);
  };
}

export type OperationSearch = (
  query: string,
  known: { favourites: ReadonlySet<string>; recent: ReadonlySet<string> },
) => FoundOperation[];

function entryOf(operation: OperationSummary): Entry {
  return {
    operation,
    id: operation.id.toLowerCase(),
    title: operation.title.toLowerCase(),
    titleWords: wordsOf(operation.title),
    pathWords: wordsOf(operation.path),
    tagWords: wordsOf(operation.tag),
  };
}

function scoreOf(entry: Entry, tokens: string[], phrase: string): number | null {
  let score = 0;
  for (const token of tokens) {
    const best = tokenScore(entry, token);
    if (best === 0 && entry.id !== phrase) return null;
    score += best;
  }
  if (entry.id === phrase) score += worth.wholeId;
  if (entry.title.includes(phrase)) score += worth.phrase;
  if (entry.title.startsWith(phrase)) score += worth.titleStart;
  if (entry.operation.isDeprecated) score += worth.deprecated;
  // Among equals the shorter title says less that was not asked for.
  return score - entry.titleWords.length / 20;
}

function tokenScore(entry: Entry, token: string): number {
  const method = entry.operation.method.toLowerCase();
  return Math.max(
    bestOf(entry.titleWords, token, worth.title),
    bestOf(entry.pathWords, token, worth.path),
    bestOf(entry.tagWords, token, worth.tag),
    method === token || methodWords[token] === method ? worth.method : 0,
    token.length > 2 && entry.id.includes(token) ? worth.idPart : 0,
  );
}

interface Worth {
  whole: number;
  start: number;
  inside: number;
  typo: number;
}

function bestOf(words: string[], token: string, { whole, start, inside, typo }: Worth): number {
  let best = 0;
  for (const word of words) {
    if (isSameWord(word, token)) return whole;
    if (word.startsWith(token)) best = Math.max(best, start);
    else if (token.length > 2 && word.includes(token)) best = Math.max(best, inside);
    else if (best === 0 && typo > 0 && isTypoOf(token, word)) best = typo;
  }
  return best;
}

/** "droplets" is "droplet", "policies" is "policy". */
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
const isSameWord = (one: string, other: string): boolean => one === other || singular(one) === singular(other);

/** One letter wrong, missing, too many, or two swapped, in a word of four letters or more, or in its beginning. */
export function isTypoOf(token: string, word: string): boolean {
  if (token.length < 4 || token[0] !== word[0]) return false;
  const candidates = [word, word.slice(0, token.length - 1), word.slice(0, token.length), word.slice(0, token.length + 1)];
  return candidates.some((candidate) => Math.abs(candidate.length - token.length) < 2 && isOneEditAway(token, candidate));
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
