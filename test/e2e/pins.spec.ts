import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('an app is pinned, redeployed from the tray’s page, and a kubeconfig is asked for by typing', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));

  await goTo(page, '#/resources/apps_list');
  await rowOf(page, 'storefront').click();
  await page.getByRole('button', { name: 'Pin to the tray' }).click();
  await expect(page.getByRole('button', { name: 'Unpin from the tray' })).toBeVisible();

  await goTo(page, '#/tray');
  const pinned = page.getByRole('region', { name: 'Pinned' });
  await expect(pinned.getByRole('button')).toHaveText(/^storefront ?Active/);
  await pinned.getByRole('button').press('ArrowRight');
  await pinned.getByRole('button', { name: 'Redeploy' }).press('Enter');
  await expect(pinned.getByText('Deploying storefront')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Running' })).toContainText('Deploying storefront');
  await expect(pinned.getByRole('button', { name: /^storefront/ })).toContainText('Deploying');

  await goTo(page, '#/overview');
  await expect(page.getByRole('region', { name: 'Pinned' }).getByRole('link')).toHaveText('storefront');
  // Nothing of Kubernetes was read yet, and what is typed at once is not lost.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kubeconfig lab');
  await expect(page.getByRole('combobox', { name: 'Find or run' })).toHaveValue('kubeconfig lab');
  await expect(page.getByRole('option', { name: /^Download kubeconfig: lab/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Download kubeconfig: lab' });
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible();
});
