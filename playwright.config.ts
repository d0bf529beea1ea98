import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/setup/browser.mjs';

const browser = findBrowser();

/** On which host a journey runs: the web host, the built Electron host over the stand-in, or Electron itself. */
export interface JourneyOptions {
  host: 'web' | 'standin' | 'electron';
}

/** The forty jobs, which bring a host of their own: what they show is the core and the page, the same on every host. */
const forty = 'forty/*.spec.ts';

/** What these show is the core and the page, the same on every host, so the host over the stand-in is spared them. */
const ofThePage = [
  'charts',
  'edits',
  'jobs',
  'logs',
  'monitoring',
  'pins',
  'resources',
  'selection',
  'tray',
  'trouble',
  'notices',
].map((name) => `**/${name}.spec.ts`);

/** Each other journey runs on every host; a host that this machine cannot run reports its journeys as skipped, with the reason. */
export default defineConfig<JourneyOptions>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // On macOS windows of one size cover each other, and a page that is covered stops.
  workers: process.platform === 'darwin' ? 1 : 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  use: {
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1200, height: 800 },
    actionTimeout: 10_000,
    // A trace costs more than the journey itself: `npm run e2e -- <journey> --trace on` records one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: browser ? { executablePath: browser } : {},
  },
  projects: [
    { name: 'jobs', testMatch: forty },
    { name: 'web', testIgnore: forty, use: { host: 'web' } },
    { name: 'standin', testIgnore: [forty, ...ofThePage], use: { host: 'standin' } },
    { name: 'electron', testIgnore: forty, use: { host: 'electron' } },
  ],
});
