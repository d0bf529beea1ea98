import { describe, expect, it } from 'vitest';
import { createSteadyTime } from '../../../../../main/core/digitalocean/pacing/steady-time.ts';
import { createFakeClock } from '../../../../doubles/core/fake-clock.ts';

describe('createSteadyTime', () => {
  it('follows the clock', async () => {
    const clock = createFakeClock();
    const time = createSteadyTime(clock);
    await clock.advance(1500);
    expect(time.now()).toBe(1500);
  });

  it('stands still when the clock is set back, and continues from there', async () => {
    const clock = createFakeClock();
    const time = createSteadyTime(clock);
    await clock.advance(1000);
    expect(time.now()).toBe(1000);
    clock.jump(-50_000);
    expect(time.now()).toBe(1000);
    await clock.advance(500);
    expect(time.now()).toBe(1500);
  });

  it('believes a timer about the time that passed while the clock was set back', async () => {
    const clock = createFakeClock();
    const time = createSteadyTime(clock);
    let firedAtMs = -1;
    time.after(2000, () => {
      firedAtMs = time.now();
    });
    clock.jump(-1_000_000);
    await clock.advance(2000);
    expect(firedAtMs).toBe(2000);
  });

  it('does not believe a clock that is far past a pending timer', async () => {
    const clock = createFakeClock();
    const time = createSteadyTime(clock);
    const cancel = time.after(2000, () => {});
    clock.jump(3_600_000);
    expect(time.now()).toBe(0);
    cancel();
    clock.jump(10);
    expect(time.now()).toBe(10);
  });

  it('gives a moment as the clock shows it now', async () => {
    const clock = createFakeClock();
    const time = createSteadyTime(clock);
    await clock.advance(1000);
    expect(time.toWallMs(time.now() + 250)).toBe(clock.now() + 250);
  });
});
