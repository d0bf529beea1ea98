import { describe, expect, it } from 'vitest';
import { emptyTally, failureLines, isGood, skipLines, sum, verdictLine } from '../../../../scripts/test/tally.ts';

const failure = { file: 'test/a.test.ts', test: 'a > b', message: 'expected 1 to be 2\n\n- 1\n+ 2' };
const skip = (name: string, reason: string) => ({ name, reason });

describe('the last line of npm test', () => {
  it('adds up what all runners found', () => {
    const total = sum([
      { ...emptyTally, passed: 10 },
      { passed: 3, failed: 1, skipped: [skip('a', 'no keyring')], failures: [failure] },
      { ...emptyTally, skipped: [skip('b', 'no Electron'), skip('c', 'no Electron')] },
    ]);
    expect(verdictLine(total)).toBe('13 passed, 1 failed, 3 skipped');
    expect(failureLines(total)).toEqual(['failed: test/a.test.ts: a > b: expected 1 to be 2']);
  });

  it('gives each reason for skipping once, with the number of tests', () => {
    const skipped = [skip('a', 'no keyring'), skip('b', 'no Electron'), skip('c', 'no Electron')];
    expect(skipLines({ ...emptyTally, skipped })).toEqual(['skipped: no keyring (a)', 'skipped: no Electron (b and 1 more)']);
  });

  it.each([
    [{ ...emptyTally, passed: 5 }, true],
    [{ ...emptyTally, passed: 5, failed: 1 }, false],
    [emptyTally, false],
    [{ ...emptyTally, skipped: [skip('a', 'no browser')] }, false],
  ])('counts %o as good: %s', (tally, expected) => {
    expect(isGood(tally)).toBe(expected);
  });
});
