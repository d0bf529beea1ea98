import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { build } from '../../../scripts/build/build.ts';
import { findBrowser } from '../../../scripts/setup/browser.mjs';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { chromiumFlags, type LaunchOptions, launchStandin, type Standin } from '../../standin/launch.ts';

const executablePath = findBrowser();

/** Why nothing can be drawn here; `null`: this machine has a browser to draw in. */
export const noBrowser = executablePath === null ? 'no browser could be found' : null;

export interface WithBuoy {
  /** Starts Buoy for one test. It must end cleanly, whatever the test found. */
  (options: Partial<LaunchOptions>, run: (buoy: Standin) => Promise<void>): Promise<void>;
  /** Starts Buoy, which may not come up. Whoever calls it closes it. */
  launch(options: Partial<LaunchOptions>): Promise<Standin>;
}

/** The built bundles over the stand-in, in one browser for all tests of the surrounding `describe`. */
export function builtBuoy(): WithBuoy {
  let browser: Browser;
  beforeAll(async () => {
    await build();
    browser = await chromium.launch({ args: chromiumFlags, executablePath: executablePath ?? '' });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  const launch = (options: Partial<LaunchOptions>) => launchStandin({ home: temporaryFolder(), browser, ...options });

  async function withBuoy(options: Partial<LaunchOptions>, run: (buoy: Standin) => Promise<void>): Promise<void> {
    const buoy = await launch(options);
    let problem: unknown;
    try {
      await buoy.untilTray();
      await run(buoy);
    } catch (error) {
      problem = error;
    }
    await buoy.close().catch((error) => {
      problem ??= error;
    });
    if (problem !== undefined) throw problem;
  }

  return Object.assign(withBuoy, { launch });
}
