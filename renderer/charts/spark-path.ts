/** The line and the area of a spark, as SVG paths in a box of this size. The scale begins at 0 and ends at the
 * highest value, or at `top` if that is higher. */
export function sparkPaths(
  values: readonly (number | null | undefined)[],
  { width, height, top }: { width: number; height: number; top: number },
): { line: string; area: string } {
  const highest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), top) || 1;
  const x = (index: number) => round((index * width) / Math.max(1, values.length - 1));
  // Half a line's width, so that neither end is cut.
  const y = (value: number) => round(height - 1 - (value / highest) * (height - 2));
  let line = '';
  let area = '';
  for (const stretch of stretches(values)) {
    const points = stretch.map((index) => `${x(index)} ${y(values[index] ?? 0)}`).join('L');
    // A single measurement between gaps is a dot, which a line without length is.
    line += `M${points}${stretch.length === 1 ? 'h.01' : ''}`;
    area += `M${x(stretch[0] ?? 0)} ${height}L${points}L${x(stretch.at(-1) ?? 0)} ${height}Z`;
  }
  return { line, area };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The places of the values, a list for each stretch without a gap. A single missing value is none. */
function stretches(values: readonly (number | null | undefined)[]): number[][] {
  const found: number[][] = [];
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'number') continue;
    const last = found.at(-1);
    if (last && (last.at(-1) ?? 0) >= index - 2) last.push(index);
    else found.push([index]);
  }
  return found;
}
