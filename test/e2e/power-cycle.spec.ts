import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('a power cycle from the list asks first, runs, and ends in a notice', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  const search = page.getByRole('searchbox', { name: 'Search droplets' });
  await search.fill('web-01');
  await rowOf(page, 'web-01').click();
  await page.getByRole('region', { name: 'Droplet web-01' }).getByRole('button', { name: 'Power cycle…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Power cycle web-01?');
  await expect(dialog).toContainText('Harbour Works');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Power cycle' }).click();
  await expect(rowOf(page, 'web-01')).toContainText('Power cycling');
  await expect(rowOf(page, 'web-01')).toContainText('Active', { timeout: 20_000 });
  await goTo(page, '#/activity/notices');
  await expect(page.getByText('web-01 is back').first()).toBeVisible();
  await goTo(page, '#/activity');
  await expect(rowOf(page, 'web-01')).toContainText('Done');
});

test('a power cycle from the tray ends in a notice', async ({ start, demo }) => {
  const buoy = await start();
  await connect(buoy.page, tokenOf(demo, 2));
  const [droplet] = demo.rows('/v2/droplets', 'Personal').filter((row) => row.status === 'active');
  const name = String(droplet?.name);
  const { desktop } = buoy;
  if (desktop) {
    // The menu has the droplet once the first read of all was answered.
    await expect(() => desktop.chooseTrayLine([name, 'Power cycle'])).toPass({ timeout: 15_000 });
    await expect.poll(async () => (await desktop.dialogs())?.length).toBe(1);
    await desktop.answerDialog({ button: 'Power cycle' });
    await expect
      .poll(async () => (await desktop.notifications())?.map((notice) => notice.title), { timeout: 20_000 })
      .toContain(`${name} is back`);
    await desktop.clickNotification(`${name} is back`);
    await expect(buoy.page).toHaveURL(/#\/(droplets|activity)/);
    return;
  }
  await goTo(buoy.page, '#/tray');
  await buoy.page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await buoy.page.getByRole('button', { name: /^Power cycle…/ }).click();
  const question = buoy.page.getByRole('form', { name: `Power cycle ${name}?` });
  await expect(question).toContainText('Personal');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Power cycle' }).click();
  const actions = buoy.page.getByRole('region', { name: 'Actions' });
  await expect(actions).toContainText(`Power cycling ${name}`);
  await expect(actions).toContainText(new RegExp(`Power cycled ${name} in`), { timeout: 20_000 });
  await goTo(buoy.page, '#/activity/notices');
  await expect(buoy.page.getByText(`${name} is back`).first()).toBeVisible();
});

test('a droplet with a pending event refuses a second action and names the first one', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await page.getByRole('searchbox', { name: 'Search droplets' }).fill('web-01');
  await expect(rowOf(page, 'web-01')).toContainText('Active');
  demo.faults.nextAction('never', 'snapshot');
  demo.elsewhere.startAction('web-01', 'snapshot');
  await rowOf(page, 'web-01').click();
  await page.getByRole('region', { name: 'Droplet web-01' }).getByRole('button', { name: 'Reboot' }).first().click();
  await expect(page.getByText(/snapshot/i).first()).toBeVisible();
  expect(demo.requests().filter((request) => request.operation === 'dropletActions_post' && request.status < 300)).toHaveLength(
    0,
  );
});
