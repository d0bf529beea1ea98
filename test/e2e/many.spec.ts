import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test.describe('10,000 droplets', () => {
  test.use({ demoOptions: { droplets: 10_000, seed: 3 } });

  test('are listed, scrolled, searched and acted on', async ({ start, demo }) => {
    // Fifty pages are read as a poll and then drawn by a browser on the same machine, which needs time if it is busy.
    test.setTimeout(150_000);
    const { page } = await start();
    await connect(page, tokenOf(demo));
    await goTo(page, '#/droplets');
    const grid = page.getByRole('grid', { name: /9,991 droplets/ });
    await expect(grid).toBeVisible({ timeout: 90_000 });
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await grid.getByRole('row').nth(3).focus();
    await page.keyboard.press('End');
    await expect(grid.locator('[aria-rowindex]').last()).toBeVisible();
    await page.keyboard.press('Home');
    await page.getByRole('searchbox', { name: 'Search droplets' }).fill('web-01');
    await expect(rowOf(page, 'web-01')).toBeVisible();
  });
});

test('two teams are shown side by side and can be viewed one at a time', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo, 0));
  await goTo(page, '#/welcome');
  await connect(page, tokenOf(demo, 1));
  await goTo(page, '#/droplets');
  await expect(page.getByRole('grid', { name: '21 droplets' })).toBeVisible();
  await expect(rowOf(page, 'Tidepool')).toContainText('7 droplets');
  await page.getByRole('button', { name: /Switch team/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /Tidepool/ }).click();
  await expect(page.getByRole('grid', { name: '7 droplets' })).toBeVisible();
});
