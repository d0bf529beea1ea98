import { describe, expect, it } from 'vitest';
import { readRateHeaders } from '../../../../../main/core/digitalocean/pacing/rate-headers.ts';

const date = 'Mon, 23 Nov 2026 14:08:00 GMT';
const dateSeconds = Date.parse(date) / 1000;

describe('readRateHeaders', () => {
  it('reads all four headers', () => {
    const headers = {
      date,
      'ratelimit-limit': '5000',
      'ratelimit-remaining': '4816',
      'ratelimit-reset': String(dateSeconds + 120),
      'retry-after': '7',
    };
    expect(readRateHeaders(headers, 0)).toEqual({ limit: 5000, remaining: 4816, resetInMs: 120_000, retryInMs: 7000 });
  });

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['words', 'many'],
    ['negative', '-1'],
    ['a fraction', '1.5'],
    ['not finite', 'NaN'],
  ])('ignores a number that is %s, and never reads it as zero', (_name, value) => {
    const headers =
      value === undefined
        ? {}
        : { 'ratelimit-limit': value, 'ratelimit-remaining': value, 'ratelimit-reset': value, 'retry-after': value };
    expect(readRateHeaders(headers as Record<string, string>, 0)).toEqual({
      limit: null,
      remaining: null,
      resetInMs: null,
      retryInMs: null,
    });
  });

  it.each([-86_400_000, 86_400_000])('gives the right times if the local clock is wrong by %i ms', (offsetMs) => {
    const headers = { date, 'ratelimit-reset': String(dateSeconds + 30) };
    expect(readRateHeaders(headers, Date.parse(date) + offsetMs).resetInMs).toBe(30_000);
  });

  it('keeps a reset within the hour if there is no date to compare with', () => {
    expect(readRateHeaders({ 'ratelimit-reset': String(dateSeconds + 9_000_000) }, dateSeconds * 1000).resetInMs).toBe(3_600_000);
    expect(readRateHeaders({ 'ratelimit-reset': String(dateSeconds - 5) }, dateSeconds * 1000).resetInMs).toBe(0);
  });

  it('accepts a date in retry-after', () => {
    const headers = { date, 'retry-after': 'Mon, 23 Nov 2026 14:08:45 GMT' };
    expect(readRateHeaders(headers, 0).retryInMs).toBe(45_000);
  });
});
