import { describe, expect, it } from 'vitest';
import { Ticker } from '../../../../renderer/page/ticker.ts';

const world = () => {
  const state = { now: 0, isHidden: false, timer: null as { ms: number; run: () => void } | null, visibility: () => {} };
  const ticker = new Ticker({
    now: () => state.now,
    every: (ms, run) => {
      const timer = { ms, run };
      state.timer = timer;
      return () => {
        if (state.timer === timer) state.timer = null;
      };
    },
    isHidden: () => state.isHidden,
    onVisibility: (listener) => {
      state.visibility = listener;
    },
  });
  const pass = (ms: number) => {
    const end = state.now + ms;
    while (state.timer && state.now + state.timer.ms <= end) {
      state.now += state.timer.ms;
      state.timer.run();
    }
    state.now = end;
  };
  return { state, ticker, pass };
};

describe('Ticker', () => {
  it('has no timer while nothing listens', () => {
    const { state, ticker } = world();
    expect(state.timer).toBeNull();
    ticker.subscribe('lazy', () => {})();
    expect(state.timer).toBeNull();
  });

  it('runs at the fastest rate that any listener asks for, and slows down afterwards', () => {
    const { state, ticker } = world();
    ticker.subscribe('lazy', () => {});
    expect(state.timer?.ms).toBe(10_000);
    const stop = ticker.subscribe('second', () => {});
    expect(state.timer?.ms).toBe(1000);
    stop();
    expect(state.timer?.ms).toBe(10_000);
  });

  it('notifies slow listeners every ten seconds, even if the clock runs faster', () => {
    const { ticker, pass } = world();
    const heard = { second: 0, lazy: 0 };
    ticker.subscribe('second', () => (heard.second += 1));
    ticker.subscribe('lazy', () => (heard.lazy += 1));
    pass(20_000);
    expect(heard).toEqual({ second: 20, lazy: 2 });
  });

  it('stops while the page is hidden, and is right at once when it is shown again', () => {
    const { state, ticker, pass } = world();
    let heard = 0;
    ticker.subscribe('second', () => (heard += 1));
    state.isHidden = true;
    state.visibility();
    expect(state.timer).toBeNull();
    pass(60_000);
    expect(heard).toBe(0);
    state.isHidden = false;
    state.visibility();
    expect(heard).toBe(1);
    expect(ticker.now()).toBe(60_000);
  });
});
