import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../../../main/core/digitalocean/api.ts';
import type { RateLimitFact } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { settle } from '../../../../doubles/core/fake-clock.ts';
import { noHeaders, setUp } from './limited.ts';

describe('the minute', () => {
  it('makes the next request wait until the oldest one has left the window', async () => {
    const { clock, ask, spend } = setUp({ minuteLimit: 3, minuteWindowMs: 1000 });
    await spend(3);
    const next = ask('next');
    await clock.advance(1009);
    expect(next.permit).toBeNull();
    await clock.advance(1);
    expect(next.permit).not.toBeNull();
  });

  it('counts a request from its answer, because the server counts arrivals', async () => {
    const { clock, ask } = setUp({ minuteLimit: 1, minuteWindowMs: 1000 });
    const slow = ask('slow');
    await settle();
    const next = ask('next');
    await clock.advance(5000);
    expect(next.permit).toBeNull();
    slow.permit?.answered(200, null);
    slow.permit?.release();
    await clock.advance(1009);
    expect(next.permit).toBeNull();
    await clock.advance(1);
    expect(next.permit).not.toBeNull();
  });

  it('returns the place at once if the server never saw the request', async () => {
    const { ask } = setUp({ minuteLimit: 1 });
    const refused = ask('refused');
    await settle();
    refused.permit?.notSent();
    refused.permit?.release();
    const next = ask('next');
    await settle();
    expect(next.permit).not.toBeNull();
  });

  it('is never exceeded at the server, whatever the latencies', async () => {
    const latency = fc.integer({ min: 0, max: 400 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.tuple(latency, latency, fc.constantFrom<Lane>('command', 'many', 'poll')), { minLength: 1, maxLength: 25 }),
        async (minuteLimit, calls) => {
          const { clock, ask } = setUp({ minuteLimit, minuteWindowMs: 500, hourLimit: 1000 });
          const arrivals: number[] = [];
          let done = 0;
          const pending = calls.map(([wayThere, wayBack, lane], index) => {
            const asked = ask(`call ${index}`, { lane });
            return { asked, wayThere, wayBack, isSent: false };
          });
          for (let step = 0; step < 4000 && done < calls.length; step += 1) {
            for (const call of pending) {
              const { permit } = call.asked;
              if (!permit || call.isSent) continue;
              call.isSent = true;
              clock.after(call.wayThere, () => arrivals.push(clock.now()));
              clock.after(call.wayThere + call.wayBack, () => {
                permit.answered(200, null);
                permit.release();
                done += 1;
              });
            }
            await clock.advance(Math.min(100, Math.max(1, clock.waiting()[0] ?? 1)));
          }
          expect(done).toBe(calls.length);
          arrivals.sort((one, other) => one - other);
          for (let index = minuteLimit; index < arrivals.length; index += 1) {
            expect((arrivals[index] ?? 0) - (arrivals[index - minuteLimit] ?? 0)).toBeGreaterThanOrEqual(500);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 30_000);
});

describe('the lanes', () => {
  it('send a command before polls that asked earlier', async () => {
    const { clock, ask, spend, log } = setUp({ minuteLimit: 10, minuteWindowMs: 1000 });
    await spend(10);
    ask('poll', { lane: 'poll' });
    ask('command');
    log.length = 0;
    await clock.advance(1100);
    expect(log).toEqual(['command', 'poll']);
  });

  it('send a run over many things after a command and before polls', async () => {
    const { clock, ask, spend, log } = setUp({ minuteLimit: 10, minuteWindowMs: 1000 });
    await spend(10);
    ask('poll', { lane: 'poll' });
    ask('one of many', { lane: 'many' });
    ask('command');
    log.length = 0;
    await clock.advance(1100);
    expect(log).toEqual(['command', 'one of many', 'poll']);
  });

  it('keep a fifth of the minute, and four of ten slots, for commands while a run over many things goes on', async () => {
    const { clock, ask, spend } = setUp({ minuteLimit: 10, minuteWindowMs: 1000 });
    await spend(8, null, 'many');
    const held = ask('one of many', { lane: 'many' });
    const commands = [ask('first'), ask('second')];
    await clock.advance(900);
    expect(held.permit).toBeNull();
    expect(commands.map(({ permit }) => permit)).not.toContain(null);
    const busy = setUp();
    const many = Array.from({ length: 10 }, (_, index) => busy.ask(`one of many ${index}`, { lane: 'many' }));
    await settle();
    expect(many.filter(({ permit }) => permit).length).toBe(6);
  });

  it('keep two of ten slots for commands while polls are slow', async () => {
    const { ask } = setUp();
    const polls = Array.from({ length: 10 }, (_, index) => ask(`poll ${index}`, { lane: 'poll' }));
    const command = ask('command');
    await settle();
    expect(polls.filter(({ permit }) => permit).length).toBe(8);
    expect(command.permit).not.toBeNull();
  });

  it('hold back more than ten requests until one is done', async () => {
    const { ask } = setUp();
    const asked = Array.from({ length: 11 }, (_, index) => ask(`command ${index}`));
    await settle();
    expect(asked[10]?.permit).toBeNull();
    asked[3]?.permit?.release();
    await settle();
    expect(asked[10]?.permit).not.toBeNull();
  });

  it('limit polls to a fifth of the hour while commands continue', async () => {
    const { clock, ask, spend } = setUp({ hourLimit: 50, minuteLimit: 1000, hourWindowMs: 100_000 });
    await spend(10, null, 'poll');
    const poll = ask('poll', { lane: 'poll' });
    const command = ask('command');
    await clock.advance(50_000);
    expect(poll.permit).toBeNull();
    expect(command.permit).not.toBeNull();
    await clock.advance(50_100);
    expect(poll.permit).not.toBeNull();
  });

  it('stop polls below a tenth of the hour, and let one ask again when the oldest request has left', async () => {
    const { clock, ask, spend } = setUp();
    await spend(1, { ...noHeaders, limit: 5000, remaining: 499, resetInMs: 90_000 });
    const polls = [ask('first', { lane: 'poll' }), ask('second', { lane: 'poll' })];
    const command = ask('command');
    await clock.advance(89_000);
    expect(polls.map(({ permit }) => permit)).toEqual([null, null]);
    expect(command.permit).not.toBeNull();
    await clock.advance(1100);
    expect(polls[0]?.permit).not.toBeNull();
    expect(polls[1]?.permit).toBeNull();
  });
});

describe('the hour', () => {
  it('takes its numbers from the headers, minus the requests on their way', async () => {
    const { ask, limiter } = setUp();
    const first = ask('first');
    ask('second');
    await settle();
    first.permit?.answered(200, { ...noHeaders, limit: 5000, remaining: 1200 });
    expect(limiter.budget()).toMatchObject({ limit: 5000, remaining: 1199, usedByBuoy: 2 });
  });

  it('keeps the last known number if headers are missing', async () => {
    const { spend, limiter } = setUp();
    await spend(1, { ...noHeaders, limit: 5000, remaining: 1200 });
    await spend(3, noHeaders);
    await spend(2, null);
    expect(limiter.budget().remaining).toBe(1195);
  });

  it('waits for the reset when nothing is left, then sends one request to learn more', async () => {
    const { clock, ask, spend } = setUp();
    await spend(1, { ...noHeaders, limit: 5000, remaining: 0, resetInMs: 40_000 });
    const waiting = [ask('first'), ask('second')];
    await clock.advance(39_000);
    expect(waiting[0]?.permit).toBeNull();
    await clock.advance(1100);
    expect(waiting[0]?.permit).not.toBeNull();
    expect(waiting[1]?.permit).toBeNull();
    waiting[0]?.permit?.answered(200, { ...noHeaders, limit: 5000, remaining: 4000 });
    waiting[0]?.permit?.release();
    await settle();
    expect(waiting[1]?.permit).not.toBeNull();
  });

  it('follows a limit that DigitalOcean raised', async () => {
    const { spend, limiter } = setUp();
    await spend(1, { ...noHeaders, limit: 12_000, remaining: 11_999 });
    expect(limiter.budget()).toMatchObject({ limit: 12_000, remaining: 11_999 });
  });

  it('stops counting its own requests when they are an hour old', async () => {
    const { clock, spend, limiter } = setUp({ hourLimit: 100, hourWindowMs: 10_000 });
    await spend(30, { ...noHeaders, limit: 100, remaining: 40 });
    expect(limiter.budget().remaining).toBe(40);
    await clock.advance(10_100);
    expect(limiter.budget()).toMatchObject({ remaining: 70, usedByBuoy: 0 });
  });
});

describe('a 429 that others caused', () => {
  it('holds the queue for retry-after and loses nothing', async () => {
    const { clock, ask, limiter, log } = setUp();
    const spent = ask('spent');
    await settle();
    spent.permit?.answered(429, { ...noHeaders, remaining: 0, resetInMs: 3_000_000, retryInMs: 7000 });
    spent.permit?.release();
    const waiting = [ask('first'), ask('second')];
    expect(limiter.budget().throttled).toEqual({ untilMs: clock.now() + 7010 });
    await clock.advance(7000);
    expect(waiting[0]?.permit).toBeNull();
    await clock.advance(20);
    expect(log).toEqual(['spent', 'first', 'second']);
    expect(limiter.budget().throttled).toBeNull();
  });

  it('without retry-after waits for the reset if the hour is spent', async () => {
    const { clock, ask, limiter } = setUp();
    const spent = ask('spent');
    await settle();
    spent.permit?.answered(429, { ...noHeaders, remaining: 0, resetInMs: 30_000 });
    expect(limiter.budget().throttled).toEqual({ untilMs: clock.now() + 30_010 });
  });

  it('without any hint waits longer each time', async () => {
    const { clock, ask, limiter } = setUp();
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const spent = ask('spent');
      await clock.advance(0);
      spent.permit?.answered(429, null);
      spent.permit?.release();
      waits.push((limiter.budget().throttled?.untilMs ?? 0) - clock.now());
      await clock.advance(120_000);
    }
    expect(waits).toEqual([5010, 10_010, 20_010]);
  });

  it('refuses at once a call that cannot be served before its deadline, and says when it could', async () => {
    const { clock, ask } = setUp();
    const spent = ask('spent');
    await settle();
    spent.permit?.answered(429, { ...noHeaders, retryInMs: 60_000 });
    spent.permit?.release();
    const startMs = clock.now();
    const hurried = ask('hurried', { deadlineMs: 20_000 });
    const patient = ask('patient', { deadlineMs: 90_000 });
    await settle();
    expect(hurried.noLeave?.wait).toMatchObject({ by: 'throttled', untilMs: startMs + 60_010 });
    expect(patient.noLeave).toBeNull();
    await clock.advance(60_020);
    expect(patient.permit).not.toBeNull();
  });
});

describe('limits of single operations', () => {
  const keys: RateLimitFact = { group: 'account-keys', requests: 2, windowSeconds: 60 };

  it('hold back only their own operations', async () => {
    const { clock, ask } = setUp();
    for (const name of ['one', 'two']) {
      const asked = ask(name, { limit: keys });
      await settle();
      asked.permit?.answered(200, null);
      asked.permit?.release();
    }
    const third = ask('third', { limit: keys });
    const other = ask('other');
    await settle();
    expect(third.permit).toBeNull();
    expect(other.permit).not.toBeNull();
    await clock.advance(60_010);
    expect(third.permit).not.toBeNull();
  });

  it('count the items of a body if the limit does', async () => {
    const purge: RateLimitFact = {
      group: 'cdn-endpoints',
      requests: 100,
      windowSeconds: 10,
      items: { property: 'files', maximum: 50, windowSeconds: 20 },
    };
    const { clock, ask } = setUp();
    const first = ask('first', { limit: purge, items: 30 });
    await settle();
    first.permit?.answered(204, null);
    first.permit?.release();
    const second = ask('second', { limit: purge, items: 30 });
    const small = ask('small', { limit: purge, items: 20 });
    await settle();
    expect(second.permit).toBeNull();
    expect(small.permit).not.toBeNull();
    small.permit?.answered(204, null);
    small.permit?.release();
    await clock.advance(20_010);
    expect(second.permit).not.toBeNull();
  });

  it('refuse at once a request that they hold for longer than its call may take', async () => {
    const { clock, ask } = setUp();
    const one: RateLimitFact = { ...keys, requests: 1 };
    const first = ask('first', { limit: one });
    await settle();
    first.permit?.answered(200, null);
    first.permit?.release();
    const hurried = ask('hurried', { limit: one, deadlineMs: 20_000 });
    await settle();
    expect(hurried.noLeave?.wait).toMatchObject({ by: 'account-keys', untilMs: clock.now() + 60_010 });
  });
});

describe('aborting', () => {
  it('removes a waiting request from the queue when its signal aborts', async () => {
    const { ask, spend, limiter } = setUp({ minuteLimit: 1 });
    await spend(1);
    const abort = new AbortController();
    const waiting = ask('waiting', { signal: abort.signal });
    await settle();
    expect(limiter.budget().queued).toBe(1);
    abort.abort();
    await settle();
    expect(waiting.noLeave).toEqual({ wait: null });
    expect(limiter.budget().queued).toBe(0);
  });
});

describe('the clock', () => {
  it('delays nothing for longer than the window when it is set back', async () => {
    const { clock, ask, spend } = setUp({ minuteLimit: 1, minuteWindowMs: 1000 });
    await spend(1);
    const next = ask('next');
    await settle();
    clock.jump(-86_400_000);
    await clock.advance(1010);
    expect(next.permit).not.toBeNull();
  });

  it('does not empty a window that requests wait for when it is set forward', async () => {
    const { clock, ask, spend } = setUp({ minuteLimit: 2, minuteWindowMs: 60_000 });
    await spend(2);
    const next = ask('next');
    await settle();
    clock.jump(3_600_000);
    const another = ask('another');
    await clock.advance(50_000);
    expect([next.permit, another.permit]).toEqual([null, null]);
    await clock.advance(10_020);
    expect(next.permit).not.toBeNull();
  });
});
