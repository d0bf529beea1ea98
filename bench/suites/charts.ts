import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { fullView } from '../../main/core/view/tables.ts';
import { createViewOf } from '../../main/core/view/view.ts';
import { build } from '../../scripts/build/build.ts';
import { demoDroplets, hostFacts, stateWith } from '../many-droplets.ts';
import { servePage } from '../page-server.ts';
import { median, rowsFor, type Suite } from '../row.ts';

const rounds = 25;
/** Rows that a tall window shows. */
const rows = 40;
const scripts = ['page-script.js', 'chart-script.js'].map((name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
const library = join(dirname(createRequire(import.meta.url).resolve('uplot')), 'uPlot.iife.min.js');

/** What `chart-script.js` adds to the page. */
interface InPage {
  benchCharts: {
    areSparksHeld: boolean;
    draw(hash: string): Promise<{ ms: number; width: number; height: number }>;
    plain(size: { width: number; height: number }): Promise<number>;
    sparks(hash: string): Promise<{ longest: number; longestFrame: number; count: number }>;
  };
}

export const charts: Suite = {
  name: 'charts',
  about:
    'The built page in Chromium: 14 days at a sample a minute in 8 lines beside uPlot alone, and sparks that appear in a list.',
  async run({ say }) {
    await build();
    say('charts: reading droplets');
    const atMs = Date.now();
    const state = stateWith(await demoDroplets(rows), atMs);
    const view = fullView(createViewOf(hostFacts)(state, atMs), 1, atMs);
    const server = await servePage({ charts: { view, items: [] } });
    const executablePath = process.env.BUOY_BROWSER;
    const args = ['--no-sandbox', '--force-prefers-reduced-motion'];
    const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
    try {
      const page = await openPage(browser, server.url);
      const [droplet] = view.tables.droplets;
      say('charts: drawing');
      const drawn = await drawing(page, `#/monitoring/charts/droplet/cpu-modes/things/${droplet?.key}`);
      say('charts: sparks');
      const sparks = await appearing(page);
      return [
        rowsFor('charts', '20,160 samples in 8 lines')('until they are drawn', drawn.ms, 'ms', 'uPlot alone', drawn.plainMs),
        rowsFor('charts', `${sparks.count} sparks appear`)('longest task', sparks.longest, 'ms'),
        rowsFor('charts', `${sparks.count} sparks appear`)('longest frame', sparks.longestFrame, 'ms'),
      ];
    } finally {
      await browser.close();
      server.close();
    }
  },
};

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1300 }, bypassCSP: true });
  const page = await context.newPage();
  for (const content of scripts) await page.addInitScript({ content });
  await page.goto(`${url}?data=charts#/overview`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.addScriptTag({ path: library });
  return page;
}

/** Both in turns, so that other work of the machine affects both. The first round loads code. */
async function drawing(page: Page, hash: string): Promise<{ ms: number; plainMs: number }> {
  const times = { buoy: [] as number[], plain: [] as number[] };
  for (let round = -2; round < rounds; round += 1) {
    const { ms, ...size } = await page.evaluate((to) => (globalThis as unknown as InPage).benchCharts.draw(to), hash);
    const plainMs = await page.evaluate((given) => (globalThis as unknown as InPage).benchCharts.plain(given), size);
    if (round < 0) continue;
    times.buoy.push(ms);
    times.plain.push(plainMs);
  }
  return { ms: median(times.buoy), plainMs: median(times.plain) };
}

async function appearing(page: Page) {
  await page.evaluate(() => {
    (globalThis as unknown as InPage).benchCharts.areSparksHeld = true;
  });
  return page.evaluate(() => (globalThis as unknown as InPage).benchCharts.sparks('#/droplets'));
}
