import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import { build } from '../build/build.ts';
import { runChecks } from '../check/run-checks.ts';
import { modules, root } from '../setup/folders.mjs';
import { jobsTable } from './jobs-table.ts';
import { inOwnTempFolder } from './own-temp-folder.ts';
import { readPlaywrightReport } from './playwright-tally.ts';
import { emptyTally, type Tally } from './tally.ts';

const vitestTally = resolve(root, '.cache/results/vitest.json');
const playwrightReport = resolve(root, '.cache/results/playwright.json');

/** Types, lint and unused code, each counted like a test. */
export async function checkSuite(): Promise<Tally> {
  const results = await runChecks();
  const failed = results.filter(({ isPassed }) => !isPassed);
  const failures = failed.map(({ name }) => ({ file: '', test: name, message: '' }));
  return { ...emptyTally, passed: results.length - failed.length, failed: failed.length, failures };
}

/** Counts only if it fails: the tests that run the built code prove that it works. */
export async function buildSuite(): Promise<Tally> {
  try {
    await build();
    return emptyTally;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.log(message);
    return { ...emptyTally, failed: 1, failures: [{ file: '', test: 'the build', message }] };
  }
}

/** All Vitest projects, or the files and options that were asked for. */
export async function vitestSuite(args: readonly string[] = []): Promise<Tally> {
  rmSync(vitestTally, { force: true });
  const code = await run('vitest/vitest.mjs', ['run', ...args], { BUOY_TALLY: vitestTally });
  if (!existsSync(vitestTally)) return { ...emptyTally, failed: 1 };
  return blameRunner(JSON.parse(readFileSync(vitestTally, 'utf8')), code);
}

/** All journeys in the browser. Without a browser they are skipped together, with the reason. */
export const journeySuite = (args: readonly string[] = []): Promise<Tally> => inBrowser('list,json', args);

/** The forty jobs, and then the table of them. */
export async function jobsSuite(): Promise<Tally> {
  const tally = await inBrowser('line,json', ['--project=jobs', 'forty/forty.spec.ts']);
  if (existsSync(playwrightReport)) for (const line of jobsTable(lastReport())) console.log(line);
  return tally;
}

const lastReport = (): JSONReport => JSON.parse(readFileSync(playwrightReport, 'utf8'));

async function inBrowser(reporters: string, args: readonly string[]): Promise<Tally> {
  if (!hasJourneys()) return emptyTally;
  rmSync(playwrightReport, { force: true });
  if (!process.env.BUOY_BROWSER) {
    return {
      ...emptyTally,
      skipped: [{ name: 'all journeys', reason: 'no Chromium, Chrome or Edge could be found or installed' }],
    };
  }
  const output = { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport };
  const code = await run('@playwright/test/cli.js', ['test', `--reporter=${reporters}`, ...args], output);
  if (!existsSync(playwrightReport)) return { ...emptyTally, failed: 1 };
  return blameRunner(readPlaywrightReport(lastReport()), code);
}

/** A runner that fails without naming a failed test still counts as failed. */
function blameRunner(tally: Tally, exitCode: number): Tally {
  if (exitCode === 0 || tally.failed > 0) return tally;
  return {
    ...tally,
    failed: 1,
    failures: [{ file: '', test: 'the runner', message: `ended with ${exitCode}; it says above why` }],
  };
}

function hasJourneys(): boolean {
  const folder = resolve(root, 'test/e2e');
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'));
}

function run(program: string, args: readonly string[], environment: Record<string, string>): Promise<number> {
  return inOwnTempFolder((own) => spawnRunner(program, args, { ...process.env, ...own, ...environment }));
}

function spawnRunner(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [resolve(modules, program), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    child.on('error', fail);
    child.on('close', (code) => settle(code ?? 1));
  });
}
