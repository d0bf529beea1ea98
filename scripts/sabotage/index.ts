/**
 * `npm run sabotage` breaks one rule of Electron after the other in copies of the sources, and says which test notices each.
 * `-- tray` takes only those whose id begins so. Fails if one is missed. Nothing in the work tree changes.
 */
import { findBrowser } from '../setup/browser.mjs';
import { type Attempt, attempt } from './attempt.ts';
import { type Copy, makeCopy } from './copy.ts';
import { type Mutation, suitesOf } from './mutation.ts';
import { progressLine, reportText } from './report.ts';
import { runTests, stopTests } from './run-tests.ts';
import { suites } from './suites.ts';
import { table } from './table/all.ts';

/** More would make tests wait for each other. */
const atOnce = 2;

const beginnings = process.argv.slice(2);
const chosen = table.filter(({ id }) => beginnings.length === 0 || beginnings.some((beginning) => id.startsWith(beginning)));

/** Whether everything passes while nothing is broken. Otherwise "caught" would say nothing. */
async function isSound(copy: Copy): Promise<boolean> {
  for (const suite of new Set(chosen.flatMap(suitesOf))) {
    const { passed, failed } = await runTests(copy, suites[suite], { isBailing: false });
    if (failed !== null || passed === 0) {
      console.error(`With nothing broken, ${suite} fails: ${failed?.file} ${failed?.test}: ${failed?.message ?? 'it is empty'}`);
      return false;
    }
    console.error(`With nothing broken, ${suite}: ${passed} passed.`);
  }
  return true;
}

async function attemptAll(copies: readonly Copy[]): Promise<Attempt[]> {
  const waiting = [...chosen];
  const done = new Map<Mutation, Attempt>();
  const work = async (copy: Copy) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const made = await attempt(copy, next);
      done.set(next, made);
      console.error(progressLine(made, done.size, chosen.length));
    }
  };
  await Promise.all(copies.map(work));
  return chosen.flatMap((mutation) => done.get(mutation) ?? []);
}

async function sabotage(): Promise<number> {
  if (chosen.length === 0) return refuse(`No id begins with ${beginnings.join(' or ')}.`);
  if (findBrowser() === null) return refuse('Without a browser most tests are skipped, and so nothing could be caught.');
  const start = performance.now();
  const copies: Copy[] = [];
  process.on('exit', () => {
    stopTests();
    for (const copy of copies) copy.remove();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  for (let count = 0; count < Math.min(atOnce, chosen.length); count += 1) copies.push(makeCopy());
  if (copies[0] === undefined || !(await isSound(copies[0]))) return 1;
  const attempts = await attemptAll(copies);
  console.log(reportText(attempts, performance.now() - start));
  return attempts.some(({ caughtBy }) => caughtBy === null) ? 1 : 0;
}

function refuse(why: string): number {
  console.error(why);
  return 2;
}

process.exitCode = await sabotage();
