import type { BenchRow, Suite } from './row.ts';

/** A suite as a Markdown table on standard output. */
export function printTable({ name, about = '' }: Suite, rows: readonly BenchRow[]): void {
  const cells = rows.map(({ case: what, metric, value, unit, against, ratio }) => [
    what,
    metric,
    `${typeof value === 'number' ? round(value) : value} ${unit}`.trim(),
    against ?? '',
    ratio === null || typeof value === 'string' ? '' : `${ratio.toFixed(2)} ×`,
  ]);
  const all = [['case', 'metric', 'value', 'against', 'ratio'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  console.log(`\n### ${name}\n\n${about}\n\n${[line(all[0] ?? []), rule, ...cells.map(line)].join('\n')}`);
}

const round = (value: number): string => (Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(1));
