import type { LogLine } from '../../../preload/contract/log.ts';
import type { ParsedLine } from './parse-line.ts';

/** Tells lines that were there already from new ones. */
export type KnownLines = (line: ParsedLine) => boolean;

export const noneKnown: KnownLines = () => false;

/**
 * A connection that is opened again begins with the last lines once more. Those that are kept are known by their text, which
 * has its time in it, and those that are older by that time. Lines without a time may repeat by themselves, so the first one
 * that is new ends what is known of them.
 */
export function knownBy(kept: readonly LogLine[]): KnownLines {
  const texts = new Set(kept.map(({ prefix, text }) => prefix + text));
  const sinceMs = kept.find(({ atMs }) => atMs !== null)?.atMs ?? null;
  let hasNewUntimed = false;
  return ({ atMs, prefix, text }) => {
    const isKept = texts.has(prefix + text);
    if (atMs !== null) return isKept || (sinceMs !== null && atMs < sinceMs);
    if (!isKept) hasNewUntimed = true;
    return isKept && !hasNewUntimed;
  };
}
