/** A line that is longer goes on in the next one. */
export const longestLine = 8_000;
/** What comes without an end of line is a line too, once it is this long. */
const longestPending = 65_536;

/** Makes lines of text that comes in pieces, whose ends are anywhere. */
export interface LineSplitter {
  /** The lines that are complete now, without their ends. */
  push(text: string): string[];
  /** What came after the last end of a line, as a line of its own; `null`: nothing. */
  rest(): string | null;
}

export function createLineSplitter(): LineSplitter {
  let pending = '';
  return {
    push(text) {
      const lines = (pending + text).split('\n');
      pending = lines.pop() ?? '';
      if (pending.length > longestPending) {
        lines.push(pending);
        pending = '';
      }
      return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    },
    rest() {
      const line = pending;
      pending = '';
      return line === '' ? null : line;
    },
  };
}

/** The line in pieces of at most `longestLine`. A character that is two units long stays whole. */
export function inPieces(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < line.length; ) {
    const end = at + longestLine;
    const isInside = isHighSurrogate(line.charCodeAt(end - 1));
    const next = isInside ? end - 1 : end;
    pieces.push(line.slice(at, next));
    at = next;
  }
  return pieces;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
