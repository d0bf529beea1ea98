import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('a check that is down stands first, opens by keyboard, and is paused from its row', async ({ start, demo }) => {
  demo.elsewhere.setCheck('api.example.com', 'DOWN');
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/monitoring');
  const down = rowOf(page, 'api.example.com does not answer');
  await expect(down).toContainText('seen from', { timeout: 20_000 });
  const check = rowOf(page, 'api.example.com down since');
  await expect(check.getByRole('img')).toHaveAttribute('aria-label', /^Seen on \d+ days? of the last 30/);

  await down.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'api.example.com' })).toBeVisible();
  await goTo(page, '#/monitoring');

  await rowOf(page, 'api.example.com down since').focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Pause' }).press('Enter');
  // It is read again at once, and then nothing of it needs a person.
  await expect(rowOf(page, 'api.example.com paused')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Snooze 1 h: api.example.com does not answer' })).toHaveCount(0);
  await expect(rowOf(page, 'CPU above 80 % for 5 min, worker-01 and worker-02')).toContainText('Workers hot');
});
