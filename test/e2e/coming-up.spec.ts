import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { expect, goTo, test } from './journey.ts';

test('what is coming up is listed with the job that deals with it, and saved as a calendar', async ({ start, host }) => {
  test.skip(host !== 'web', 'the page is the same on every host, and the stand-in saves files elsewhere');
  const { page } = await start({ account: 'demo', context: { reducedMotion: 'reduce' } });
  await page.getByRole('link', { name: 'All that is coming up' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Certificate partners ends' });
  await expect(line.getByText(/^in 1[12] days$/)).toBeVisible();

  await line.getByRole('button', { name: /^Replace…/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Nothing shows it, so nothing changes for visitors.');
  await page.keyboard.press('Escape');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as calendar…' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('coming-up.ics');
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await file.path(), 'utf8')));
  const summaries = calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('summary'));
  expect(summaries).toContain('Certificate partners ends');

  // The day that a token ends is the person's to say, and stands in the list then.
  await goTo(page, '#/settings/connections');
  await page.getByRole('button', { name: 'More for Harbour Works' }).click();
  await page.getByRole('menuitem', { name: 'Token ends on…' }).click();
  const inAWeek = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Last day').fill(inAWeek);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await goTo(page, '#/coming-up');
  await expect(page.getByRole('link', { name: 'Token of Harbour Works ends' })).toBeVisible();
});
