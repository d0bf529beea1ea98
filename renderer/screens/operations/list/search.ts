import type { CatalogueIndex, OperationSummary } from '../../../../preload/contract/catalogue.ts';
import { type Fit, fitOf, wordsOf } from './word-fit.ts';

/** The texts that one operation is found by. Words are stored as indices into the vocabulary. */
interface Entry {
  operation: OperationSummary;
  id: string;
  title: string;
  path: string;
  method: string;
  titleWords: number[];
  pathWords: number[];
  tagWords: number[];
}

export interface FoundOperation {
  operation: OperationSummary;
  score: number;
}

/** How much a match is worth, by where it was found and how well it fits. */
const worth = {
  wholeId: 100,
  wholePath: 30,
  title: { none: 0, typo: 2, inside: 4, start: 8, whole: 10 },
  path: { none: 0, typo: 0, inside: 3, start: 6, whole: 7 },
  tag: { none: 0, typo: 1, inside: 2, start: 5, whole: 6 },
  method: 6,
  idPart: 4,
  phrase: 6,
  titleStart: 4,
  favourite: 3,
  recent: 2,
  deprecated: -8,
} as const satisfies Record<string, number | Record<Fit, number>>;

const methodWords: Record<string, string> = { del: 'delete', remove: 'delete', create: 'post', update: 'put' };

export type OperationSearch = (
  query: string,
  known: { favourites: ReadonlySet<string>; recent: ReadonlySet<string> },
) => FoundOperation[];

/**
 * Makes the search over all operations by words, path or id, best result first. Every typed word must be found somewhere. Make it
 * once per index: it compares a typed word with each word of the vocabulary once, however many operations contain that word.
 */
export function createSearch(index: CatalogueIndex): OperationSearch {
  const vocabulary = new Map<string, number>();
  const numbersOf = (text: string): number[] =>
    wordsOf(text).map((word) => {
      const number = vocabulary.get(word) ?? vocabulary.size;
      vocabulary.set(word, number);
      return number;
    });
  const entries = index.operations.map(
    (operation): Entry => ({
      operation,
      id: operation.id.toLowerCase(),
      title: operation.title.toLowerCase(),
      path: operation.path.toLowerCase(),
      method: operation.method.toLowerCase(),
      titleWords: numbersOf(operation.title),
      pathWords: numbersOf(operation.path),
      tagWords: numbersOf(operation.tag),
    }),
  );
  const words = [...vocabulary.keys()];
  return (query, { favourites, recent }) => {
    const text = query
      .trim()
      .toLowerCase()
      .replace(/https?:\/\/[^/\s]+/, '');
    const tokens = wordsOf(text).map((token): Token => ({ token, fits: words.map((word) => fitOf(word, token)) }));
    const found: FoundOperation[] = [];
    for (const entry of tokens.length === 0 ? [] : entries) {
      const score = scoreOf(entry, tokens, text);
      if (score === null) continue;
      const { id } = entry.operation;
      const bonus = (favourites.has(id) ? worth.favourite : 0) + (recent.has(id) ? worth.recent : 0);
      found.push({ operation: entry.operation, score: score + bonus });
    }
    // The sort is stable, so equal results keep the order of DigitalOcean's reference.
    return found.sort((one, other) => other.score - one.score);
  };
}

/** A typed word, and how each word of the vocabulary fits it. */
interface Token {
  token: string;
  fits: Fit[];
}

function scoreOf(entry: Entry, tokens: Token[], text: string): number | null {
  let score = 0;
  for (const token of tokens) {
    const best = tokenScore(entry, token);
    if (best === 0 && entry.id !== text) return null;
    score += best;
  }
  if (entry.id === text) score += worth.wholeId;
  if (entry.path === text || `${entry.method} ${entry.path}` === text) score += worth.wholePath;
  if (entry.title.includes(text)) score += worth.phrase;
  if (entry.title.startsWith(text)) score += worth.titleStart;
  if (entry.operation.isDeprecated) score += worth.deprecated;
  // Of two equal results the shorter title wins, because it has fewer words that nobody typed.
  return score - entry.titleWords.length / 20;
}

function tokenScore(entry: Entry, { token, fits }: Token): number {
  const isMethod = entry.method === token || methodWords[token] === entry.method;
  return Math.max(
    bestOf(entry.titleWords, fits, worth.title),
    bestOf(entry.pathWords, fits, worth.path),
    bestOf(entry.tagWords, fits, worth.tag),
    isMethod ? worth.method : 0,
    token.length > 2 && entry.id.includes(token) ? worth.idPart : 0,
  );
}

const bestOf = (words: readonly number[], fits: readonly Fit[], values: Record<Fit, number>): number =>
  words.reduce((best, word) => Math.max(best, values[fits[word] ?? 'none']), 0);
