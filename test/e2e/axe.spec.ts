import { axeViolations } from '../doubles/web/axe-violations.ts';
import { expect, goTo, rowOf, test } from './journey.ts';

const screens = [
  '#/overview',
  '#/droplets',
  '#/resources/volumes_list',
  '#/activity',
  '#/activity/notices',
  '#/monitoring',
  '#/billing',
  '#/billing/costs',
  '#/billing/invoices',
  '#/billing/payments',
  '#/coming-up',
  '#/operations',
  '#/operations/droplets_create',
  '#/settings',
  '#/tray',
  '#/welcome',
] as const;

test('axe finds nothing on any screen, light and dark', async ({ start, host }) => {
  // Fifteen screens and a few states, one after the other, each checked completely.
  test.setTimeout(150_000);
  test.skip(host !== 'web', 'the page is the same on every host, so it is checked on one');
  // A toast that fades in while axe looks has no contrast yet.
  const { page } = await start({ account: 'demo', context: { colorScheme: 'light', reducedMotion: 'reduce' } });
  await expect(page.getByText('Harbour Works').first()).toBeVisible();
  const check = async (what: string) => {
    await page.waitForTimeout(400);
    expect(await axeViolations(page), what).toEqual([]);
    // The dark one has the same elements in other colours.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(page, { rules: ['color-contrast'] }), `${what}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  };
  for (const screen of screens) {
    await goTo(page, screen);
    await check(screen);
  }
  await goTo(page, '#/resources/volumes_list');
  await page.getByRole('checkbox', { name: 'Select web-assets' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('new-tag');
  await check('a selection, and the question before a job on it');
  await page.keyboard.press('Escape');
  await goTo(page, '#/resources/apps_list');
  await rowOf(page, 'storefront').click();
  await page.getByRole('button', { name: 'Logs' }).click();
  await page.getByRole('log').getByText('GET /').first().waitFor();
  await check('a log');
  await goTo(page, '#/resources/genai_list_knowledge_bases');
  await rowOf(page, 'handbook').click();
  await page.getByRole('button', { name: 'Add source…' }).first().click();
  await page.getByRole('dialog').getByText('Files of yours').click();
  await page
    .getByLabel('Choose files…')
    .setInputFiles({ name: 'tides.md', mimeType: 'text/markdown', buffer: Buffer.from('# Tides') });
  await page.getByRole('button', { name: 'Take out tides.md' }).waitFor();
  await check('files that are chosen for a job');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/tides\.md is a source of handbook/).first()).toBeVisible();
  await goTo(page, '#/tray');
  await page.getByText('Harbour Works').first().waitFor();
  await page.keyboard.type('web-01');
  await check('the search of the tray');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Power cycle…/ }).click();
  await page.getByRole('form').waitFor();
  await check('a question in the tray');
  await goTo(page, '#/resources/apps_list');
  await rowOf(page, 'storefront').click();
  await page.getByRole('button', { name: 'Pin to the tray' }).click();
  await goTo(page, '#/tray');
  await page
    .getByRole('region', { name: 'Pinned' })
    .getByRole('button', { name: /^storefront/ })
    .click();
  await check('a pinned thing in the tray');
  await goTo(page, '#/overview');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('storefront');
  await page
    .getByRole('option', { name: /^Redeploy storefront/ })
    .first()
    .waitFor();
  await check('the palette');
});
