import { describe, expect, it } from 'vitest';
import { createPoller, type PollEnd } from '../../../../main/core/pollers/poller.ts';
import type { PollingMode } from '../../../../main/core/pollers/schedule.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { createFakeClock, settle } from '../../../doubles/core/fake-clock.ts';

function setUp({ takesMs = 0, cost = 1, share = 550, restsWhileForbidden = false } = {}) {
  const clock = createFakeClock();
  const polls: number[] = [];
  const signals: AbortSignal[] = [];
  let mode: PollingMode = 'run';
  let failure: Failure | null = null;
  const poller = createPoller(
    {
      intervalMs: () => 60_000,
      sharePerHour: () => share,
      restsWhileForbidden,
      poll: (signal) => {
        polls.push(clock.now());
        signals.push(signal);
        const end: PollEnd = { failure, cost };
        return new Promise((resolve) => (takesMs === 0 ? resolve(end) : clock.after(takesMs, () => resolve(end))));
      },
    },
    { clock, random: () => 0, mode: () => mode },
  );
  const startMs = clock.now();
  return {
    clock,
    poller,
    signals,
    at: () => polls.map((ms) => ms - startMs),
    setMode: (next: PollingMode) => {
      mode = next;
      poller.wake();
    },
    fail: (next: Failure | null) => {
      failure = next;
    },
  };
}

describe('a poller', () => {
  it('polls at once, then at its interval', async () => {
    const { clock, poller, at } = setUp();
    poller.start();
    await clock.advance(150_000);
    expect(at()).toEqual([0, 60_000, 120_000]);
  });

  it('never runs two polls at once', async () => {
    const { clock, poller, at } = setUp({ takesMs: 90_000 });
    poller.start();
    await clock.advance(10_000);
    poller.wake();
    await clock.advance(170_000);
    // The second poll started as soon as the first had ended, which took longer than the interval.
    expect(at()).toEqual([0, 90_000, 180_000]);
  });

  it('rests while the token may not read it, where that is asked for, until it is told to ask', async () => {
    const { clock, poller, at, fail } = setUp({ restsWhileForbidden: true });
    fail({ kind: 'forbidden', message: 'Not allowed.' });
    poller.start();
    await clock.advance(86_400_000);
    poller.wake();
    expect(at()).toEqual([0]);
    fail(null);
    await poller.pollNow(true);
    await clock.advance(60_000);
    expect(at()).toEqual([0, 86_400_000, 86_460_000]);
  });

  it('asks nothing while stopped, and asks at once afterwards if a turn was missed', async () => {
    const { clock, poller, at, setMode } = setUp();
    poller.start();
    await clock.advance(1000);
    setMode('stop');
    await clock.advance(600_000);
    setMode('run');
    await clock.advance(1000);
    expect(at()).toEqual([0, 601_000]);
  });

  it('stays within its share of every hour, however often it is woken', async () => {
    const { clock, poller, at } = setUp({ cost: 8, share: 50 });
    poller.start();
    for (let minute = 0; minute < 240; minute += 1) {
      await clock.advance(60_000);
      poller.wake();
    }
    const most = Math.max(...at().map((ms) => at().filter((one) => one > ms - 3_600_000 && one <= ms).length));
    expect(most * 8).toBeLessThanOrEqual(50);
    expect(at().length).toBeGreaterThan(20);
  });

  it('does not poll on waking if its turn has not come yet', async () => {
    const { clock, poller, at, setMode } = setUp();
    poller.start();
    await clock.advance(10_000);
    setMode('stop');
    setMode('run');
    await clock.advance(1000);
    expect(at()).toEqual([0]);
  });

  it('waits longer after failures, and returns to its pace after a success', async () => {
    const { clock, poller, at, fail } = setUp();
    fail({ kind: 'server-error', message: 'It failed.' });
    poller.start();
    await clock.advance(200_000);
    expect(at()).toEqual([0, 60_000, 180_000]);
    fail(null);
    await clock.advance(300_000);
    expect(at()).toEqual([0, 60_000, 180_000, 420_000, 480_000]);
  });

  it('asks every ten minutes at least for what the token may not read, since its rights may change', async () => {
    const { clock, poller, at, fail } = setUp();
    fail({ kind: 'forbidden', message: 'This token may not read that.' });
    poller.start();
    await clock.advance(3_600_000);
    expect(at()).toEqual([0, 1, 3, 7, 15, 25, 35, 45, 55].map((minutes) => minutes * 60_000));
  });

  it('polls now even if paused, and lets several callers share the poll that follows', async () => {
    const { clock, poller, at, setMode } = setUp({ takesMs: 1000 });
    setMode('stop');
    poller.start();
    await clock.advance(1000);
    expect(at()).toEqual([]);
    const first = poller.pollNow();
    const waiting = [poller.pollNow(), poller.pollNow()];
    await clock.advance(5000);
    await Promise.all([first, ...waiting]);
    // The running poll may have been sent before the caller's change, so one more follows it, for both callers.
    expect(at()).toEqual([1000, 2000]);
  });

  it('aborts the running poll when it stops, and polls no more', async () => {
    const { clock, poller, at, signals } = setUp({ takesMs: 1000 });
    poller.start();
    await settle();
    poller.stop();
    expect(signals[0]?.aborted).toBe(true);
    await clock.advance(200_000);
    await poller.pollNow();
    expect(at()).toEqual([0]);
    expect(clock.waiting()).toEqual([]);
  });

  it('keeps polling when the clock is set back', async () => {
    const { clock, poller, at } = setUp();
    poller.start();
    await clock.advance(1000);
    clock.jump(-86_400_000);
    poller.wake();
    await clock.advance(130_000);
    expect(at().length).toBeGreaterThanOrEqual(3);
  });
});
