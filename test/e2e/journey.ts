import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { type DemoOptions, type DemoServer, startDemo } from '../../main/demo/server.ts';
import type { JourneyOptions } from '../../playwright.config.ts';
import { firstRunWords } from '../../renderer/words/settings.ts';
import { installedElectron, whyNoElectron } from '../../scripts/launch/electron-runtime.ts';
import { startWebHost } from '../doubles/web/web-host.ts';
import { launchStandin, type Standin } from '../standin/launch.ts';

const root = resolve(import.meta.dirname, '../..');

/** Buoy as a person runs it, on the host that the journey is for. */
export interface RunningBuoy {
  page: Page;
  /** The stand-in's desktop; `null` if Buoy runs in a browser. */
  desktop: Standin | null;
  /** Quits Buoy and starts it again with the same home. */
  restart(): Promise<void>;
  /** Quits Buoy before the end of the journey, which would quit it too. */
  end(): Promise<void>;
}

export interface StartOptions {
  /** `own` needs a token, as with `npm start`. `demo` opens the demo account, as with `npm run demo`. */
  account?: 'own' | 'demo';
  env?: NodeJS.ProcessEnv;
  isKeychainUsed?: boolean;
  context?: BrowserContextOptions;
}

interface Fixtures {
  /** A demo account of the test's own, whose faults the test controls. Actions take a tenth of their usual time. */
  demo: DemoServer;
  demoOptions: DemoOptions;
  start: (options?: StartOptions) => Promise<RunningBuoy>;
}

interface Host {
  page: Page;
  desktop: Standin | null;
  close(): Promise<void>;
}

export const test = base.extend<Fixtures & JourneyOptions>({
  host: ['web', { option: true }],
  demoOptions: [{}, { option: true }],

  demo: async ({ demoOptions }, use) => {
    const demo = await startDemo({ seed: 7, speed: 10, actionErrorRate: 0, ...demoOptions });
    await use(demo);
    await demo.close();
  },

  start: async ({ host, demo, browser, contextOptions }, use) => {
    const executable = host === 'electron' ? installedElectron() : null;
    const missing = whyNoElectron(process) ?? (executable === null ? 'its runtime is not installed.' : null);
    test.skip(host === 'electron' && missing !== null, `Electron cannot run here: ${missing}`);
    const home = mkdtempSync(join(tmpdir(), 'buoy-journey-'));
    const running: Host[] = [];
    const open = async (options: StartOptions): Promise<Host> => {
      const args = options.account === 'demo' ? ['--demo'] : [`--base-url=${demo.baseUrl}`];
      const context = { ...contextOptions, ...options.context };
      const openers = { web: openWeb, standin: openStandin, electron: openElectron };
      const opened = await openers[host](options, args, context);
      running.push(opened);
      return opened;
    };
    const openWeb = async (options: StartOptions, args: string[], context: BrowserContextOptions): Promise<Host> => {
      const web = await startWebHost({ home, args, env: options.env ?? {}, isKeychainUsed: options.isKeychainUsed ?? false });
      const pages = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...context });
      const page = await pages.newPage();
      await page.goto(web.url);
      const close = async () => {
        await pages.close();
        await web.stop();
      };
      return { page, desktop: null, close };
    };
    const openStandin = async (options: StartOptions, args: string[], context: BrowserContextOptions): Promise<Host> => {
      const vault = options.isKeychainUsed ? [] : ['--no-keychain'];
      const desktop = await launchStandin({
        home,
        args: [...args, ...vault],
        browser,
        contextOptions: { viewport: { width: 1200, height: 800 }, ...context },
        env: (options.env ?? {}) as Record<string, string>,
      });
      return { page: await desktop.page(), desktop, close: () => desktop.close() };
    };

    const openElectron = async (options: StartOptions, args: string[]): Promise<Host> => {
      const vault = options.isKeychainUsed ? [] : ['--no-keychain'];
      const electron = await _electron.launch({
        executablePath: executable ?? '',
        // Another program's window may lie on top of it, and a page that is covered stops.
        args: ['--disable-backgrounding-occluded-windows', root, ...args, ...vault],
        env: { ...(process.env as Record<string, string>), ...(options.env as Record<string, string>), BUOY_HOME: home },
      });
      return { page: await electron.firstWindow(), desktop: null, close: () => electron.close() };
    };

    await use(async (options = {}) => {
      let current = await open(options);
      const end = async () => {
        running.splice(running.indexOf(current), 1);
        await current.close();
      };
      return {
        get page() {
          return current.page;
        },
        get desktop() {
          return current.desktop;
        },
        end,
        async restart() {
          await end();
          current = await open(options);
        },
      };
    });
    for (const one of running) await one.close();
    // On Windows, Electron's processes let go of their files a while after the first has ended.
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  },
});

export { expect };

/** Pastes a token at the first run and waits until the connection works. */
export async function connect(page: Page, token: string): Promise<void> {
  await page.getByPlaceholder(firstRunWords.tokenPlaceholder).fill(token);
  await page.getByRole('button', { name: firstRunWords.connect }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

/** Token of a team of the demo account, by the number of the team. */
export function tokenOf(demo: DemoServer, index = 0): string {
  const token = demo.tokens[index]?.token;
  if (token === undefined) throw new Error(`The demo account has no team ${index}`);
  return token;
}

/** Opens a view by its address, as a link would. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** The row of a list that contains this text. */
export const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first();
