const limit = 3;
const withinMs = 5 * 60_000;

/** Whether to load a page again after a crash: at most three times in five minutes, so that it never loops. */
export function createCrashBudget() {
  let crashes: number[] = [];
  return {
    mayRecover(nowMs: number): boolean {
      crashes = [...crashes.filter((at) => nowMs - at < withinMs), nowMs];
      return crashes.length <= limit;
    },
  };
}
