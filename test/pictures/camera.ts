import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import { axeViolations } from '../doubles/web/axe-violations.ts';
import { servePictures } from './serve.ts';

export interface Shot {
  name: string;
  /** The invented view that the page shows. */
  scene: string;
  hash: string;
  /** Brings the page into the wanted state. */
  act?: (page: Page) => Promise<void>;
  /** Widths of the pictures. Default: wide and narrow. */
  sizes?: readonly Size[];
}

const sizes = {
  wide: { width: 1200, height: 800 },
  narrow: { width: 420, height: 640 },
  tray: { width: 360, height: 640 },
  /** The smallest window, and the usual one at 200 %. */
  smallest: { width: 360, height: 480 },
  zoomed: { width: 600, height: 400 },
} as const;

export type Size = keyof typeof sizes;
type Theme = 'light' | 'dark';

/**
 * Takes the pictures that the command line asks for (`[folder] [--only word,word] [--theme light|dark]`). Also collects what
 * axe finds and what the policy refuses. Exit code 1 if a page has a problem.
 */
export async function takePictures(shots: readonly Shot[]): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, theme: { type: 'string' } },
  });
  const [folder = join(tmpdir(), 'buoy-pictures')] = positionals;
  const words = values.only?.split(',') ?? [''];
  const themes = (['light', 'dark'] as const).filter((theme) => values.theme === undefined || values.theme === theme);
  mkdirSync(folder, { recursive: true });
  const { url, close } = await servePictures();
  const installed = findBrowser();
  const browser = await chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: ['--no-sandbox', '--disable-quic'],
  });
  const complaints: string[] = [];
  try {
    for (const shot of shots.filter(({ name }) => words.some((word) => name.startsWith(word))))
      for (const size of shot.sizes ?? (['wide', 'narrow'] as const))
        for (const theme of themes) complaints.push(...(await take(browser, { url, folder, shot, size, theme })));
  } finally {
    await browser.close();
    close();
  }
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  process.stdout.write(`${complaints.length} complaints, pictures in ${folder}\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

/** One picture, and the problems that the page reported. */
async function take(
  browser: Browser,
  { url, folder, shot, size, theme }: { url: string; folder: string; shot: Shot; size: Size; theme: Theme },
): Promise<string[]> {
  const complaints: string[] = [];
  const context = await browser.newContext({ viewport: sizes[size], colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}?scene=${shot.scene}${shot.hash}`);
  await page.locator('main, [role=dialog]').first().waitFor();
  await page.waitForTimeout(450);
  try {
    await shot.act?.(page);
  } catch (error) {
    complaints.push(error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error));
  }
  await page.waitForTimeout(200);
  const name = `${shot.name}-${size}-${theme}`;
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  if (scrollWidth > clientWidth) complaints.push(`is ${scrollWidth - clientWidth} px too wide`);
  complaints.push(...(await axeViolations(page)).map((violation) => `axe ${violation}`));
  await context.close();
  return complaints.map((complaint) => `${name}: ${complaint}`);
}
