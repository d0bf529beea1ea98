import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import type { ControlName, Controls } from './control.ts';
import { type Channel, type ChannelMessage, createChannel } from './ipc/channel.ts';
import { ChromiumPage, type ChromiumPageOptions } from './pages/chromium-page.ts';
import type { PageSpec } from './pages/page-driver.ts';
import type { StandinProfile } from './profile.ts';

const root = resolve(import.meta.dirname, '../..');

/** Chromium's own sandbox cannot start as root. No part of the browser may contact the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  /** The person's home. Settings in it survive from one launch to the next. */
  home: string;
  /** Arguments of the program, such as `--demo`. */
  args?: string[];
  platform?: StandinProfile['platform'];
  profile?: Partial<StandinProfile>;
  env?: Record<string, string>;
  /** A browser to draw in. Default: one is started and closed again. */
  browser?: Browser;
  /** Colour scheme, reduced motion and similar settings of its pages. */
  contextOptions?: BrowserContextOptions;
  /** The built main entry. */
  entry?: string;
}

type Remote<C> = C extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;

/** The running program, as a person, a desktop and a machine see it. */
export type Standin = { [N in ControlName]: Remote<Controls[N]> } & {
  /** The page of the main window or of the popover, once it exists. Rejects after 15 s. */
  page(kind?: 'main' | 'popover'): Promise<Page>;
  /** Resolves once the tray exists, which is after the first view. Rejects after 15 s. */
  untilTray(): Promise<void>;
  /** The program's process. */
  pid(): number;
  /** Resolves to the exit code once the program has ended. */
  ended: Promise<number>;
  /** What pages printed as errors, such as refusals by their policy. */
  consoleErrors(): readonly string[];
  /** What the program printed. */
  output(): string;
  /** Quits. Throws if anything happened that should not: see `defects`. */
  close(): Promise<void>;
};

/** Starts the built program over the stand-in, with Chromium as its windows. Resolves once the program is ready. */
export async function launchStandin(options: LaunchOptions): Promise<Standin> {
  const executablePath = findBrowser();
  const browser =
    options.browser ?? (await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) }));
  const storage = resolve(options.home, '.page-storage.json');
  const context = await browser.newContext({
    ...(existsSync(storage) ? { storageState: storage } : {}),
    ...options.contextOptions,
  });
  const defects: string[] = [];
  const consoleErrors: string[] = [];
  const child = startProgram(options);
  const output = collect(child);
  const started = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<number>();
  const pages = new Map<number, ChromiumPage>();

  const channel: Channel = createChannel(
    (message) => void (child.connected && child.send(message, () => {})),
    (name, args) => {
      if (name === 'started') return started.resolve();
      if (name === 'ended') return void defects.push(...(args[1] as string[]));
      return handlePage(name, args, pages, (spec) => ({
        context,
        spec,
        tell: (id, event, ...given) => channel.call('page', id, event, given),
        onDefect: (what) => defects.push(what),
        onConsoleError: (text) => consoleErrors.push(text),
      }));
    },
  );
  child.on('message', (message) => channel.receive(message as ChannelMessage));
  child.on('exit', (code, signal) => {
    channel.close('the program has ended');
    started.reject(new Error(`The program ended (${signal ?? code}) before it was ready.\n${output()}`));
    ended.resolve(code ?? 1);
  });
  await started.promise;

  const control = controlsOver(channel);
  const own = {
    page: (kind: 'main' | 'popover' = 'main') => findPage(control, pages, kind, output),
    untilTray: async () =>
      void (await until(
        async () => (await control.tray()) ?? undefined,
        () => `No tray came up.\n${output()}`,
      )),
    pid: () => child.pid ?? 0,
    ended: ended.promise,
    output,
    consoleErrors: () => consoleErrors,
    async close() {
      await control.quit().catch(() => {});
      const code = await Promise.race([ended.promise, new Promise<null>((done) => setTimeout(done, 10_000, null))]);
      if (code === null) child.kill('SIGKILL');
      await context.storageState({ path: storage });
      await context.close();
      if (options.browser === undefined) await browser.close();
      if (code === null) defects.push('The program did not end within 10 s');
      else if (code !== 0) defects.push(`The program ended with ${code}`);
      if (defects.length > 0) throw new Error(`${defects.join('\n')}\n${output()}`);
    },
  };
  return new Proxy(own as typeof own & typeof control, {
    get: (target, name) => (name in target ? Reflect.get(target, name) : Reflect.get(control, name)),
  });
}

