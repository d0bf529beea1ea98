import type { Failed } from '../test/tally.ts';
import type { Copy } from './copy.ts';
import { type Mutation, suitesOf } from './mutation.ts';
import { runTests } from './run-tests.ts';
import { nearestTests, suites } from './suites.ts';

export interface Attempt {
  mutation: Mutation;
  /** What noticed; `null`: the mutation was missed. */
  caughtBy: Failed | null;
  tookMs: number;
}

const isAboutTime = ({ message }: Failed) => /tim(ed|e) ?out|in time|did not end|came up/i.test(message);

const stepsOf = (mutation: Mutation): (readonly string[])[] =>
  suitesOf(mutation).flatMap((suite) => {
    const nearest = suite === 'adapters' ? nearestTests(mutation.file) : null;
    return nearest === null ? [suites[suite]] : [nearest, suites[suite]];
  });

/** How often tests run out of time before that counts as noticed. */
const patience = 3;

/**
 * What failed first. On a busy machine time also runs out by itself: then the test runs again alone, and if that passes, all of
 * them again.
 */
async function findFailed(copy: Copy, tests: readonly string[]): Promise<Failed | null> {
  for (let round = 1; ; round += 1) {
    const { failed } = await runTests(copy, tests, { isBailing: true });
    if (failed === null || !isAboutTime(failed) || failed.file === '' || round === patience) return failed;
    const alone = await runTests(copy, [...tests, '-t', patternOf(failed.test)], { isBailing: true });
    if (alone.failed !== null) return alone.failed;
  }
}

/** Vitest looks for names that are joined by blanks. */
const patternOf = (test: string) => test.replaceAll(' > ', ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Breaks one rule in the copy, and runs suites until one notices. */
export async function attempt(copy: Copy, mutation: Mutation): Promise<Attempt> {
  const start = performance.now();
  const caughtBy = await copy.whileBroken(mutation, async () => {
    for (const tests of stepsOf(mutation)) {
      const failed = await findFailed(copy, tests);
      if (failed !== null) return failed;
    }
    return null;
  });
  return { mutation, caughtBy, tookMs: performance.now() - start };
}
