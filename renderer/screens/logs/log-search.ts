import type { LogLine } from '../../../preload/contract/log.ts';

/** Lines never change, so what each is in lower case is made once. */
const lowered = new WeakMap<LogLine, string>();

function lowerOf(line: LogLine): string {
  const known = lowered.get(line);
  if (known !== undefined) return known;
  const made = `${line.who ?? ''} ${line.text}`.toLowerCase();
  lowered.set(line, made);
  return made;
}

/** The lines that have the text in them, in any case. For an empty text none is a hit. */
export function hitsIn(lines: readonly LogLine[], query: string): readonly LogLine[] {
  const wanted = query.toLowerCase();
  return wanted === '' ? [] : lines.filter((line) => !line.isNote && lowerOf(line).includes(wanted));
}

/**
 * The hit that a step leads to, as its place among the hits; the first step goes to the last hit, which is the newest. At either
 * end it goes on at the other. `null`: there is none.
 */
export function hitAfter(hits: readonly LogLine[], at: number | null, step: 1 | -1): number | null {
  if (hits.length === 0) return null;
  if (at === null) return hits.length - 1;
  const index = hits.findIndex(({ seq }) => seq >= at);
  // The hit itself was dropped: the next one stands where it was.
  const isThere = hits[index]?.seq === at;
  const from = index < 0 ? hits.length : index;
  const to = isThere || step === -1 ? from + step : from;
  return (to + hits.length) % hits.length;
}

/** The line as it came. */
export const rawOf = ({ prefix, text }: LogLine): string => `${prefix}${text}`;

/** The end of these lines, as they came, that fits into so many characters. */
export function textOfLines(lines: readonly LogLine[], atMost: number): { text: string; count: number } {
  let length = 0;
  let from = lines.length;
  while (from > 0) {
    const line = lines[from - 1];
    length += line ? rawOf(line).length + 1 : 0;
    if (length > atMost) break;
    from -= 1;
  }
  const shown = lines.slice(from).filter(({ isNote }) => !isNote);
  return { text: shown.map((line) => `${rawOf(line)}\n`).join(''), count: shown.length };
}
