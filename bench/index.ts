/** `npm run bench [-- SUITE …] [--json]`: Buoy measured beside what it is compared with, as ratios of one run. */
import { parseArgs } from 'node:util';
import type { BenchRow, Suite } from './row.ts';
import { rows } from './suites/rows.ts';
import { viewSync } from './suites/view-sync.ts';

const suites: readonly Suite[] = [viewSync, rows];

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No suite is named ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const measured: BenchRow[] = [];
for (const suite of suites) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue;
  try {
    measured.push(...(await suite.run()));
  } catch (error) {
    console.error(`${suite.name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
console.log(values.json ? JSON.stringify(measured, null, 2) : tableOf(measured));

function tableOf(all: readonly BenchRow[]): string {
  const head = ['suite', 'case', 'metric', 'value', 'unit', 'against', 'ratio'];
  const lines = [head, ...all.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: BenchRow): string[] {
  const { against, ratio } = row;
  return [row.suite, row.case, row.metric, short(row.value), row.unit, against ?? '', ratio === null ? '' : short(ratio)];
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
