/** What one runner found. The last line of `npm test` adds all of them up. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: readonly { name: string; reason: string }[];
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: [] };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: [...total.skipped, ...tally.skipped],
    }),
    emptyTally,
  );
}

/** The reasons for skipped tests, each with the number of tests and the first name. */
export function skipLines(tally: Tally): string[] {
  const byReason = Map.groupBy(tally.skipped, ({ reason }) => reason);
  return [...byReason].map(([reason, tests]) => {
    const others = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
    return `skipped: ${reason} (${tests[0]?.name}${others})`;
  });
}

/** The line that `npm test` ends with. */
export function verdictLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`;
}

/** A run in which nothing passed proves nothing, so it is not a good one. */
export function isGood(tally: Tally): boolean {
  return tally.failed === 0 && tally.passed > 0;
}
