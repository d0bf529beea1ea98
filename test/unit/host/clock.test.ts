import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../main/host/clock.ts';

afterEach(() => void vi.useRealTimers());
const dayMs = 86_400_000;

describe('the system clock', () => {
  it('can wait longer than a timer of Node', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    systemClock.after(60 * dayMs, run);
    vi.advanceTimersByTime(60 * dayMs - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not run what was cancelled, at any point of a long wait', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    const cancels = [systemClock.after(10, run), systemClock.after(60 * dayMs, run)];
    cancels[0]?.();
    vi.advanceTimersByTime(40 * dayMs);
    cancels[1]?.();
    vi.advanceTimersByTime(40 * dayMs);
    expect(run).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
