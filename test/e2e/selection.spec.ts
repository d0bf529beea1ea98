import type { Locator } from '@playwright/test';
import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('two droplets get a new tag in five steps, and are rebooted together though one is refused at first', async ({
  start,
  demo,
}) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/droplets');
  let steps = 0;
  const click = async (what: Locator) => {
    steps += 1;
    await what.click();
  };
  await click(page.getByRole('checkbox', { name: 'Select api-01' }));
  await click(page.getByRole('checkbox', { name: 'Select api-02' }));
  const bar = page.getByRole('toolbar', { name: 'Selected droplets' });
  await click(bar.getByRole('button', { name: 'Tag…' }));
  const tag = page.getByRole('dialog', { name: 'Tag 2 droplets' });
  await tag.getByRole('textbox').fill('blue');
  await click(tag.getByRole('checkbox', { name: /blue/ }));
  await click(tag.getByRole('button', { name: 'Apply' }));
  await expect(page.getByText('api-01 and api-02: now tagged blue').first()).toBeVisible();
  expect(steps).toBe(5);
  const tagged = (name: string) => demo.rows('/v2/droplets', 'Harbour Works').find((row) => row.name === name)?.tags;
  expect([tagged('api-01'), tagged('api-02')]).toEqual([expect.arrayContaining(['blue']), expect.arrayContaining(['blue'])]);

  const refused = demo.rows('/v2/droplets', 'Harbour Works').find((row) => row.name === 'api-02')?.id;
  demo.faults.add({ operation: 'dropletActions_post', path: `/${refused}/` }, { kind: 'status', status: 422 });
  await bar.getByRole('button', { name: 'Power' }).click();
  await page.getByRole('menuitem', { name: /^Reboot/ }).click();
  const question = page.getByRole('dialog', { name: 'Reboot 2 droplets' });
  await expect(question.getByRole('listitem')).toHaveText(['api-01', 'api-02']);
  await question.getByRole('button', { name: 'Reboot' }).click();
  await expect(page.getByText(/^1 of 2; one refused, because: /)).toBeVisible();
  await page.getByRole('button', { name: 'Try it again' }).click();
  await expect(page.getByRole('button', { name: 'Try it again' })).toHaveCount(0);
  await expect.poll(() => demo.requests().filter(({ url }) => url.endsWith(`/${refused}/actions`)).length).toBe(2);

  // The menu of a selected row is about all of them, and Escape ends the selection.
  await rowOf(page, 'api-01').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'What you can do with the 2 selected' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
