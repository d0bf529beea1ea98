import type { Cancel, Clock } from '../ports.ts';
import { cleanLine } from './clean-text.ts';
import type { KnownLines } from './known-lines.ts';
import { parseLine } from './parse-line.ts';
import type { Ring } from './ring.ts';
import { createLineSplitter, inPieces } from './split-lines.ts';

/** A line whose end does not come for so long is shown without it. */
const endWithinMs = 2_000;

/** Takes text as it arrives and puts its lines into the ring. */
export interface Intake {
  /** Returns how many lines of it were new. */
  take(text: string): number;
  /** The text is over: what has no end of line is a line too. */
  end(): void;
}

export function createIntake(
  ring: Pick<Ring, 'add'>,
  { clock, isKnown, onChange }: { clock: Clock; isKnown: KnownLines; onChange(): void },
): Intake {
  const splitter = createLineSplitter();
  let cancelEnd: Cancel = () => {};

  function add(raw: string): number {
    let added = 0;
    for (const piece of inPieces(cleanLine(raw))) {
      const line = parseLine(piece);
      if (isKnown(line)) continue;
      ring.add(line);
      added += 1;
    }
    return added;
  }

  function end(): void {
    cancelEnd();
    const rest = splitter.rest();
    if (rest !== null && add(rest) > 0) onChange();
  }

  return {
    take(text) {
      cancelEnd();
      const added = splitter.push(text).reduce((sum, line) => sum + add(line), 0);
      if (added > 0) onChange();
      cancelEnd = clock.after(endWithinMs, end);
      return added;
    },
    end,
  };
}

/** The text in a message of the socket: JSON with `data`. A message in another form is shown as it is. */
export function textOfMessage(message: string): string {
  try {
    const read: unknown = JSON.parse(message);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return `${message}\n`;
    if (!('data' in read)) return Object.keys(read).length === 0 ? '' : `${message}\n`;
    return typeof read.data === 'string' ? read.data : `${JSON.stringify(read.data)}\n`;
  } catch {
    return `${message}\n`;
  }
}
