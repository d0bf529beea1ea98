/** What a list needs to know about a line to move the cursor. Heads are shown, but the cursor skips them. */
export interface Walkable {
  id: string;
  isHead: boolean;
}

export type Move = 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down';

const moves: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** The move that a key stands for; `null`: none. */
export const moveOf = (key: string): Move | null => moves[key] ?? null;

const reachableFrom = (lines: readonly Walkable[], start: number, step: 1 | -1): number | null => {
  for (let index = start; index >= 0 && index < lines.length; index += step) if (!lines[index]?.isHead) return index;
  return null;
};

/** Index of the line that a move leads to from `from`. At either end the cursor stays; `null` if there is no line to go to. */
export const lineAfter = (lines: readonly Walkable[], from: number | null, move: Move, pageSize: number): number | null => {
  const first = reachableFrom(lines, 0, 1);
  const last = reachableFrom(lines, lines.length - 1, -1);
  if (first === null || last === null) return null;
  if (from === null) return move === 'last' ? last : first;
  switch (move) {
    case 'up':
      return reachableFrom(lines, from - 1, -1) ?? first;
    case 'down':
      return reachableFrom(lines, from + 1, 1) ?? last;
    case 'first':
      return first;
    case 'last':
      return last;
    case 'page-up':
      return reachableFrom(lines, Math.max(from - pageSize, first), 1) ?? first;
    case 'page-down':
      return reachableFrom(lines, Math.min(from + pageSize, last), -1) ?? last;
  }
};

/** Where the cursor goes when its line disappears: to the line that took its place, else to the nearest one before it. */
export const nearestLine = (lines: readonly Walkable[], index: number): number | null =>
  reachableFrom(lines, Math.min(index, lines.length - 1), 1) ?? reachableFrom(lines, Math.min(index, lines.length - 1), -1);
