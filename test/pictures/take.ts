import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { servePictures } from './serve.ts';

/**
 * Takes pictures of every screen, light and dark, wide and narrow, and looks for what axe finds and what the policy refuses.
 * `node test/pictures/take.ts [folder] [--only word] [--theme light|dark]`; exit 1 when a page complains.
 */
interface Shot {
  name: string;
  scene: string;
  hash: string;
  /** Brings the page into the state that is wanted. */
  act?: (page: Page) => Promise<void>;
  sizes?: (keyof typeof sizes)[];
}

const sizes = {
  wide: { width: 1200, height: 800 },
  narrow: { width: 420, height: 640 },
  tray: { width: 360, height: 660 },
  /** The smallest window, and the usual one at 200 %. */
  smallest: { width: 360, height: 480 },
  zoomed: { width: 600, height: 400 },
} as const;

type Size = keyof typeof sizes;
const usualSizes: Size[] = ['wide', 'narrow'];
const everySize: Size[] = [...usualSizes, 'smallest', 'zoomed'];

const shots: Shot[] = [
  { name: 'overview', scene: 'full', hash: '#/overview', sizes: everySize },
  { name: 'overview-bare', scene: 'bare', hash: '#/overview' },
  { name: 'droplets', scene: 'full', hash: '#/droplets', sizes: everySize },
  {
    name: 'droplets-selected',
    scene: 'full',
    hash: '#/droplets',
    act: async (page) => {
      const row = page.getByRole('row', { name: /api-02/ });
      await row.focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'droplets-columns',
    scene: 'full',
    hash: '#/droplets',
    act: async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.keyboard.press('ArrowDown');
    },
  },
  { name: 'droplets-many', scene: 'many', hash: '#/droplets', sizes: ['wide'] },
  { name: 'droplets-offline', scene: 'offline', hash: '#/droplets' },
  { name: 'droplets-failing', scene: 'failing', hash: '#/droplets' },
  { name: 'droplets-loading', scene: 'loading', hash: '#/droplets' },
  { name: 'droplets-broken', scene: 'broken', hash: '#/droplets' },
  { name: 'droplets-bare', scene: 'bare', hash: '#/droplets' },
  { name: 'droplet', scene: 'full', hash: '#/droplets/hw:387100409', sizes: everySize },
  { name: 'droplet-down', scene: 'full', hash: '#/droplets/hw:387100404' },
  { name: 'droplet-busy', scene: 'full', hash: '#/droplets/hw:387100410' },
  {
    name: 'droplet-menu',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: (page) => page.getByRole('button', { name: 'More actions' }).click(),
  },
  {
    name: 'confirm',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: async (page) => {
      await page.getByRole('button', { name: /Power cycle/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'destroy',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: async (page) => {
      await page.getByRole('button', { name: /Destroy/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('web-01');
    },
  },
  {
    name: 'rename',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: (page) => page.getByRole('button', { name: /Rename/ }).click(),
  },
  { name: 'activity', scene: 'full', hash: '#/activity', sizes: everySize },
  { name: 'activity-failed', scene: 'full', hash: '#/activity/tp:889' },
  { name: 'activity-bare', scene: 'bare', hash: '#/activity' },
  { name: 'notices', scene: 'full', hash: '#/activity/notices' },
  { name: 'monitoring', scene: 'full', hash: '#/monitoring' },
  { name: 'billing', scene: 'full', hash: '#/billing', sizes: everySize },
  { name: 'billing-refused', scene: 'broken', hash: '#/billing' },
  { name: 'settings', scene: 'full', hash: '#/settings', sizes: everySize },
  { name: 'settings-notices', scene: 'full', hash: '#/settings/notices' },
  { name: 'settings-system', scene: 'full', hash: '#/settings/about' },
  { name: 'settings-failing', scene: 'failing', hash: '#/settings' },
  { name: 'welcome', scene: 'first', hash: '#/overview', sizes: everySize },
  {
    name: 'welcome-wrong',
    scene: 'first',
    hash: '#/overview',
    act: (page) => page.locator('input[type=password]').fill('ghp_0123456789'),
  },
  {
    name: 'welcome-vault',
    scene: 'first',
    hash: '#/overview',
    act: async (page) => {
      await page.evaluate(() => {
        const fake = (window as unknown as { fake: { answerWith: (answer: unknown) => void } }).fake;
        fake.answerWith(() => ({
          ok: false,
          failure: {
            kind: 'vault-locked',
            message: 'Your keyring is locked. The token works, but was not kept.',
            nextStep: 'Unlock your keyring and try again, or keep the token for this run only.',
          },
        }));
      });
      await page.locator('input[type=password]').fill(`dop_v1_${'0123456789abcdef'.repeat(4)}`);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
    },
  },
  {
    name: 'palette',
    scene: 'full',
    hash: '#/overview',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('web');
    },
  },
  {
    name: 'palette-inside',
    scene: 'full',
    hash: '#/overview',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('web-01');
      await page.keyboard.press('Tab');
    },
  },
  { name: 'shortcuts', scene: 'full', hash: '#/overview', act: (page) => page.keyboard.press('?') },
  {
    name: 'toasts',
    scene: 'full',
    hash: '#/billing',
    act: async (page) => {
      await page.evaluate(() => {
        const fake = (window as unknown as { fake: { answerWith: (answer: unknown) => void } }).fake;
        const answers: unknown[] = [
          { ok: true, value: { status: 'started', message: 'Rebooting web-02', actionKeys: ['hw:903'], failures: [] } },
          { ok: true, value: { status: 'done', message: 'Up to date' } },
          {
            ok: false,
            failure: {
              kind: 'outcome-unknown',
              message: 'No answer to “Reboot web-03”',
              nextStep: 'It may have started. Buoy is checking the droplet.',
            },
          },
        ];
        fake.answerWith(() => answers.shift());
      });
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('r');
    },
  },
  { name: 'tray', scene: 'full', hash: '#/tray', sizes: ['tray', 'wide'] },
  {
    name: 'tray-open',
    scene: 'full',
    hash: '#/tray',
    sizes: ['tray'],
    act: (page) => page.getByRole('button', { name: /web-01/ }).click(),
  },
  { name: 'tray-offline', scene: 'offline', hash: '#/tray', sizes: ['tray'] },
];

const complaints: string[] = [];

const take = async (
  browser: Browser,
  url: string,
  folder: string,
  shot: Shot,
  size: keyof typeof sizes,
  theme: 'light' | 'dark',
) => {
  const name = `${shot.name}-${size}-${theme}`;
  const context = await browser.newContext({ viewport: sizes[size], colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${name}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  await page.goto(`${url}?scene=${shot.scene}${shot.hash}`);
  await page.locator('main, [role=dialog]').first().waitFor();
  await page.waitForTimeout(450);
  try {
    await shot.act?.(page);
  } catch (error) {
    complaints.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  if (scrollWidth > clientWidth) complaints.push(`${name}: is ${scrollWidth - clientWidth} px too wide`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations)
    complaints.push(
      `${name}: axe ${id}: ${nodes
        .map((node) => node.html.slice(0, 140))
        .slice(0, 3)
        .join(' | ')}`,
    );
  await context.close();
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, theme: { type: 'string' } },
});
const [folder = '/tmp/buoy-pictures'] = positionals;
const themes = (['light', 'dark'] as const).filter((theme) => values.theme === undefined || values.theme === theme);
const wanted = shots.filter(
  ({ name }) => values.only === undefined || values.only.split(',').some((word) => name.startsWith(word)),
);
mkdirSync(folder, { recursive: true });
const { url, close } = await servePictures();
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const browser = await chromium.launch({
  ...(installed ? { executablePath: installed } : {}),
  args: ['--no-sandbox', '--disable-quic'],
});
try {
  for (const shot of wanted)
    for (const size of shot.sizes ?? usualSizes) for (const theme of themes) await take(browser, url, folder, shot, size, theme);
} finally {
  await browser.close();
  close();
}
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.stdout.write(`${complaints.length} complaints, pictures in ${folder}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
