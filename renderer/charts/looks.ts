/** How a line is told from the others: by one of four colours, and by its dashes, so that colour is never alone. */
export interface LineLook {
  /** Place in the theme's list of colours. */
  colour: number;
  dash: readonly number[];
}

const dashes: readonly (readonly number[])[] = [[], [5, 3], [2, 2], [8, 3, 2, 3]];

/** The look of a line by its place among the lines. The second is always dashed, as in a chart of two. */
export function lookOf(index: number): LineLook {
  const colour = index % 4;
  const round = Math.floor(index / 4);
  const start = colour === 1 ? 1 : 0;
  return { colour, dash: dashes[(start + round) % dashes.length] ?? [] };
}
