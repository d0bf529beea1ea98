import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestModule, TestResult } from 'vitest/node';
import type { Tally } from './tally.ts';

/** Writes the run's tally as JSON. Vitest's own JSON report leaves out why a test was skipped. */
export class VitestTally implements Reporter {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    // A file that cannot be loaded has no tests, only an error. A test that never ended counts as failed.
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0);
    const tally: Tally = {
      passed: inState('passed').length,
      failed: inState('failed').length + inState('pending').length + broken.length + unhandledErrors.length,
      skipped: inState('skipped').map((test) => ({ name: test.fullName, reason: reasonOf(test.result(), test.fullName) })),
    };
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify(tally));
  }
}

/** A whole group that is skipped has its reason in its title. */
const reasonInTitle = /\(skipped: (.+?)\)(?: >|$)/;

export function reasonOf(result: Pick<TestResult, 'state'> & { note?: string | undefined }, fullName: string): string {
  return (result.state === 'skipped' ? result.note : null) ?? reasonInTitle.exec(fullName)?.[1] ?? 'no reason given';
}
