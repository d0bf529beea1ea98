import type { LogLine } from '../../../preload/contract/log.ts';

/** The lines from one number to another, in either direction. */
export interface Range {
  /** Where it began. */
  anchor: number;
  /** Where the last step led. */
  head: number;
}

export function betweenSeqs(lines: readonly LogLine[], { anchor, head }: Range): readonly LogLine[] {
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  return lines.filter(({ seq }) => seq >= from && seq <= to);
}

/** The range after a step with Shift and an arrow. A new one begins at `startSeq`. */
export function stepRange(lines: readonly LogLine[], range: Range | null, step: 1 | -1, startSeq: number): Range | null {
  if (range === null) {
    const start = lines.find(({ seq }) => seq >= startSeq) ?? lines.at(-1);
    return start ? { anchor: start.seq, head: start.seq } : null;
  }
  const at = lines.findIndex(({ seq }) => seq >= range.head);
  const next = lines[Math.max(0, Math.min(lines.length - 1, at + step))];
  return next ? { ...range, head: next.seq } : range;
}
