import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { build } from '../../../scripts/build/build.ts';
import { findBrowser } from '../../../scripts/setup/browser.mjs';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { chromiumFlags, type LaunchOptions, launchStandin, type Standin } from '../../standin/launch.ts';

const executablePath = findBrowser();

/** Why nothing can be drawn here; `null`: this machine has a browser to draw in. */
export const noBrowser = executablePath === null ? 'no browser could be found' : null;

/** Starts Buoy for one test. It must end cleanly, whatever the test found. */
export type WithBuoy = (options: Partial<LaunchOptions>, run: (buoy: Standin) => Promise<void>) => Promise<void>;

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

  return async (options, run) => {
    const buoy = await launchStandin({ home: temporaryFolder(), browser, ...options });
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
  };
}
