import { describe, expect, it } from 'vitest';
import type { RateLimitFact } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { settle } from '../../../../doubles/core/fake-clock.ts';
import { noHeaders, setUp } from './limited.ts';

const keys: RateLimitFact = { group: 'account-keys', requests: 1, windowSeconds: 60 };
const purge: RateLimitFact = {
  group: 'cdn-endpoints',
  requests: 5,
  windowSeconds: 10,
  items: { property: 'files', maximum: 50, windowSeconds: 20 },
};

type World = ReturnType<typeof setUp>;
type Wish = Parameters<World['ask']>[1];

/** One request that is answered. */
async function done({ ask }: World, wish: Wish = {}): Promise<void> {
  const asked = ask('done', wish);
  await settle();
  asked.permit?.answered(200, null);
  asked.permit?.release();
}

describe('what the budget says is held', () => {
  it.each<[name: string, window: string, untilMs: number, begin: (world: World) => Promise<unknown>]>([
    [
      'the minute, while a request waits because 250 were sent within it',
      'minute',
      60_010,
      async (world) => {
        await world.spend(250);
        world.ask('next');
      },
    ],
    [
      'the hour, while a request waits because nothing is left of it',
      'hour',
      40_000,
      async (world) => {
        await world.spend(1, { ...noHeaders, remaining: 0, resetInMs: 40_000 });
        world.ask('next');
      },
    ],
    [
      'the share of polls, while a poll waits because 400 of 5,000 are left',
      'poll-share',
      90_000,
      async (world) => {
        await world.spend(1, { ...noHeaders, limit: 5000, remaining: 400, resetInMs: 90_000 });
        world.ask('poll', { lane: 'poll' });
      },
    ],
    [
      'the share of polls, while a poll waits because 200 polls were sent within the minute',
      'poll-share',
      60_010,
      async (world) => {
        await world.spend(200, null, 'poll');
        world.ask('poll', { lane: 'poll' });
      },
    ],
    [
      'SSH keys, while only a request for SSH keys waits',
      'account-keys',
      60_010,
      async (world) => {
        await done(world, { limit: keys });
        world.ask('keys', { limit: keys });
        await done(world);
      },
    ],
    [
      'CDN endpoints, while only a request for CDN endpoints waits',
      'cdn-endpoints',
      10_010,
      async (world) => {
        for (let count = 0; count < 5; count += 1) await done(world, { limit: purge });
        world.ask('endpoints', { limit: purge });
      },
    ],
    [
      'purged files, while a purge waits because it has more files than are allowed now',
      'purged-files',
      20_010,
      async (world) => {
        await done(world, { limit: purge, items: 30 });
        world.ask('purge', { limit: purge, items: 30 });
      },
    ],
  ])('is %s', async (_name, window, untilMs, begin) => {
    const world = setUp();
    const startMs = world.clock.now();
    await begin(world);
    await settle();
    expect(world.limiter.budget()).toMatchObject({ held: { window, untilMs: startMs + untilMs }, throttled: null, queued: 1 });
    await world.clock.advance(untilMs + 20);
    expect(world.limiter.budget()).toMatchObject({ held: null, queued: 0 });
  });

  it.each<[name: string, begin: (world: World) => Promise<unknown>]>([
    ['everything is sent at once', (world) => done(world)],
    [
      'polls may not be sent, but none asks',
      (world) => world.spend(1, { ...noHeaders, limit: 5000, remaining: 400, resetInMs: 90_000 }),
    ],
    [
      'ten requests are running and the next one waits for one of them',
      async ({ ask }) => void Array.from({ length: 11 }, () => ask('slow')),
    ],
    [
      'a 429 of DigitalOcean holds requests: that is throttled, not held',
      async ({ ask }) => {
        const spent = ask('spent');
        await settle();
        spent.permit?.answered(429, { ...noHeaders, retryInMs: 60_000 });
        spent.permit?.release();
        ask('next');
      },
    ],
    [
      'the only waiting request was refused because its call may not take that long',
      async ({ ask, spend }) => {
        await spend(250);
        ask('hurried', { deadlineMs: 5_000 });
      },
    ],
  ])('is nothing while %s', async (_name, begin) => {
    const world = setUp();
    await begin(world);
    await settle();
    expect(world.limiter.budget().held).toBeNull();
  });

  it('is nothing for a wait of less than 3 s, so that no line appears for only a moment', async () => {
    const { clock, ask, spend, limiter, changes } = setUp({ minuteLimit: 3, minuteWindowMs: 2_900 });
    await spend(3);
    const next = ask('next');
    for (let step = 0; step < 29; step += 1) {
      await clock.advance(100);
      expect(limiter.budget().held).toBeNull();
    }
    await clock.advance(20);
    expect(next.permit).not.toBeNull();
    expect(changes).toEqual([]);
  });

  it('is shown once several short waits in a row have lasted 3 s, or will', async () => {
    const { clock, ask, limiter } = setUp({ minuteLimit: 1, minuteWindowMs: 1_000 });
    const asked = Array.from({ length: 8 }, (_, index) => ask(`call ${index}`));
    const held: (string | null)[] = [];
    for (let step = 0; step < 6; step += 1) {
      for (const { permit } of asked) {
        permit?.answered(200, null);
        permit?.release();
      }
      held.push(limiter.budget().held?.window ?? null);
      await clock.advance(1_020);
    }
    expect(held).toEqual([null, null, 'minute', 'minute', 'minute', 'minute']);
  });

  it('has no known end while only a running request can make room', async () => {
    const { clock, ask, limiter } = setUp({ minuteLimit: 1 });
    ask('slow');
    ask('next');
    await clock.advance(4_000);
    ask('another');
    await settle();
    expect(limiter.budget().held).toEqual({ window: 'minute', untilMs: null });
  });

  it('is reported when it begins and when it ends, and not with every request', async () => {
    const { clock, ask, spend, changes } = setUp();
    await spend(250);
    const startMs = clock.now();
    ask('first');
    ask('second');
    await clock.advance(60_020);
    expect(changes).toEqual([startMs, startMs + 60_010]);
  });
});

describe('the log of the limiter', () => {
  it('says which window holds a wait, until when, what is left and how many requests wait', async () => {
    const { clock, ask, spend, logged } = setUp();
    await spend(1, { ...noHeaders, limit: 5000, remaining: 400, resetInMs: 90_000 });
    ask('poll', { lane: 'poll' });
    ask('poll', { lane: 'poll' });
    await settle();
    const until = new Date(clock.now() + 90_000).toISOString();
    expect(logged).toEqual([`held by poll-share until ${until}: 249 of 250 left in the minute, 400 of 5000 in the hour, 1 wait`]);
  });

  it.each([
    [{ ...noHeaders, remaining: 0, retryInMs: 7_000 }, 'a short window, retry-after 7 s: nothing is sent for 7 s'],
    [{ ...noHeaders, remaining: 0, resetInMs: 30_500 }, 'the hour, no retry-after, reset in 30.5 s: nothing is sent for 30.5 s'],
    [null, 'no window named, no retry-after: nothing is sent for 5 s'],
  ])('says which window a 429 with %j was for, and what retry-after said', async (headers, words) => {
    const { ask, logged } = setUp();
    const spent = ask('spent');
    await settle();
    spent.permit?.answered(429, headers);
    expect(logged).toEqual([
      `throttled by a 429 for ${words}; by Buoy's count 249 of 250 left in the minute, 4999 of 5000 in the hour`,
    ]);
  });
});
