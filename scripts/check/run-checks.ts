import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { modules, root } from '../setup/folders.mjs';
import { type CheckStep, checkSteps } from './steps.ts';

export interface CheckResult {
  name: string;
  isPassed: boolean;
  durationMs: number;
}

/** Runs all checks, two at a time. Prints the verdict of each, and the output of those that failed. Never rejects. */
export async function runChecks(steps: readonly CheckStep[] = checkSteps()): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

async function runStep(step: CheckStep): Promise<CheckResult> {
  const start = performance.now();
  const { isPassed, output } = await run(step);
  const durationMs = performance.now() - start;
  console.log(`${isPassed ? 'passed' : 'FAILED'}  ${step.name} (${(durationMs / 1000).toFixed(1)} s)`);
  if (!isPassed) console.log(output.trimEnd());
  return { name: step.name, isPassed, durationMs };
}

function run({ program, args }: CheckStep): Promise<{ isPassed: boolean; output: string }> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [resolve(modules, program), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => settle({ isPassed: false, output: error.message }));
    child.on('close', (code) => settle({ isPassed: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}
