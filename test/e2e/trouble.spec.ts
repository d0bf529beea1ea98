import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

const refresh = 'Refresh';

test('without a network old data stays, with its age, and is refreshed afterwards', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await expect(page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
  await demo.faults.offline();
  await page.getByRole('button', { name: refresh, exact: true }).click();
  await expect(page.getByText(/refused the connection|could not be read/i).first()).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(page, 'web-01')).toBeVisible();
  await demo.faults.online();
  await page.getByRole('button', { name: /^Refresh/ }).click();
  await expect(page.getByText(/could not be read/i)).toHaveCount(0, { timeout: 30_000 });
});

test('a throttle caused by others is shown with its end', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await expect(page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
  demo.faults.add({ path: '/v2/' }, { kind: 'status', status: 429, retryAfterSeconds: 120 }, 'always');
  await page.getByRole('button', { name: refresh, exact: true }).click();
  await expect(page.getByText(/DigitalOcean throttles this token until .*\d\d:\d\d/).first()).toBeVisible({ timeout: 20_000 });
  await expect(rowOf(page, 'web-01')).toBeVisible();
});

test('a revoked token is reported, its data stays, and a new token is accepted', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await expect(page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
  demo.faults.revoke(tokenOf(demo));
  await page.getByRole('button', { name: refresh, exact: true }).click();
  await expect(page.getByText(/refuses the token of Harbour Works/).first()).toBeVisible({ timeout: 20_000 });
  await expect(rowOf(page, 'web-01')).toBeVisible();
});

test('server errors name the status and the request', async ({ start, demo }) => {
  const { page } = await start();
  demo.faults.add({ operation: 'droplets_list' }, { kind: 'status', status: 500 }, 'always');
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await expect(page.getByText(/500/).first()).toBeVisible({ timeout: 30_000 });
});

test('a failure that stays covers no control, and ends with the next answer', async ({ start, demo, host }) => {
  test.skip(host !== 'web', 'the page is the same on every host, so it is checked on one');
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await expect(page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
  await demo.faults.offline();
  await page.getByRole('button', { name: /^Refresh/ }).click();
  const results = page.getByRole('region', { name: 'Results' }).getByRole('listitem');
  const failure = results.filter({ hasText: /refused the connection|could not be reached/ });
  await expect(failure).toBeVisible({ timeout: 30_000 });

  await rowOf(page, 'web-01').getByRole('checkbox').check();
  for (const button of await page.getByRole('toolbar').getByRole('button').all()) {
    if (await button.isEnabled()) await button.click({ trial: true });
  }
  await page.getByRole('grid').press('End');
  await page.getByRole('row').last().click({ trial: true });
  await goTo(page, '#/operations/droplets_get');
  await page.getByRole('button', { name: /^Send/ }).click({ trial: true });

  await demo.faults.online();
  await goTo(page, '#/droplets');
  await page.getByRole('button', { name: /^Refresh/ }).click();
  await expect(failure).toHaveCount(0, { timeout: 30_000 });
});
