import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { BenchContext, Measured, MockStats } from './row.ts';

const folder = import.meta.dirname;

/** Starts the mock server and gives suites what they need. Call `stop` when everything is measured. */
export async function startBench(rounds: number): Promise<{ context: BenchContext; stop(): void }> {
  const mock = spawn(process.execPath, [resolve(folder, 'mock-server.mjs')], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [line] = (await once(mock.stdout ?? process.stdin, 'data')) as [Buffer];
  const origin = line.toString().trim();
  let counter = 0;
  const context: BenchContext = {
    rounds,
    mockUrl(options = {}) {
      counter += 1;
      const id = `m${counter}`;
      const pairs = Object.entries({ id, ...options }).map(([name, value]) => `${name}=${value}`);
      return { baseUrl: `${origin}/~${pairs.join(',')}`, id };
    },
    async stats(id) {
      const answer = await fetch(`${origin}/stats/${id}`);
      return (await answer.json()) as MockStats;
    },
    measure,
    say: (text) => void process.stderr.write(`${text}\n`),
  };
  return { context, stop: () => void mock.kill() };
}

const measure: BenchContext['measure'] = async ({ peer, mode, baseUrl, capMs = 60_000, env = {}, args = [] }) => {
  const startMs = performance.now();
  const child = spawn(process.execPath, [resolve(folder, 'measured.mjs'), peer, mode, baseUrl, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => {
    output += piece.toString();
  });
  let isKilled = false;
  const timer = setTimeout(() => {
    isKilled = true;
    child.kill('SIGKILL');
  }, capMs);
  await once(child, 'close');
  clearTimeout(timer);
  return read(output, isKilled, performance.now() - startMs, capMs);
};

function read(output: string, isKilled: boolean, wallMs: number, capMs: number): Measured {
  if (isKilled) return { isKilled, wallMs, result: `still waiting after ${capMs / 1000} s`, figures: {} };
  try {
    const { result, figures } = JSON.parse(output.trim()) as Pick<Measured, 'result' | 'figures'>;
    return { isKilled, wallMs, result, figures };
  } catch {
    return { isKilled, wallMs, result: 'crashed', figures: {} };
  }
}
