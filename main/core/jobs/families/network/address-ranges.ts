/** First and last address of an IPv4 range such as 10.19.0.0/20, as numbers; `null` for what is none. */
function bounds(range: string): readonly [first: number, last: number] | null {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(range);
  if (!match) return null;
  const [a = 0, b = 0, c = 0, d = 0, bits = 32] = match.slice(1).map(Number);
  const size = 2 ** (32 - bits);
  const first = Math.floor((a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / size) * size;
  return [first, first + size - 1];
}

/** Whether two IPv4 ranges share an address. What cannot be read as a range shares none. */
export function overlap(one: string, other: string): boolean {
  const [left, right] = [bounds(one), bounds(other)];
  return left !== null && right !== null && left[0] <= right[1] && right[0] <= left[1];
}
