import { describe, expect, it } from 'vitest';
import type { BudgetView } from '../../../../../preload/contract/view.ts';
import { BudgetMeter } from '../../../../../renderer/screens/settings/budget-meter.tsx';
import { inventedNow, minute } from '../../../../doubles/invented/invented-time.ts';
import { drawPage } from '../../draw-page.tsx';

const usual: BudgetView = {
  limit: 5000,
  remaining: 400,
  resetAtMs: inventedNow + 21 * minute,
  usedByBuoy: 130,
  throttled: null,
  held: null,
  queued: 0,
};
const untilMs = inventedNow + 24 * minute;

describe('the meter of a budget', () => {
  it.each<[name: string, fields: Partial<BudgetView>, note: RegExp, isWarning: boolean]>([
    ['when more comes, while nothing waits', {}, /more from \d\d:\d\d/, false],
    ['that DigitalOcean throttles, as a warning', { throttled: { untilMs } }, /Throttled until \d\d:\d\d/, true],
    [
      'that Buoy waits on its own, without a warning',
      { held: { window: 'poll-share', untilMs } },
      /Waiting until \d\d:\d\d/,
      false,
    ],
    ['a wait without a known end', { held: { window: 'hour', untilMs: null } }, /Waiting(?! until)/, false],
  ])('says %s', async (_name, fields, note, isWarning) => {
    await drawPage(<BudgetMeter budget={{ ...usual, ...fields }} />);
    const text = document.querySelector('.budget')?.textContent ?? '';
    expect(text).toMatch(note);
    expect(text.match(/more from|Throttled|Waiting/g)).toHaveLength(1);
    expect(document.querySelector('.warn') !== null).toBe(isWarning);
  });
});
