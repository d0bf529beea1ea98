import { loadIndex } from '../catalogue/load.ts';

const maximumShown = 3;

/** Ids most like a mistyped one, the closest first, at most three; empty when none is close. */
export async function similarOperations(wrongId: string): Promise<string[]> {
  const wanted = wordsOf(wrongId);
  if (wanted.length === 0) return [];
  const index = await loadIndex();
  const scored = index.operations.map(({ id }) => ({ id, score: likeness(wanted, wordsOf(id)) }));
  return scored
    .filter(({ score }) => score > 0.45)
    .sort((one, other) => other.score - one.score)
    .slice(0, maximumShown)
    .map(({ id }) => id);
}

/** `droplets_list_byTag` as droplet, list, by, tag: plural or singular, and the style of the id, make no difference. */
const wordsOf = (id: string): string[] =>
  id
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word !== '');

/** Share of words in both lists that begin alike, from 0 to 1. Four letters forgive a typing error at the end of a word. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const isAlike = (word: string, list: readonly string[]) =>
    list.some((candidate) => candidate.slice(0, 4) === word.slice(0, 4) || candidate === word);
  const shared = one.filter((word) => isAlike(word, other)).length + other.filter((word) => isAlike(word, one)).length;
  return shared / (one.length + other.length);
}
