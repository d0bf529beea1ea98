import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSpec, JSONReportSuite } from '@playwright/test/reporter';
import type { Tally } from './tally.ts';

/** Reads Playwright's JSON report. An error outside of any test counts as one failure. */
export function readPlaywrightReport(report: JSONReport): Tally {
  const runs = report.suites.flatMap(specsOf).flatMap((spec) => spec.tests.map((run) => ({ spec, run })));
  const withStatus = (status: string) => runs.filter(({ run }) => run.status === status);
  return {
    passed: withStatus('expected').length,
    // A test that only passes at the second attempt counts as failed.
    failed: withStatus('unexpected').length + withStatus('flaky').length + report.errors.length,
    skipped: withStatus('skipped').map(({ spec, run }) => ({
      name: `${run.projectName}: ${spec.title}`,
      reason: run.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given',
    })),
    failures: [
      ...[...withStatus('unexpected'), ...withStatus('flaky')].map(({ spec, run }) => ({
        file: spec.file,
        test: `${run.projectName}: ${spec.title}`,
        message: run.results.flatMap(({ errors }) => errors.map(({ message }) => plain(message)))[0] ?? '',
      })),
      ...report.errors.map(({ message }) => ({ file: '', test: 'outside of any journey', message: plain(message) })),
    ],
  };
}

/** Without the colours of a terminal. */
const plain = (message = '') => stripVTControlCharacters(message).trim();

/** Every test of a report, in the order of the files. */
export function specsOf(suite: JSONReportSuite): JSONReportSpec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}
