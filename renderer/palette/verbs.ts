import type { IconName } from '../components/icons/icon.tsx';
import type { PaletteEntry } from './entries.ts';

/** Something that can be done with one thing. */
export interface Verb {
  /** Unique for the thing. */
  id: string;
  /** "Reboot", with an ellipsis if something is asked first. */
  label: string;
  /** Further words by which it is found. */
  keywords: string;
  /** The whole line, with the thing's name. */
  text: string;
  icon: IconName;
  /** Why it cannot be done now; `null`: it can. */
  offReason: string | null;
  run: () => void;
}

const partsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** From so many letters on, a word is looked for within what a verb is called. */
const longWord = 5;

/** So short a word, such as the type of a record, stands for itself and is no beginning. */
const isWhole = (word: string): boolean => word.length === 1;

/**
 * How well a word fits something by what it is called and by what else it is found: 4 its name begins so, 3 a word of its name
 * does, or has it within its first one, 2 it is one of the other words, 1 one of them begins so, 0 not at all.
 */
export function verbFit(word: string, { label, keywords }: { label: string; keywords: string }): number {
  const [own, others] = [partsOf(label), partsOf(keywords)];
  const begins = (part: string) => (isWhole(word) ? part === word : part.startsWith(word));
  if (own[0] !== undefined && begins(own[0])) return 4;
  // "Deploy" means "Redeploy" too.
  if (own.some(begins) || (word.length >= longWord && own[0]?.includes(word))) return 3;
  if (others.includes(word)) return 2;
  return others.some(begins) ? 1 : 0;
}

export const verbEntry = (verb: Verb, thing: PaletteEntry): PaletteEntry => ({
  id: `${thing.id} ${verb.id}`,
  label: verb.text,
  icon: verb.icon,
  offReason: verb.offReason,
  keywords: [verb.keywords],
  ...(thing.connectionId === undefined ? {} : { connectionId: thing.connectionId }),
  run: verb.run,
});
