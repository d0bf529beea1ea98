import { describe, expect, it } from 'vitest';
import { actionOutcome } from '../../../../renderer/readings/action-outcome.ts';
import { progressOf, progressText } from '../../../../renderer/readings/action-progress.ts';
import { action } from '../../../doubles/invented/invented-actions.ts';

const running = { startedAtMs: 0, usualMs: 100_000 };

describe('progressOf', () => {
  it('moves towards 95 % over the usual time', () => {
    expect(progressOf(running, 50_000)).toEqual({ kind: 'known', fraction: 0.475, leftMs: 50_000 });
  });

  it('waits at 95 % after the estimated time, and says so', () => {
    const progress = progressOf(running, 500_000);
    expect(progress).toMatchObject({ kind: 'late', fraction: 0.95 });
    expect(progressText(progress)).toBe('Longer than usual');
  });

  it('claims nothing without an estimate', () => {
    expect(progressText(progressOf({ startedAtMs: 0, usualMs: null }, 40_000))).toBe('Running for 40 s');
  });

  it('never counts backwards if clocks differ', () => {
    expect(progressOf(running, -5000)).toMatchObject({ kind: 'known', fraction: 0 });
  });

  it('rounds the time that is left, so that it claims no false precision', () => {
    expect(progressText(progressOf(running, 22_000))).toBe('About 1 min 20 s left');
    expect(progressText(progressOf(running, 98_000))).toBe('About 5 s left');
  });
});

describe('actionOutcome', () => {
  const base = action({ key: 'c:1', type: 'reboot', title: 'Rebooted a', resourceName: 'a', startedAtMs: 0 });

  it.each([
    ['completed within its usual time', { status: 'completed', completedAtMs: 23_000, usualMs: 25_000 }, 'done', 'Done in 23 s'],
    [
      'completed far beyond it',
      { status: 'completed', completedAtMs: 1_260_000, usualMs: 480_000 },
      'slow',
      'Done in 21 min, usually 8 min',
    ],
    ['completed at an unknown time', { status: 'completed' }, 'done', 'Done'],
    [
      'errored with a reason',
      { status: 'errored', failure: { kind: 'unprocessable', message: 'volume is in nyc3' } },
      'failed',
      'Failed: volume is in nyc3',
    ],
    [
      'errored with a reason that repeats its title',
      {
        status: 'errored',
        title: 'Reboot of a failed',
        failure: { kind: 'internal', message: 'Reboot of a failed. Nobody says why.' },
      },
      'failed',
      'Failed: Nobody says why',
    ],
    ['of unknown end', { status: 'unknown' }, 'unknown', 'How it ended is not known'],
  ] as const)('speaks of an action %s', (_, change, kind, text) => {
    expect(actionOutcome({ ...base, ...change })).toEqual({ kind, text });
  });
});
