import type { SuiteName } from './suites.ts';

/** A rule of Electron that Buoy keeps, and the smallest change that breaks it. */
export interface Mutation {
  id: string;
  /** What the change breaks, in words. */
  rule: string;
  /** Path from the root. */
  file: string;
  /** What is replaced. It must occur exactly once in the file, so keep it short: others change the lines around it. */
  pattern: string | RegExp;
  /** `$1` and the like name groups of a regular expression. Beside a string they stand for themselves. */
  replacement: string;
  /** The suites that may notice, the quick one first. Default: `adapters`, then `product`. */
  suites?: readonly SuiteName[];
}

export const suitesOf = ({ suites }: Mutation): readonly SuiteName[] => suites ?? ['adapters', 'product'];

/** The text with the rule broken. Throws if the pattern does not occur exactly once, or if nothing changes. */
export function mutate(text: string, { id, file, pattern, replacement }: Mutation): string {
  const [found, more] =
    typeof pattern === 'string' ? text.split(pattern).slice(1) : [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  if (found === undefined) throw new Error(`${id}: its pattern is not in ${file} any more`);
  if (more !== undefined) throw new Error(`${id}: its pattern is in ${file} more than once`);
  const changed = typeof pattern === 'string' ? text.replace(pattern, () => replacement) : text.replace(pattern, replacement);
  if (changed === text) throw new Error(`${id}: it changes nothing in ${file}`);
  return changed;
}
