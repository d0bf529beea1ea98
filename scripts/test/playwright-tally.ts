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
  };
}

/** Every test of a report, in the order of the files. */
export function specsOf(suite: JSONReportSuite): JSONReportSpec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}
