import type { Page } from '@playwright/test';
import { type Hand, handOf, type Way } from './hand.ts';
import { heard } from './heard.ts';
import { type Expected, expectedOf, type Row } from './row.ts';
import { expect } from './seat.ts';
import type { Account } from './stage.ts';

const isRead = ({ line }: Expected): boolean => line.startsWith('GET ');

/** Does a job and compares what was sent and said. Whatever was sent besides reads must be expected, in that order. */
export async function doRow(row: Row, page: Page, account: Account, way: Way): Promise<{ hand: Hand; requests: number }> {
  const expected = await expectedOf(account, row.sends);
  const from = account.world.sent.length;
  const hand = handOf(page, way);
  await row.hands(hand, account);
  await expectHeard(page, row.says);
  if (row.ends) {
    await account.pass(row.ends.withinMs);
    await expectHeard(page, row.ends.as);
  }
  const sent = account.world.sent.slice(from).map(({ method, path, body }) => ({ line: `${method} ${path}`, body }));
  expect(sent.filter((one) => !isRead(one))).toEqual(expected.filter((one) => !isRead(one)));
  expect(missing(sent, expected), 'requests that are missing where they should be').toEqual([]);
  return { hand, requests: expected.length };
}

async function expectHeard(page: Page, sentence: string | RegExp): Promise<void> {
  await expect.poll(() => heard(page, sentence), { message: `what is read: ${sentence}`, intervals: [20] }).toBe('said');
}

/** Lines that do not come after those before them. A read may ask for a page. */
function missing(sent: readonly Expected[], expected: readonly Expected[]): string[] {
  let at = 0;
  return expected.flatMap(({ line }) => {
    const found = sent.findIndex((one, index) => index >= at && (one.line === line || one.line.startsWith(`${line}?`)));
    if (found < 0) return [line];
    at = found + 1;
    return [];
  });
}
