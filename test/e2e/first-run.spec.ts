import { firstRunWords, tokenShapeWords } from '../../renderer/words/settings.ts';
import { connect, expect, rowOf, test, tokenOf } from './journey.ts';

test('a newcomer looks around on the demo account without a token', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('heading', { name: firstRunWords.title })).toBeVisible();
  await page.getByRole('button', { name: firstRunWords.demo }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page
    .getByRole('link', { name: /^Droplets/ })
    .first()
    .click();
  await expect(page.getByRole('grid', { name: '23 droplets' })).toBeVisible();
  await expect(rowOf(page, 'Harbour Works')).toContainText('14 droplets');
});

test('npm run demo opens on the demo account at once', async ({ start }) => {
  const { page } = await start({ account: 'demo' });
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByText('Harbour Works').first()).toBeVisible();
});

test('a token that works shows its team, and the field never shows the token', async ({ start, demo }) => {
  const { page } = await start();
  await expect(page.getByPlaceholder(firstRunWords.tokenPlaceholder)).toHaveAttribute('type', 'password');
  await connect(page, tokenOf(demo));
  await page
    .getByRole('link', { name: /^Droplets/ })
    .first()
    .click();
  await expect(page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
  expect(await page.content()).not.toContain(tokenOf(demo));
});

test('a token of the wrong shape is refused before anything is sent', async ({ start, demo }) => {
  const { page } = await start();
  const field = page.getByPlaceholder(firstRunWords.tokenPlaceholder);
  await field.fill('not-a-token');
  await page.getByRole('button', { name: firstRunWords.connect }).click();
  await expect(page.getByText(tokenShapeWords['wrong-prefix']({ length: 0, prefix: '', invisibleAt: 0 }))).toBeVisible();
  await field.fill(`dor_v1_${'a'.repeat(64)}`);
  await expect(page.getByText(tokenShapeWords.refresh({ length: 0, prefix: '', invisibleAt: 0 }))).toBeVisible();
  await field.fill(`dop_v1_${'a'.repeat(40)}`);
  await expect(page.getByText(tokenShapeWords['too-short']({ length: 47, prefix: '', invisibleAt: 0 }))).toBeVisible();
  expect(demo.stats().requests).toBe(0);
});

test('the person sees that DigitalOcean refuses a token, and it is not kept', async ({ start }) => {
  const { page } = await start();
  await page.getByPlaceholder(firstRunWords.tokenPlaceholder).fill(`dop_v1_${'0'.repeat(64)}`);
  await page.getByRole('button', { name: firstRunWords.connect }).click();
  await expect(page.getByText('DigitalOcean does not accept this token.')).toBeVisible();
  await expect(page.getByRole('heading', { name: firstRunWords.title })).toBeVisible();
});

test('without a network the token is not kept, and the second try works', async ({ start, demo }) => {
  const { page } = await start();
  await demo.faults.offline();
  await page.getByPlaceholder(firstRunWords.tokenPlaceholder).fill(tokenOf(demo));
  await page.getByRole('button', { name: firstRunWords.connect }).click();
  await expect(page.getByText('The token was not checked and not saved')).toBeVisible({ timeout: 20_000 });
  await demo.faults.online();
  await connect(page, tokenOf(demo));
});
