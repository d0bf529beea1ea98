import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { listen } from './heard.ts';
import { hashOf, type Place } from './place.ts';
import { type Account, openStage, type Stage } from './stage.ts';

/** Where a person sits down for one job after another. */
export interface Seat {
  page: Page;
  /** A new account, with that place of it open. */
  open(place: Place): Promise<Account>;
}

/** One page and one server for all the jobs of a worker. */
export const test = base.extend<object, { seat: Seat }>({
  seat: [
    async ({ browser }: { browser: Browser }, use) => {
      const stage = await openStage();
      const context = await browser.newContext({
        viewport: { width: 1200, height: 800 },
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      await listen(page);
      await begin(stage, page);
      await use({ page, open: (place) => open(stage, page, place) });
      await context.close();
      await stage.close();
    },
    { scope: 'worker' },
  ],
});

/** The start address opens a session, which the page keeps for all accounts to come. */
async function begin(stage: Stage, page: Page): Promise<void> {
  await stage.renew();
  await page.goto(stage.startUrl);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

async function open(stage: Stage, page: Page, place: Place): Promise<Account> {
  await page.goto('about:blank');
  const account = await stage.renew();
  await page.goto(`${stage.origin}/${await hashOf(account, place)}`);
  return account;
}

export { expect };
