import { describe, expect, it } from 'vitest';
import type { Spark } from '../../../../preload/contract/metrics.ts';
import { SparkStore } from '../../../../renderer/page/spark-store.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';

const spark = (key: string): Spark => ({ key, state: 'read', values: [1], endMs: 0, latest: 1, sampledAtMs: 0 });

function begin() {
  const clock = createFakeClock();
  const asked: string[][] = [];
  const cancelled: string[] = [];
  let isHidden = false;
  let answer: (keys: string[]) => Promise<Spark[]> = async (keys) => keys.map(spark);
  const store = new SparkStore({
    bridge: {
      async readSparks({ dropletKeys }) {
        asked.push(dropletKeys);
        return { ok: true, value: await answer(dropletKeys) };
      },
      async cancelMetric({ requestId }) {
        cancelled.push(requestId);
        return { ok: true, value: null };
      },
    },
    after: clock.after,
    now: clock.now,
    isHidden: () => isHidden,
    newId: () => `r${asked.length + 1}`,
  });
  return {
    clock,
    store,
    asked,
    cancelled,
    hide: (hidden: boolean) => {
      isHidden = hidden;
    },
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}
const keys = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `c1:${from + index}`);

describe('the sparks of the page', () => {
  it('are read for what is in sight, eight droplets at a time, and told to who looks', async () => {
    const { clock, store, asked } = begin();
    let told = 0;
    const tell = () => {
      told += 1;
    };
    for (const key of keys(20)) store.subscribe(key, tell);
    await clock.advance(199);
    expect(asked).toEqual([]);
    await clock.advance(1);
    expect(asked.map((one) => one.length)).toEqual([8, 8, 4]);
    expect([told, store.get('c1:19')]).toEqual([20, spark('c1:19')]);
  });

  it('are not read for rows that only passed by', async () => {
    const { clock, store, asked } = begin();
    const stops = keys(100).map((key) => store.subscribe(key, () => {}));
    await clock.advance(100);
    for (const stop of stops) stop();
    store.subscribe('c1:500', () => {});
    await clock.advance(1000);
    expect(asked).toEqual([['c1:500']]);
  });

  it('are given up when all of a call went out of sight, and asked for again when they come back', async () => {
    const { clock, store, asked, cancelled, answerWith } = begin();
    let end: (sparks: Spark[]) => void = () => {};
    answerWith(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    const stops = keys(2).map((key) => store.subscribe(key, () => {}));
    await clock.advance(200);
    stops[0]?.();
    expect(cancelled).toEqual([]);
    stops[1]?.();
    expect(cancelled).toEqual(['r1']);
    store.subscribe('c1:0', () => {});
    await clock.advance(500);
    expect(asked).toHaveLength(1);
    end([]);
    await clock.advance(10);
    expect(asked).toEqual([['c1:0', 'c1:1'], ['c1:0']]);
  });

  it('come soon for rows that come into sight while others are old news', async () => {
    const { clock, store, asked } = begin();
    store.subscribe('c1:0', () => {});
    await clock.advance(10_000);
    store.subscribe('c1:1', () => {});
    await clock.advance(200);
    expect(asked).toEqual([['c1:0'], ['c1:1']]);
  });

  it('are asked for again every five minutes while they are in sight, and not while the page is hidden', async () => {
    const { clock, store, asked, hide } = begin();
    store.subscribe('c1:0', () => {});
    await clock.advance(301_000);
    await clock.advance(60_000);
    expect(asked).toHaveLength(2);
    hide(true);
    await clock.advance(900_000);
    expect(asked).toHaveLength(2);
    hide(false);
    await clock.advance(60_000);
    expect(asked).toHaveLength(3);
  });

  it('leave no timer when nothing is in sight', async () => {
    const { clock, store } = begin();
    const stop = store.subscribe('c1:0', () => {});
    await clock.advance(1000);
    stop();
    expect(clock.waiting()).toEqual([]);
  });
});
