/** Eight in the morning of the next local day, Unix milliseconds: "until tomorrow" should not end at midnight. */
export function tomorrowMs(nowMs: number): number {
  const at = new Date(nowMs);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1, 8).getTime();
}
