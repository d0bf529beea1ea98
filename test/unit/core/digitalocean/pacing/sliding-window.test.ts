import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlidingWindow } from '../../../../../main/core/digitalocean/pacing/sliding-window.ts';

describe('SlidingWindow', () => {
  it('keeps an unanswered request for ever, and an answered one for the window', () => {
    const window = new SlidingWindow(2, 100);
    window.enter();
    window.enter();
    expect(window.waitMs(0)).toBe(Number.POSITIVE_INFINITY);
    window.settle(50);
    expect(window.waitMs(60)).toBe(90);
    expect(window.free(149)).toBe(0);
    expect(window.free(150)).toBe(1);
  });

  it('waits for enough places if the limit is lowered below what is used', () => {
    const window = new SlidingWindow(5, 100);
    for (const atMs of [0, 10, 20, 30]) {
      window.enter();
      window.settle(atMs);
    }
    window.limit = 2;
    expect(window.waitMs(40)).toBe(80);
  });

  it('counts like a plain list of times, over any number of requests', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3000 }), (gaps) => {
        const window = new SlidingWindow(10, 100);
        const times: number[] = [];
        let nowMs = 0;
        for (const gap of gaps) {
          nowMs += gap;
          window.enter();
          window.settle(nowMs);
          times.push(nowMs);
          const used = times.filter((atMs) => atMs + 100 > nowMs).length;
          expect(window.used(nowMs)).toBe(used);
          expect(window.left).toBe(times.length - used);
        }
      }),
      { numRuns: 20 },
    );
  });
});
