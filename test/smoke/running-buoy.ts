import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { DevtoolsPage, destroyPage, openPages } from './devtools.ts';

/** How to start a Buoy: a package, or the stand-in in its place. */
export interface Program {
  command: string;
  /** Before Buoy's own arguments. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** A slow runner needs a while for the first start of a program that it has never seen. */
const patienceMs = 60_000;

/** One run of a Buoy in a process of its own. */
export class RunningBuoy {
  readonly #program: Program;
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #ended: Promise<number | null>;
  readonly startedMs = performance.now();
  #printed = '';
  #page: DevtoolsPage | null = null;

  private constructor(program: Program, args: readonly string[], port: number) {
    this.#program = program;
    this.#port = port;
    this.#child = spawn(program.command, [...program.args, `--remote-debugging-port=${port}`, ...args], {
      env: program.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#printed += chunk.toString();
      });
    }
    this.#ended = once(this.#child, 'exit').then(([code]) => code as number | null);
    this.#ended.catch(() => {});
  }

  /** Resolves once the page of the window is there. Rejects, with all that was printed, if it does not come. */
  static async start(program: Program, args: readonly string[]): Promise<RunningBuoy> {
    const buoy = new RunningBuoy(program, args, await freePort());
    try {
      await buoy.page();
      return buoy;
    } catch (error) {
      await buoy.kill();
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  printed(): string {
    return this.#printed;
  }

  /** The page of the one window, once its bridge is there. */
  async page(): Promise<DevtoolsPage> {
    await this.until('Buoy shows its page', async () => {
      const [target] = await openPages(this.#port);
      if (target === undefined) return false;
      this.#page?.detach();
      this.#page = await DevtoolsPage.attach(target);
      return this.#page.run<boolean>("return document.readyState === 'complete' && typeof window.buoy === 'object'");
    });
    return this.#page as DevtoolsPage;
  }

  async windowCount(): Promise<number> {
    return (await openPages(this.#port)).length;
  }

  /** Destroys the window without asking it, as when its page ended. */
  async destroyWindow(): Promise<void> {
    const [target] = await openPages(this.#port);
    if (target === undefined) throw new Error('There is no window');
    await destroyPage(this.#port, target);
    await this.until('the window is gone', async () => (await this.windowCount()) === 0);
  }

  /** Starts the same program once more, as a person would. Resolves to that process's exit code; `null`: it did not end. */
  async startAgain(): Promise<number | null> {
    const { command, args, env } = this.#program;
    const second = spawn(command, args, { env, stdio: 'ignore', timeout: patienceMs });
    const [code] = await once(second, 'exit');
    return code as number | null;
  }

  /** Resolves to how the process ended, and to how long that took from now. */
  async end(): Promise<{ code: number | null; tookMs: number }> {
    const fromMs = performance.now();
    const gone = await Promise.race([this.#ended.then((code) => ({ code })), wait(patienceMs, null, { ref: false })]);
    if (gone === null) throw new Error(`Buoy did not end.\n${this.#printed}`);
    return { code: gone.code, tookMs: performance.now() - fromMs };
  }

  /** For a test that failed on the way. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Asks again and again for a minute. A page that goes meanwhile counts as no. */
  async until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
    const deadlineMs = performance.now() + patienceMs;
    while (!(await isTrue().catch(() => false))) {
      const hasEnded = this.#child.exitCode !== null || this.#child.signalCode !== null;
      if (hasEnded || performance.now() > deadlineMs)
        throw new Error(
          `It did not happen that ${what}${hasEnded ? `: Buoy ended with ${this.#child.exitCode}` : ''}.\n${this.#printed}`,
        );
      await wait(100);
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port is free');
  return address.port;
}
