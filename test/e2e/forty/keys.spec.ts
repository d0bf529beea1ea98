import type { Page } from '@playwright/test';
import { rows } from './all.ts';
import { doRow } from './doing.ts';
import type { Way } from './hand.ts';
import { placeOf } from './row.ts';
import { expect, test } from './seat.ts';
import { isFocused, shown } from './shown.ts';

/** Jobs of every kind, each done once more with the keys alone: from the thing's panel or its list, or from the menu of its row. */
const again: readonly [number: number, way: Exclude<Way, 'pointer'>][] = [
  [1, 'keys'],
  [3, 'row keys'],
  [5, 'keys'],
  [11, 'keys'],
  [12, 'keys'],
  [24, 'keys'],
  [25, 'row keys'],
  [31, 'keys'],
  [35, 'keys'],
  [39, 'row keys'],
  [40, 'keys'],
];

for (const [number, way] of again) {
  const row = rows.find((one) => one.number === number);
  if (!row) throw new Error(`There is no job ${number}`);
  const { thing = '', ...list } = placeOf(row);
  const start = way === 'row keys' ? 'row' : thing === '' ? 'list' : 'panel';
  const from = { row: "from its row's menu", list: 'from its list', panel: 'from its panel' }[start];
  test(`${row.does}, with the keys alone, ${from}`, async ({ seat }) => {
    const { page } = seat;
    const account = await seat.open(list);
    if (start === 'panel') await openByPalette(page, thing);
    if (start === 'row') await findRow(page, thing);
    await doRow(row, page, account, way);
    // A dialog whose text is copied closes once that is done.
    await expect
      .poll(() => page.evaluate(focusedPlace), { message: 'where the focus is afterwards', intervals: [20] })
      .toBe(start);
  });
}

async function openByPalette(page: Page, thing: string): Promise<void> {
  await shown(page.getByRole('row').filter({ hasText: thing }).first());
  await page.keyboard.press('Control+k');
  await shown(page.getByRole('combobox', { name: 'Find or run' }));
  await page.keyboard.type(thing);
  await shown(page.getByRole('option', { name: new RegExp(`^${thing}`) }).first());
  await page.keyboard.press('Enter');
  await shown(page.getByRole('region', { name: /^(Details of|Droplet)/ }));
}

/** From the search field into the list, and down to the row. */
async function findRow(page: Page, thing: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: thing }).first();
  await shown(row);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  for (let step = 0; !(await isFocused(row)); step += 1) {
    if (step > 40) throw new Error(`The arrows do not lead to the row of ${thing}`);
    await page.keyboard.press('ArrowDown');
  }
}

/** After a dialog the focus goes back to what opened it. */
function focusedPlace(): string {
  const { activeElement } = document;
  if (activeElement?.closest('.panel')) return 'panel';
  if (activeElement?.closest('.filters')) return 'list';
  return activeElement?.closest('[role=row]') ? 'row' : (activeElement?.outerHTML.slice(0, 200) ?? 'nowhere');
}
