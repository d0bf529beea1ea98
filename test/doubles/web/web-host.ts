import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { CallArgs, CallName, CallResult } from '../../../preload/contract/schema.ts';
import { passFor } from './host-proof.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readyWithinMs = 30_000;

export interface WebHostOptions {
  /** Whether the demo account is open from the start. Default false. */
  demo?: boolean;
  /** Further arguments, such as `--base-url`. */
  args?: readonly string[];
  /** Where settings are kept. Default: a new folder, which `end` removes. */
  home?: string;
  env?: NodeJS.ProcessEnv;
  /** Whether it opens the browser of `env`. Default false. */
  isBrowserOpened?: boolean;
  /** Whether tokens are kept in the keychain of `env`. Default false: in memory. */
  isKeychainUsed?: boolean;
}

/** The built web host in a process of its own, as a person starts it. */
export interface RunningWebHost {
  /** The start address. It opens the page only once. */
  url: string;
  origin: string;
  home: string;
  process: ChildProcess;
  /** What the host has printed so far. */
  printed(): { stdout: string; stderr: string };
  /** Asks the host to end. Resolves to how it ended and after how many milliseconds. `home` stays. */
  stop(signal?: NodeJS.Signals): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null; tookMs: number }>;
  /** Stops the host if it still runs, and removes its home if that was made here. */
  end(): Promise<void>;
}

/**
 * Starts the built web host (`out/web`) on a free port, with tokens in memory: it does not touch the person's own settings,
 * keychain and browser. Rejects with everything it printed if it ends before it is ready.
 */
export async function startWebHost(options: WebHostOptions = {}): Promise<RunningWebHost> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'buoy-home-'));
  const args = [
    ...(options.isBrowserOpened ? [] : ['--no-open']),
    ...(options.isKeychainUsed ? [] : ['--no-keychain']),
    ...(options.demo ? ['--demo'] : []),
    ...(options.args ?? []),
  ];
  const child = spawn(process.execPath, [join(root, 'out/web/index.js'), ...args], {
    env: { ...process.env, ...options.env, BUOY_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const stop: RunningWebHost['stop'] = async (signal = 'SIGTERM') => {
    const startMs = performance.now();
    if (!hasEnded()) child.kill(signal);
    const [exitCode, endedBy] = await ended;
    return { exitCode, signal: endedBy, tookMs: performance.now() - startMs };
  };
  const end = async () => {
    await stop('SIGKILL');
    if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = await readyLine(child, printed).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  return { url, origin: new URL(url).origin, home, process: child, printed: () => ({ ...printed }), stop, end };
}

async function readyLine(child: ChildProcess, printed: { stdout: string; stderr: string }): Promise<string> {
  return new Promise((settle, fail) => {
    const giveUp = (why: string) => fail(new Error(`The web host ${why}.\n${printed.stdout}${printed.stderr}`));
    const timer = setTimeout(() => giveUp(`was not ready within ${readyWithinMs / 1000} s`), readyWithinMs);
    child.stdout?.on('data', () => {
      const url = /^Buoy is ready: (\S+)$/m.exec(printed.stdout)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      settle(url);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      giveUp(`ended with ${code}`);
    });
  });
}

/** A session with a running host, without a page. */
export interface WebSession {
  /** Headers for a test's own requests. */
  headers: Record<string, string>;
  call<N extends CallName>(name: N, args: CallArgs<N>): Promise<Outcome<CallResult<N>>>;
}

/** Opens the session with the start address, as the page does. This works once. */
export async function openWebSession({ url, origin }: Pick<RunningWebHost, 'url' | 'origin'>): Promise<WebSession> {
  const headers: Record<string, string> = { 'content-type': 'application/json', origin };
  const post = async (path: string, body: unknown): Promise<unknown> =>
    (await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  headers['x-buoy-session'] = await passFor(origin, new URL(url).hash.slice('#key='.length));
  return { headers, call: async (name, args) => (await post(`/call/${name}`, args)) as Outcome<CallResult<typeof name>> };
}
