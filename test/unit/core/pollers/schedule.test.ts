import { describe, expect, it } from 'vitest';
import { runningIntervalMs } from '../../../../main/core/fetched/actions.ts';
import { nextDelayMs, type PollTiming, recentSpending } from '../../../../main/core/pollers/schedule.ts';

const nowMs = 10_000_000;
const timing = (fields: Partial<PollTiming> = {}): PollTiming => ({
  wantedMs: 60_000,
  mode: 'run',
  failures: 0,
  retryAtMs: null,
  nowMs,
  cost: 1,
  sharePerHour: 300,
  spent: [],
  random: 0,
  ...fields,
});
const spent = (count: number, requests = 1, everyMs = 5000) =>
  Array.from({ length: count }, (_, index) => ({ atMs: nowMs - (count - index) * everyMs, requests }));

describe('the next turn of a poller', () => {
  it('comes after the wanted interval', () => {
    expect(nextDelayMs(timing())).toBe(60_000);
  });

  it('is only ever delayed by jitter', () => {
    expect(nextDelayMs(timing({ random: 0.999 }))).toBeGreaterThan(65_000);
    expect(nextDelayMs(timing({ random: 0.999 }))).toBeLessThanOrEqual(66_000);
  });

  it('comes a fifth as often when gentle', () => {
    expect(nextDelayMs(timing({ mode: 'gentle' }))).toBe(300_000);
  });

  it.each([
    [1, 60_000],
    [2, 120_000],
    [3, 240_000],
    [5, 600_000],
    [50, 600_000],
  ])('backs off after %i failures in a row to %i ms', (failures, expected) => {
    expect(nextDelayMs(timing({ failures }))).toBe(expected);
  });

  it('is never earlier because of a failure, however long the interval', () => {
    expect(nextDelayMs(timing({ wantedMs: 3_600_000, failures: 3 }))).toBe(3_600_000);
  });

  it('waits until the API allows requests again', () => {
    expect(nextDelayMs(timing({ failures: 1, retryAtMs: nowMs + 900_000 }))).toBe(900_000);
  });

  it('is as early as wanted while less than half of the share is spent', () => {
    expect(nextDelayMs(timing({ wantedMs: 5000, spent: spent(100) }))).toBe(5000);
  });

  it('is stretched to what the share allows once half of it is spent', () => {
    expect(nextDelayMs(timing({ wantedMs: 5000, spent: spent(200) }))).toBe(12_000);
  });

  it('waits until the oldest request leaves the hour if the share is spent', () => {
    const all = spent(300);
    const oldest = all[0]?.atMs ?? 0;
    expect(nextDelayMs(timing({ wantedMs: 5000, spent: all }))).toBe(oldest + 3_600_000 - nowMs);
  });

  it('is stretched for expensive polls: 50 requests a poll stay within their share', () => {
    const share = 550;
    expect(nextDelayMs(timing({ cost: 50, sharePerHour: share, spent: spent(6, 50, 60_000) }))).toBeCloseTo(
      (50 * 3_600_000) / share,
      -1,
    );
  });
});

describe('over an hour', () => {
  it.each([
    [5000, 1, 300],
    [60_000, 50, 550],
    [60_000, 1, 550],
  ])('polls wanted every %i ms at %i requests stay within a share of %i', (wantedMs, cost, sharePerHour) => {
    let atMs = 0;
    let log: { atMs: number; requests: number }[] = [];
    const all: typeof log = [];
    while (atMs < 3 * 3_600_000) {
      log = [...recentSpending(log, atMs), { atMs, requests: cost }];
      all.push({ atMs, requests: cost });
      atMs += nextDelayMs(timing({ wantedMs, cost, sharePerHour, spent: log, nowMs: atMs }));
    }
    for (const { atMs: endMs } of all) {
      const used = all.filter((one) => one.atMs > endMs - 3_600_000 && one.atMs <= endMs);
      expect(used.reduce((sum, one) => sum + one.requests, 0)).toBeLessThanOrEqual(sharePerHour);
    }
  });
});

describe('running actions', () => {
  it('are read every 5 s at first, then less often', () => {
    expect([0, 119_000, 120_000, 600_000].map(runningIntervalMs)).toEqual([5000, 5000, 10_000, 30_000]);
  });
});
