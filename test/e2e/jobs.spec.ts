import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('the palette finds a job by its verb and its thing, and by Tab on the thing', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/resources/volumes_list');
  await expect(rowOf(page, 'web-assets')).toBeVisible();
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Find or run' });
  await expect(search).toBeFocused();
  await search.pressSequentially('resize web-assets');
  await expect(page.getByRole('option', { name: /Grow…:? ?web-assets|Grow web-assets/ })).toBeVisible();
  await search.press('Enter');
  const grow = page.getByRole('dialog', { name: 'Grow web-assets' });
  await expect(grow.getByRole('spinbutton', { name: 'Size, GiB' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await search.pressSequentially('web-assets');
  await expect(page.getByText('Grow…').or(page.getByText(/Grow/)).first()).toBeVisible();
  await search.press('Tab');
  await search.pressSequentially('detach');
  await search.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Detach web-assets' })).toContainText('web-01 loses it at once');
});

test('the menu of a row offers its jobs, by pointer and by keyboard, and gives the focus back', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/resources/volumes_list');
  await rowOf(page, 'web-assets').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'What you can do with web-assets' });
  await expect(menu.getByRole('menuitem')).toContainText(['Open', 'Copy the id']);
  await expect(menu.getByRole('menuitem', { name: 'Detach…' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(rowOf(page, 'web-assets')).toBeFocused();

  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[role=row]:focus')).not.toContainText('web-assets');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(rowOf(page, 'web-assets')).toBeFocused();
  await page.keyboard.press('m');
  await menu.getByRole('menuitem', { name: 'Grow…' }).press('Enter');
  const grow = page.getByRole('dialog', { name: 'Grow web-assets' });
  await expect(grow.getByRole('spinbutton', { name: 'Size, GiB' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'web-assets')).toBeFocused();
});

test("the menu of a droplet's row has its actions, its other jobs and its destruction", async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  await rowOf(page, 'web-01').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'What you can do with web-01' });
  await expect(menu.getByRole('menuitem', { name: 'Power cycle' })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Destroy…' })).toBeInViewport();
  await menu.getByRole('menuitem', { name: /^\d+ more$/ }).press('ArrowRight');
  await page
    .getByRole('menuitem', { name: 'Add to project…' })
    .or(page.getByRole('menuitem', { name: /project/ }))
    .first()
    .press('Enter');
  await expect(page.getByRole('dialog', { name: /web-01/ })).toContainText('Team: Harbour Works');
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'web-01')).toBeFocused();
  // However much it asks, its buttons stay in sight.
  await page.setViewportSize({ width: 420, height: 500 });
  await page.keyboard.press('m');
  await menu.getByRole('menuitem', { name: 'Destroy…' }).press('Enter');
  const destroy = page.getByRole('dialog', { name: 'Destroy web-01' });
  const button = destroy.getByRole('button', { name: 'Destroy', exact: true });
  await expect(destroy).toContainText('Stays unless ticked');
  await expect(button).toBeInViewport({ ratio: 1 });
  await destroy.getByRole('textbox').focus();
  await expect(destroy.getByRole('textbox')).toBeInViewport({ ratio: 1 });
  await expect(button).toBeInViewport({ ratio: 1 });
});
