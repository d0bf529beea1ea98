import { readFile } from 'node:fs/promises';
import { expect, test } from './journey.ts';

test('the bill is opened, two of its months are compared, and its payments are saved', async ({ start, host }) => {
  test.skip(host !== 'web', 'the page is the same on every host, and the stand-in saves files elsewhere');
  const { page } = await start({ account: 'demo', context: { reducedMotion: 'reduce' } });
  await page.getByRole('link', { name: 'Billing' }).click();
  // The demo comes with days that Buoy would have seen.
  await expect(page.getByText(/as Buoy saw it/)).toBeVisible();

  await page.getByRole('radio', { name: 'Invoices' }).check({ force: true });
  const compared = page.getByRole('region', { name: /^Compare two months/ });
  await expect(compared.getByText(/against \w+, 3 teams together$/)).toBeVisible();
  await expect(compared.getByRole('row').nth(1)).toContainText('Droplets');

  await page.getByRole('radio', { name: 'Payments' }).check({ force: true });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^payments-until-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('Date,Team,Kind,What,Amount (USD)');
  expect(lines[1]).toMatch(/^\d{4}-\d{2}-\d{2},[\w ]+,Payment,Payment \(Visa 0000\),"-\d+\.\d{2}"$/);
});
