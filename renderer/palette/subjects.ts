import { fitOf, type PaletteEntry } from './entries.ts';
import { type Verb, verbEntry, verbFit } from './verbs.ts';

/** A thing that the palette knows, with what can be done with it as far as that is known. */
export interface Subject {
  entry: PaletteEntry;
  /** Title of its family. */
  family: string;
  verbs: () => readonly Verb[];
}

/** How well a word fits the thing by itself: its name, else what else finds it, else its family. */
export const subjectFit = (word: string, { entry, family }: Pick<Subject, 'entry' | 'family'>): number =>
  fitOf([word], entry.label, entry.keywords) || (verbFit(word, { label: family, keywords: '' }) > 0 ? 0.5 : 0);

/** Whether a word names the thing itself, and not only its family. */
export const isNamed = (words: readonly string[], subject: Pick<Subject, 'entry' | 'family'>): boolean =>
  words.some((word) => subjectFit(word, subject) >= 1);

interface Found {
  entry: PaletteEntry;
  /** How well the words fit what is done, then how well they fit the thing. */
  verb: number;
  thing: number;
}

/**
 * What the words ask to be done: each of them fits the verb or the thing, and at least one the verb. The best come first, then
 * things in their order, each with its verbs in theirs.
 */
export function deedsFound(subjects: readonly Subject[], words: readonly string[], atMost: number): PaletteEntry[] {
  const found: Found[] = [];
  for (const subject of subjects) {
    const fits = words.map((word) => subjectFit(word, subject));
    for (const verb of subject.verbs()) {
      const verbFits = words.map((word) => verbFit(word, verb));
      if (!words.every((_word, at) => (verbFits[at] ?? 0) > 0 || (fits[at] ?? 0) > 0)) continue;
      const sum = verbFits.reduce((all, one) => all + one, 0);
      if (sum === 0) continue;
      found.push({ entry: verbEntry(verb, subject.entry), verb: sum, thing: fits.reduce((all, one) => all + one, 0) });
    }
  }
  return found
    .sort((one, other) => other.verb - one.verb || other.thing - one.thing)
    .slice(0, atMost)
    .map(({ entry }) => entry);
}
