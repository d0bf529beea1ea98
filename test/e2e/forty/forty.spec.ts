import { rows } from './all.ts';
import { doRow } from './doing.ts';
import { placeOf } from './row.ts';
import { expect, test } from './seat.ts';

/* `npm run jobs` prints these as a table: scripts/test/jobs-table.ts reads the annotations. */

test('there are forty jobs', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
});

for (const row of rows) {
  test(`${row.number} ${row.does}`, async ({ seat }, { annotations }) => {
    const account = await seat.open(placeOf(row));
    const { hand, requests } = await doRow(row, seat.page, account, 'pointer');
    const presses = hand.presses();
    annotations.push({ type: 'clicks', description: `${presses} of ${row.most}` });
    annotations.push({ type: 'requests', description: String(requests) });
    expect(presses, 'clicks and keys').toBeLessThanOrEqual(row.most);
    await row.afterwards?.(hand, account);
  });
}