function startProgram(options: LaunchOptions): ChildProcess {
  const profile = { isPackaged: false, version: '0.1.0', platform: 'linux', ...options.profile, home: options.home };
  if (options.platform !== undefined) profile.platform = options.platform;
  profile.isAgent ??= profile.isPackaged && isPackagedAsAgent();
  return spawn(
    process.execPath,
    [resolve(import.meta.dirname, 'run.ts'), options.entry ?? resolve(root, 'out/electron/index.js'), ...(options.args ?? [])],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // The person's home, by the name that each system has for it.
        HOME: options.home,
        USERPROFILE: options.home,
        APPDATA: resolve(options.home, 'AppData/Roaming'),
        XDG_CONFIG_HOME: resolve(options.home, '.config'),
        // What this machine's own desktop has must not decide what tests see.
        DBUS_SESSION_BUS_ADDRESS: '',
        XDG_RUNTIME_DIR: '',
        XDG_CURRENT_DESKTOP: '',
        ...options.env,
        BUOY_STANDIN: JSON.stringify(profile),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    },
  );
}

/** Whether a packaged Buoy says `LSUIElement` to macOS. */
const isPackagedAsAgent = () => /^ {4}LSUIElement: true$/m.test(readFileSync(resolve(root, 'electron-builder.yml'), 'utf8'));

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000);
    });
  }
  return () => text;
}

function controlsOver(channel: Channel): { [N in ControlName]: Remote<Controls[N]> } {
  return new Proxy({} as { [N in ControlName]: Remote<Controls[N]> }, {
    get: (_target, name) => (name === 'then' ? undefined : (...args: unknown[]) => channel.call(String(name), ...args)),
  });
}

function handlePage(
  name: string,
  args: unknown[],
  pages: Map<number, ChromiumPage>,
  optionsFor: (spec: PageSpec) => ChromiumPageOptions,
): unknown {
  if (name === 'page.open') {
    const spec = args[0] as PageSpec;
    pages.set(spec.id, new ChromiumPage(optionsFor(spec)));
    return null;
  }
  const [id, ...rest] = args as [number, ...never[]];
  const page = pages.get(id);
  if (page === undefined) throw new Error(`There is no page ${id}`);
  if (name === 'page.close') pages.delete(id);
  const method = name.slice('page.'.length) as 'load' | 'send' | 'reply' | 'resize' | 'crash' | 'close';
  return (page[method] as (...given: unknown[]) => Promise<unknown>)(...rest);
}

async function findPage(
  control: Pick<Standin, 'windows' | 'defects'>,
  pages: Map<number, ChromiumPage>,
  kind: 'main' | 'popover',
  output: () => string,
): Promise<Page> {
  const page = await until(
    async () => {
      const window = (await control.windows()).find((each) => each.kind === kind && each.isVisible);
      // After the look at the windows: what a preload said came before its page was painted.
      await refuseBrokenPreload(control, output);
      return window && pages.get(window.contentsId);
    },
    () => `No ${kind} window came up.\n${output()}`,
  );
  return page.page();
}

/** A preload that failed will bring no page up, however long one waits. */
async function refuseBrokenPreload(control: { defects: Remote<Controls['defects']> }, output: () => string): Promise<void> {
  const broken = (await control.defects()).find((defect) => defect.startsWith('preload-error'));
  if (broken !== undefined) throw new Error(`${broken}\n${output()}`);
}

/** Asks again and again, for 15 s at most. */
async function until<T>(ask: () => Promise<T | undefined>, complaint: () => string): Promise<T> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(complaint());
}
