import { describe, expect, it } from 'vitest';
import { cronLines } from '../../../../../../main/core/jobs/families/functions/cron.ts';

/** A Friday. */
const nowMs = Date.UTC(2026, 10, 27, 5);

describe('a schedule', () => {
  it.each([
    [
      '30 6 * * 1-5',
      'At 06:30, Monday through Friday, in UTC.',
      '27 November, 06:30; Monday 30 November, 06:30; Tuesday 1 December',
    ],
    ['0 4 * * 7', 'At 04:00, only on Sunday, in UTC.', 'Sunday 29 November, 04:00; Sunday 6 December, 04:00; Sunday 13'],
    [
      '0 0 1,15 * *',
      'At 00:00, on day 1 and 15 of the month, in UTC.',
      'Tuesday 1 December, 00:00; Tuesday 15 December, 00:00; Friday 1',
    ],
  ])('%s is told in words, with its next three runs', (cron, words, next) => {
    const told = cronLines(cron, nowMs);
    expect(told.words).toBe(words);
    expect(told.next).toContain(next);
  });

  it('that never comes is said to never run', () => {
    expect(cronLines('0 4 30 2 *', nowMs).next).toBe('It never runs.');
  });

  it.each(['99 * * * *', 'a b c d e', '@daily x x x x'])('%s that cannot be read has no words', (cron) => {
    expect(cronLines(cron, nowMs)).toEqual({ words: null, next: expect.stringContaining('cannot read') });
  });
});
