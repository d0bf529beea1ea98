import { describe, expect, it } from 'vitest';
import { watchBudget } from '../../../../main/core/connections/watch-budget.ts';
import type { Budget } from '../../../../main/core/digitalocean/api.ts';
import { createFakeApi } from '../../../doubles/fake-api.ts';

function setUp() {
  let answer: (value: unknown) => void = () => {};
  const fake = createFakeApi({
    account_get: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const told: Budget[] = [];
  return { fake, told, api: watchBudget(fake, (budget) => told.push(budget)), answer: () => answer({}) };
}

describe('a watched budget', () => {
  it('is told while a person’s call waits, and once more at its end', async () => {
    const { fake, told, api, answer } = setUp();
    const running = api.call('account_get');
    fake.setBudget({ throttledUntilMs: 5 });
    expect(told.map((budget) => budget.throttledUntilMs)).toEqual([5]);
    fake.setBudget({ throttledUntilMs: null });
    answer();
    await running;
    expect(told.map((budget) => budget.throttledUntilMs)).toEqual([5, null, null]);
    fake.setBudget({ remaining: 1 });
    expect(told).toHaveLength(3);
  });

  it('is not listened to for polls, so that none keeps a timer', async () => {
    const { fake, told, api, answer } = setUp();
    const running = api.call('account_get', {}, { lane: 'poll' });
    fake.setBudget({ remaining: 4999 });
    answer();
    await running;
    expect(told).toEqual([]);
  });

  it('is listened to once for several calls', async () => {
    const { fake, told, api } = setUp();
    void api.call('account_get');
    void api.call('account_get');
    fake.setBudget({ queued: 2 });
    expect(told).toHaveLength(1);
  });
});
