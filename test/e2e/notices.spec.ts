import { connect, expect, goTo, test, tokenOf } from './journey.ts';

test('a notice of a droplet that is down is snoozed, and powers it on, from the list by keyboard', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  demo.elsewhere.goDown('web-01');
  await goTo(page, '#/activity/notices');
  const still = page.getByRole('region', { name: 'Still true' });
  const line = still.getByRole('listitem').filter({ hasText: 'web-01 is down' });
  const refresh = page.getByRole('button', { name: /^Refresh/ });
  await expect(async () => {
    await refresh.click();
    await expect(line).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });

  await line.getByRole('button', { name: 'Snooze 1 h: web-01 is down' }).press('Enter');
  await expect(line).toContainText(/snoozed until/);
  await line.getByRole('button', { name: 'End snooze: web-01 is down' }).press('Enter');
  await expect(line).not.toContainText(/snoozed until/);

  await line.getByRole('button', { name: 'Power on: web-01 is down' }).press('Enter');
  await expect(line).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('web-01 is back', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Mark all read' }).press('Enter');
  await expect(page.getByText(/^\d+ new$/)).toHaveCount(0);
});
