import { parseArgs } from 'node:util';
import { build } from '../scripts/build/build.ts';
import { printTable } from './print-table.ts';
import type { BenchRow } from './row.ts';
import { startBench } from './run-measurements.ts';
import { suites } from './suites.ts';

/** `npm run bench [-- SUITE …] [--only list,cold] [--rounds 5] [--json]` measures Buoy beside other clients. */
const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = [...(values.only?.split(',') ?? []), ...positionals];
const names = wanted.length > 0 ? wanted : suites.map(({ name }) => name);
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
const rounds = Number(values.rounds);

if (unknown.length > 0) {
  console.error(`No suite is named ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
} else if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds is a whole number from 1.');
  process.exitCode = 2;
} else await runAll();

async function runAll(): Promise<void> {
  await build();
  const { context, stop } = await startBench(rounds);
  const rows: BenchRow[] = [];
  for (const suite of suites.filter(({ name }) => names.includes(name))) {
    try {
      const measured = await suite.run(context);
      rows.push(...measured);
      if (!values.json) printTable(suite, measured);
    } catch (error) {
      console.error(`${suite.name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  stop();
  if (values.json) console.log(JSON.stringify(rows, null, 2));
}
