import { readFile } from 'node:fs/promises';
import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('the log of an app flows, is searched and is saved', async ({ start, demo, host }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/resources/apps_list');
  await rowOf(page, 'storefront').click();
  await page.getByRole('region', { name: 'Details of storefront' }).getByRole('button', { name: 'Logs' }).click();

  const log = page.getByRole('log', { name: 'Log of storefront: Run' });
  await expect(log).toContainText('GET /');
  const count = async () => Number(/([\d,]+) lines/.exec(await page.locator('.log-foot').innerText())?.[1]?.replace(',', ''));
  const before = await count();
  demo.advance(30_000);
  await expect.poll(count).toBeGreaterThan(before);
  // The newest line is in view.
  await expect.poll(() => log.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)).toBeLessThan(30);

  await log.press('PageUp');
  await expect(page.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
  await page.getByRole('button', { name: /^Newest/ }).click();
  await expect(page.getByRole('switch', { name: 'Follow' })).toBeChecked();

  await page.keyboard.press('/');
  await page.keyboard.type('post /cart');
  await page.keyboard.press('Enter');
  await expect(page.locator('.log-line.at mark')).toHaveText('POST /cart');
  await page.getByRole('button', { name: 'Only hits' }).click();
  await expect(log).not.toContainText('GET /');

  if (host === 'web') {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save…' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^app-run-.+\.log$/);
    expect(await readFile((await saved.path()) ?? '', 'utf8')).toMatch(/^\w+ \d{4}-\d\d-\d\dT[\d:.]+Z \S/);
  }
});
