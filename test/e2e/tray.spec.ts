import type { Page } from '@playwright/test';
import { connect, expect, goTo, test, tokenOf } from './journey.ts';

const pins = (page: Page) => page.getByRole('region', { name: 'Pinned' }).getByRole('listitem');

test('the tray’s page finds a droplet as one types, opens it, and is back where it was', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/tray');
  await expect(page.getByRole('heading', { name: 'Droplets' })).toBeVisible();
  await page.keyboard.type('web-0');
  const search = page.getByRole('combobox', { name: 'Search everything' });
  await expect(search).toHaveValue('web-0');
  await expect(page.getByRole('option').first()).toContainText('web-01');
  await expect(page.getByRole('option').first().locator('mark')).toHaveText('web-0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'web-02' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Public IPv4/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await expect(page.getByRole('option', { selected: true })).toContainText('web-02');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('pins keep the order that a person gave them, in the tray and on the overview', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  for (const name of ['web-01', 'api-01']) {
    await goTo(page, '#/tray');
    await expect(page.getByRole('combobox')).toBeVisible();
    await page.keyboard.type(name);
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Pin to the tray' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.keyboard.press('Escape');
  }
  await expect(pins(page)).toHaveText([/^web-01/, /^api-01/]);
  await pins(page).first().getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(pins(page)).toHaveText([/^api-01/, /^web-01/]);
  await expect(pins(page).last().getByRole('button')).toBeFocused();
  await goTo(page, '#/overview');
  await expect(page.getByRole('region', { name: 'Pinned' }).getByRole('link')).toHaveText(['api-01', 'web-01']);
  await page.getByRole('button', { name: 'Move or unpin web-01' }).click();
  await page.getByRole('menuitem', { name: /^Move left/ }).click();
  await expect(page.getByRole('region', { name: 'Pinned' }).getByRole('link')).toHaveText(['web-01', 'api-01']);
});
