import type { LogLine } from '../../../preload/contract/log.ts';
import type { ParsedLine } from './parse-line.ts';

export interface RingBounds {
  /** Characters of all lines, which is about their bytes. */
  characters: number;
  lines: number;
}

/** The last 5 MB of a log, and at most so many lines that a page can search all of them while a person types. */
export const ringBounds: RingBounds = { characters: 5_000_000, lines: 50_000 };

/** A line costs some memory beside its characters. */
const perLine = 40;

/** The newest lines of a log. Older ones are dropped where there is no room. */
export interface Ring {
  add(line: ParsedLine): void;
  /** Adds a remark of Buoy's own. Two in a row say no more than one. */
  note(text: string): void;
  /** At most so many lines after that one. */
  after(seq: number, atMost: number): LogLine[];
  lines(): readonly LogLine[];
  /** Number of the oldest line that is kept, and of the newest. */
  first(): number;
  newest(): number;
}

export function createRing({ characters: mostCharacters, lines: mostLines }: RingBounds = ringBounds): Ring {
  let kept: LogLine[] = [];
  /** So many at the beginning of `kept` are dropped already. */
  let dropped = 0;
  let characters = 0;
  let newest = 0;

  const sizeOf = ({ prefix, text }: LogLine): number => prefix.length + text.length + perLine;

  function put(line: Omit<LogLine, 'seq'>): void {
    newest += 1;
    const whole = { seq: newest, ...line };
    kept.push(whole);
    characters += sizeOf(whole);
    while (characters > mostCharacters || kept.length - dropped > mostLines) drop();
    // Moving all lines for each one that is dropped would be slow.
    if (dropped > 1_000 && dropped * 2 > kept.length) {
      kept = kept.slice(dropped);
      dropped = 0;
    }
  }

  function drop(): void {
    const oldest = kept[dropped];
    if (oldest) characters -= sizeOf(oldest);
    dropped += 1;
  }

  const first = (): number => newest - (kept.length - dropped) + 1;

  return {
    add: (line) => put({ ...line, isNote: false }),
    note(text) {
      const last = kept.at(-1);
      if (last?.isNote && kept.length > dropped) return;
      put({ who: null, atMs: null, prefix: '', text, isNote: true });
    },
    after(seq, atMost) {
      const from = dropped + Math.max(0, seq + 1 - first());
      return kept.slice(from, from + atMost);
    },
    lines: () => kept.slice(dropped),
    first,
    newest: () => newest,
  };
}
