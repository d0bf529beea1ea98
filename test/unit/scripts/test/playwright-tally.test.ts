import type { JSONReport } from '@playwright/test/reporter';
import { describe, expect, it } from 'vitest';
import { readPlaywrightReport } from '../../../../scripts/test/playwright-tally.ts';

const run = (status: string, annotations: { type: string; description?: string }[] = []) => ({
  projectName: 'web',
  status,
  annotations,
  results: status === 'expected' ? [] : [{ errors: [{ message: '\u001b[31mTimed out\u001b[39m\nwaiting' }] }],
});
const spec = (title: string, ...tests: object[]) => ({ title, file: `${title}.spec.ts`, tests });
const report = (suites: object[], errors: object[] = []) => ({ suites, errors }) as unknown as JSONReport;

describe('readPlaywrightReport', () => {
  it('counts every run of every journey, including nested suites', () => {
    const nested = { specs: [spec('a', run('expected'), run('expected'))], suites: [{ specs: [spec('b', run('unexpected'))] }] };
    expect(readPlaywrightReport(report([nested]))).toEqual({
      passed: 2,
      failed: 1,
      skipped: [],
      failures: [{ file: 'b.spec.ts', test: 'web: b', message: 'Timed out\nwaiting' }],
    });
  });

  it('counts a journey that passes only at the second attempt as failed', () => {
    expect(readPlaywrightReport(report([{ specs: [spec('a', run('flaky'))] }])).failed).toBe(1);
  });

  it('counts an error outside of any journey as one failure', () => {
    expect(readPlaywrightReport(report([], [{ message: 'the web server did not start' }])).failed).toBe(1);
  });

  it('keeps the reason why a journey was skipped', () => {
    const skipped = spec(
      'power cycle',
      run('skipped', [{ type: 'skip', description: 'Electron is not installed' }]),
      run('skipped'),
    );
    expect(readPlaywrightReport(report([{ specs: [skipped] }])).skipped).toEqual([
      { name: 'web: power cycle', reason: 'Electron is not installed' },
      { name: 'web: power cycle', reason: 'no reason given' },
    ]);
  });
});
