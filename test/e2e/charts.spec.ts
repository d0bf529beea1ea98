import { readFileSync } from 'node:fs';
import { axeViolations } from '../doubles/web/axe-violations.ts';
import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('the chart of a droplet is read by keyboard, over another range, and saved as CSV', async ({ start, demo, host }) => {
  const { page } = await start({
    context: { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] },
  });
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await rowOf(page, 'worker-02').click();
  const panel = page.getByRole('region', { name: 'Droplet worker-02' });
  await panel.getByRole('button', { name: /^CPU \d/ }).press('Enter');
  const chart = panel.getByRole('region', { name: 'CPU of worker-02' });
  const slider = chart.getByRole('slider');
  await expect(slider).toHaveAccessibleName(/^CPU of worker-02, the last 6 hours: now \d+ %/);
  await expect(chart.locator('[data-drawn]')).toBeVisible();
  await slider.focus();
  await page.keyboard.press('Home');
  const first = await slider.getAttribute('aria-valuetext');
  expect(first).toMatch(/^(yesterday )?\d\d:\d\d: \d+(\.\d)? %$/);
  await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', first ?? '');
  await page.keyboard.press('+');
  await expect(chart.getByRole('button', { name: 'Show all of it again' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeVisible();
  await expect(chart.getByRole('button', { name: 'Show all of it again' })).toHaveCount(0);

  await panel.getByRole('radio', { name: '1 h' }).check({ force: true });
  await expect(slider).toHaveAccessibleName(/the last hour/);
  await chart.getByRole('button', { name: 'Copy or save CPU of worker-02' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Copy as PNG' }).click();
  await expect(page.getByText('Copied CPU of worker-02 as PNG').first()).toBeVisible();
  if (host === 'web') {
    await chart.getByRole('button', { name: 'Copy or save CPU of worker-02' }).press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as CSV…' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('cpu-of-worker-02.csv');
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^time,used \(percent\)\r\n\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z,\d/);
    expect(await axeViolations(page)).toEqual([]);
  }

  await goTo(page, '#/monitoring/charts/droplet/load/tag/web');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['web-01', 'web-02', 'web-03']);
  await expect(page.locator('[data-drawn]')).toHaveCount(3);
});
