import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestModule, TestResult } from 'vitest/node';
import type { Failed, Tally } from './tally.ts';

/** Writes the run's tally as JSON. Vitest's own JSON report leaves out why a test was skipped, and what a hook threw. */
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
    const report: Tally = {
      passed: inState('passed').length,
      failed: inState('failed').length + inState('pending').length + broken.length + unhandledErrors.length,
      skipped: inState('skipped').map((test) => ({ name: test.fullName, reason: reasonOf(test.result(), test.fullName) })),
      // Tests first, then what surrounds them.
      failures: [
        ...inState('failed').flatMap((test) => failuresOf(test.module.moduleId, test.fullName, test.result().errors)),
        ...modules.flatMap((module) =>
          [...module.children.allSuites()].flatMap((suite) => failuresOf(module.moduleId, suite.fullName, suite.errors())),
        ),
        ...modules.flatMap((module) => failuresOf(module.moduleId, 'the whole file', module.errors())),
        ...failuresOf('', 'outside of any test', unhandledErrors),
      ],
    };
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify(report));
  }
}

/** A whole group that is skipped has its reason in its title. */
const reasonInTitle = /\(skipped: (.+?)\)(?: >|$)/;

export function reasonOf(result: Pick<TestResult, 'state'> & { note?: string | undefined }, fullName: string): string {
  return (result.state === 'skipped' ? result.note : null) ?? reasonInTitle.exec(fullName)?.[1] ?? 'no reason given';
}

function failuresOf(file: string, test: string, errors: readonly unknown[] = []): Failed[] {
  return errors.map((error) => {
    const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
    return { file, test, message: message.trim() };
  });
}
