import { describe, expect, it } from 'vitest';
import { failed, success } from '../../../../../preload/contract/failure.ts';
import { LogFeed } from '../../../../../renderer/screens/logs/log-feed.ts';
import { settle } from '../../../../doubles/core/fake-clock.ts';
import { inventedLog, logSource } from '../../../../doubles/invented/invented-logs.ts';

function start(texts: readonly string[] = []) {
  const log = inventedLog(texts);
  const reads: number[] = [];
  const opens: boolean[] = [];
  let ring: (payload: { logId: string }) => void = () => {};
  let tick: () => void = () => {};
  let nowMs = 0;
  let isKnown = true;
  let isSeen = true;
  let changes = 0;
  const feed = new LogFeed({
    bridge: {
      openLog: async ({ isFresh }) => {
        opens.push(isFresh === true);
        return success({ logId: `log-${opens.length}` });
      },
      readLog: async ({ after }) => {
        reads.push(after);
        return isKnown ? success(log.batch(after)) : failed({ kind: 'not-found', message: 'Gone.' });
      },
      allowLogHost: async () => success(null),
      saveLog: async () => success({ downloadId: 'd1' }),
      on: (event, listener) => {
        if (event === 'logChanged') ring = listener as typeof ring;
        return () => {
          ring = () => {};
        };
      },
    },
    source: logSource,
    now: () => nowMs,
    isSeen: () => isSeen,
    onTick: (listener) => {
      tick = listener;
      return () => {
        tick = () => {};
      };
    },
  });
  feed.subscribe(() => (changes += 1));
  const stop = feed.start();
  return {
    ...{ feed, log, reads, opens, stop },
    ring: async (logId = 'log-1') => {
      ring({ logId });
      await settle();
    },
    tick: async () => {
      tick();
      await settle();
    },
    at: (ms: number) => (nowMs = ms),
    forget: () => (isKnown = false),
    see: (isOn: boolean) => (isSeen = isOn),
    changes: () => changes,
    texts: () => feed.reading().lines.map(({ text }) => text),
  };
}

describe('the feed of a log', () => {
  it('reads all that is there, in batches, and then only what is new', async () => {
    const { reads, log, ring, feed } = start(Array.from({ length: 4_500 }, (_, index) => `line ${index}`));
    await settle();
    expect([feed.reading().lines.length, reads]).toEqual([4_500, [0, 2_000, 4_000]]);
    log.add('more');
    await ring();
    expect([feed.reading().lines.length, reads.at(-1)]).toEqual([4_501, 4_500]);
  });

  it('reads again now and then, which says that somebody looks, and draws nothing for it', async () => {
    const { reads, tick, changes } = start(['one']);
    await settle();
    const before = changes();
    await tick();
    await tick();
    expect([reads, changes()]).toEqual([[0, 1, 1], before]);
  });

  it('reads nothing while nobody sees the page, and all of it afterwards', async () => {
    const { reads, ring, see, log, tick, texts } = start(['one']);
    await settle();
    see(false);
    log.add('two');
    await ring();
    expect(reads).toEqual([0]);
    see(true);
    await tick();
    expect(texts()).toEqual(['one', 'two']);
  });

  it('hears of no other log', async () => {
    const { reads, ring } = start(['one']);
    await settle();
    await ring('log-9');
    expect(reads).toEqual([0]);
  });

  it('drops what the core has dropped, and counts it', async () => {
    const { feed, log, ring, texts } = start(['one', 'two', 'three']);
    await settle();
    log.dropTo(3);
    log.add('four');
    await ring();
    expect([texts(), feed.reading().dropped]).toEqual([['three', 'four'], 2]);
  });

  it('says where lines came faster than it could read', async () => {
    const { log, ring, feed } = start(['one', 'two']);
    await settle();
    log.add('three', 'four', 'five', 'six');
    log.dropTo(2);
    log.dropTo(5);
    await ring();
    expect(feed.reading().lines.map(({ text, isNote }) => [text, isNote])).toEqual([
      [expect.stringContaining('2 lines came too fast'), true],
      ['five', false],
      ['six', false],
    ]);
  });

  it('knows when lines come too fast to be read aloud', async () => {
    const { log, ring, feed, at, tick } = start(Array.from({ length: 100 }, (_, index) => `old ${index}`));
    await settle();
    expect(feed.reading().isFast).toBe(false);
    log.add('a', 'b', 'c', 'd', 'e', 'f');
    await ring();
    expect(feed.reading().isFast).toBe(true);
    at(6_000);
    await tick();
    expect(feed.reading().isFast).toBe(false);
  });

  it('keeps its lines when the core has forgotten them, and reads anew when asked to', async () => {
    const { feed, texts, forget, tick, opens } = start(['one']);
    await settle();
    forget();
    await tick();
    expect([feed.reading().state, texts()]).toEqual([{ kind: 'ended', why: 'unwatched' }, ['one']]);
    feed.readAgain();
    expect(texts()).toEqual([]);
    await settle();
    expect(opens).toEqual([false, true]);
  });

  it('reads nothing after it was stopped', async () => {
    const { reads, stop, ring, tick } = start(['one']);
    await settle();
    stop();
    await ring();
    await tick();
    expect(reads).toEqual([0]);
  });
});
