import type { JSONReport } from '@playwright/test/reporter';
import { specsOf } from './playwright-tally.ts';

const heads = ['Job', 'Clicks and keys', 'Requests', 'OK'] as const;

/** The forty jobs as a table, from what `test/e2e/forty` noted of each: how many clicks it took of those that it may take, and how many requests. */
export function jobsTable(report: JSONReport): string[] {
  const tests = report.suites.flatMap(specsOf).flatMap((spec) => spec.tests.map((run) => ({ title: spec.title, run })));
  const jobs = tests.filter(({ title }) => /^\d+ /.test(title));
  const rows = jobs.map(({ title, run }) => {
    const noted = (type: string) => run.annotations.find((one) => one.type === type)?.description ?? '–';
    return [title, noted('clicks'), noted('requests'), run.status === 'expected' ? 'yes' : 'NO'];
  });
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const good = jobs.filter(({ run }) => run.status === 'expected').length;
  const sum = (at: number) => rows.reduce((total, row) => total + (Number.parseInt(row[at] ?? '', 10) || 0), 0);
  return [
    '',
    lineOf(heads),
    lineOf(widths.map((width) => '─'.repeat(width))),
    ...rows.map(lineOf),
    '',
    `${good} of ${jobs.length} jobs ok, ${sum(1)} clicks and keys, ${sum(2)} requests`,
  ];
}
