import { describe, expect, it } from 'vitest';
import { emptyTally, isGood, skipLines, sum, verdictLine } from '../../../../scripts/test/tally.ts';

const skip = (name: string, reason: string) => ({ name, reason });

describe('the last line of npm test', () => {
  it('adds up what all runners found', () => {
    const total = sum([
      { passed: 10, failed: 0, skipped: [] },
      { passed: 3, failed: 1, skipped: [skip('a', 'no keyring')] },
      { passed: 0, failed: 0, skipped: [skip('b', 'no Electron'), skip('c', 'no Electron')] },
    ]);
    expect(verdictLine(total)).toBe('13 passed, 1 failed, 3 skipped');
  });

  it('gives each reason for skipping once, with the number of tests', () => {
    const skipped = [skip('a', 'no keyring'), skip('b', 'no Electron'), skip('c', 'no Electron')];
    expect(skipLines({ ...emptyTally, skipped })).toEqual(['skipped: no keyring (a)', 'skipped: no Electron (b and 1 more)']);
  });

  it.each([
    [{ passed: 5, failed: 0, skipped: [] }, true],
    [{ passed: 5, failed: 1, skipped: [] }, false],
    [{ passed: 0, failed: 0, skipped: [] }, false],
    [{ passed: 0, failed: 0, skipped: [skip('a', 'no browser')] }, false],
  ])('counts %o as good: %s', (tally, expected) => {
    expect(isGood(tally)).toBe(expected);
  });
});
