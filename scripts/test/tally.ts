/** Something that went wrong: in a test, around the tests of a suite or a file, or outside of any. */
export interface Failed {
  /** Path of the test file; '' when none is to blame. */
  file: string;
  /** The test's full name, or what surrounds it. */
  test: string;
  /** All that the error said. */
  message: string;
}

/** What one runner found. The last line of `npm test` adds all of them up. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: readonly { name: string; reason: string }[];
  /** What went wrong, one entry an error: a test may have several, and a runner that ended early has none. */
  failures: readonly Failed[];
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: [], failures: [] };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: [...total.skipped, ...tally.skipped],
      failures: [...total.failures, ...tally.failures],
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

/** Where each error was, with its first line: logs are often cut, and their end is what remains. */
export function failureLines(tally: Tally): string[] {
  return tally.failures.map(
    ({ file, test, message }) => `failed: ${[file, test, message.split('\n')[0]].filter(Boolean).join(': ')}`,
  );
}

/** The line that `npm test` ends with. */
export function verdictLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`;
}

/** A run in which nothing passed proves nothing, so it is not a good one. */
export function isGood(tally: Tally): boolean {
  return tally.failed === 0 && tally.passed > 0;
}
