import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Failed, Tally } from '../test/tally.ts';
import type { Copy } from './copy.ts';

/** A suite that runs longer than this hangs. */
const longestMs = 5 * 60_000;

const running = new Set<ChildProcess>();

/** Ends what is running now. */
export function stopTests(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface TestRun {
  passed: number;
  /** The first thing that went wrong, its file from the root. */
  failed: Failed | null;
}

/**
 * Runs tests in the copy.
 * @param tests what Vitest shall run
 * @param isBailing whether it ends at the first failure
 */
export async function runTests(copy: Copy, tests: readonly string[], { isBailing }: { isBailing: boolean }): Promise<TestRun> {
  const path = join(copy.folder, '.cache/report.json');
  rmSync(path, { force: true });
  const args = ['run', ...tests, '--cache=false', '--fsModuleCache=false', ...(isBailing ? ['--bail=1'] : [])];
  const { isEnded, code, output } = await spawnVitest(copy, path, args);
  const blame = (message: string) => ({ passed: 0, failed: { file: '', test: 'the whole run', message } });
  if (!isEnded) return blame(`It did not end within ${longestMs / 60_000} minutes.`);
  if (!existsSync(path)) return blame(output.trimEnd().split('\n').at(-1) ?? '');
  const { passed, failures }: Tally = JSON.parse(readFileSync(path, 'utf8'));
  const [first] = failures;
  if (first === undefined) return code === 0 ? { passed, failed: null } : blame(`It ended with ${code}.`);
  return { passed, failed: { ...first, file: first.file && relative(copy.folder, first.file) } };
}

function spawnVitest(
  copy: Copy,
  report: string,
  args: readonly string[],
): Promise<{ isEnded: boolean; code: number | null; output: string }> {
  const temp = copy.freshTemp();
  const child = spawn(process.execPath, [resolve(copy.folder, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: copy.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp, BUOY_TALLY: report },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    });
  }
  let isEnded = true;
  const deadline = setTimeout(() => {
    isEnded = false;
    child.kill('SIGKILL');
  }, longestMs);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(deadline);
      running.delete(child);
      settle({ isEnded, code, output });
    });
  });
}
