import { readFileSync } from 'node:fs';
import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('a volume is found, opened, and deleted only once its name is typed', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/resources/volumes_list');
  await page.getByRole('searchbox', { name: 'Search volumes' }).fill('old-uploads');
  await rowOf(page, 'old-uploads').click();
  const panel = page.getByRole('region', { name: 'Details of old-uploads' });
  await expect(panel).toContainText('200');
  await panel.getByText(/^All operations/).click();
  await panel.getByRole('link', { name: 'Delete a Block Storage Volume' }).click();
  await page.getByRole('button', { name: /^Send/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('old-uploads');
  await expect(dialog).toContainText('Harbour Works');
  const confirm = dialog.getByRole('button', { name: 'Delete' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox').fill('old-uploads');
  await confirm.click();
  await expect(page.getByText('204 No Content')).toBeVisible();
  expect(demo.rows('/v2/volumes', 'Harbour Works').some((row) => row.name === 'old-uploads')).toBe(false);
  await goTo(page, '#/resources/volumes_list');
  await expect(rowOf(page, 'web-assets')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'old-uploads' })).toHaveCount(0);
});

test('a domain is made by a job of the list, and its records are opened from it', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/resources/domains_list');
  await page.getByRole('button', { name: 'New…' }).click();
  await page.getByRole('textbox', { name: 'Domain' }).fill('harbour.example.org');
  await page.getByRole('button', { name: 'Add domain' }).click();
  await rowOf(page, 'harbour.example.org').click();
  await page.getByRole('link', { name: 'Records' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
});

test('a family that the token may not read names the missing scope', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, demo.limitedToken);
  await goTo(page, '#/resources/volumes_list');
  await expect(page.getByText('This token is not allowed to read volumes')).toBeVisible();
  await expect(page.getByText('block_storage:read')).toBeVisible();
});

test('the palette finds loaded things, families and operations', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/resources/volumes_list');
  await expect(rowOf(page, 'web-assets')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const input = page.getByPlaceholder('Droplet, resource, command or view');
  await input.fill('web-assets');
  await page.getByRole('option', { name: /^web-assets/ }).click();
  await expect(page.getByRole('region', { name: 'Details of web-assets' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await input.fill('kubernetes_upgrade');
  await page.getByRole('option', { name: /Upgrade a Kubernetes Cluster/ }).click();
  await expect(page.getByRole('heading', { name: /Upgrade a Kubernetes Cluster/ })).toBeVisible();
});

test('an invoice is saved as the PDF that the API returned', async ({ start, demo, host }) => {
  test.skip(host !== 'web', 'test/hosts/electron checks the save dialog of the other hosts');
  const { page } = await start();
  await connect(page, tokenOf(demo));
  const uuid = String(demo.sample('invoices_get_pdfByUUID', 'Harbour Works')?.path.invoice_uuid);
  await goTo(page, `#/operations/invoices_get_pdfByUUID?path.invoice_uuid=${uuid}`);
  await page.getByRole('button', { name: /^Send/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save/ }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.pdf$/);
  expect(
    readFileSync(await saved.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a deployment started with its form is followed to its end', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  const app = demo.rows('/v2/apps', 'Harbour Works')[0];
  await goTo(page, `#/operations/apps_create_deployment?path.app_id=${String(app?.id)}`);
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByText('200 OK')).toBeVisible();
  await goTo(page, '#/activity');
  await expect(page.getByText(/Deploying/).first()).toBeVisible();
  await expect(page.getByText(/Deployed/).first()).toBeVisible({ timeout: 40_000 });
});
