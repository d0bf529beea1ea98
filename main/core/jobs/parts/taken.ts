import { listed } from '../../words/numbers.ts';
import type { Weight } from '../job.ts';

/**
 * A set that is replaced whole: to add to it harms nobody, to take something away does.
 *
 * @param words what happens to those that are taken away, given their names
 */
export function taken(before: readonly string[], after: readonly string[], words: (gone: string) => string): Weight {
  const gone = before.filter((one) => !after.includes(one));
  return gone.length === 0 ? { level: 'normal' } : { level: 'disruptive', lines: [words(listed(gone, 6))] };
}

/** Whom alerts are sent to. */
export const peopleTold = (before: readonly string[], after: readonly string[]): Weight =>
  taken(before, after, (gone) => `No longer told: ${gone}.`);
