/** Eight in the morning of the next local day, in Unix milliseconds. People who say "tomorrow" do not mean midnight. */
export function tomorrowMs(nowMs: number): number {
  const at = new Date(nowMs);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1, 8).getTime();
}
