import { describe, expect, it } from 'vitest';
import { watchCalls } from '../../../../main/core/connections/watch-calls.ts';
import type { Budget } from '../../../../main/core/digitalocean/api.ts';
import { createFakeApi, Failing } from '../../../doubles/core/fake-api.ts';

function setUp() {
  let answer: (value: unknown) => void = () => {};
  const fake = createFakeApi({
    account_get: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const told: Budget[] = [];
  const answered: string[] = [];
  const refused: true[] = [];
  const api = watchCalls(fake, {
    onBudget: (budget) => told.push(budget),
    onAnswer: (id) => answered.push(id),
    onRefused: () => refused.push(true),
  });
  return { fake, told, answered, refused, api, answer: (value: unknown = {}) => answer(value) };
}

describe('a watched budget', () => {
  it('is reported when requests start and stop waiting, whoever sent them', () => {
    const { fake, told } = setUp();
    fake.setBudget({ held: { window: 'minute', untilMs: 5 } });
    fake.setBudget({ held: null });
    expect(told.map((budget) => budget.held)).toEqual([{ window: 'minute', untilMs: 5 }, null]);
  });

  it('is reported at the end of each call of a person', async () => {
    const { told, api, answer } = setUp();
    const running = api.call('account_get');
    expect(told).toHaveLength(0);
    answer();
    await running;
    expect(told).toHaveLength(1);
  });

  it('is not reported at the end of a poll, which reports it itself', async () => {
    const { told, api, answer } = setUp();
    const running = api.call('account_get', {}, { lane: 'poll' });
    answer();
    await running;
    expect(told).toEqual([]);
  });
});

describe('an answer to a person', () => {
  it('is told, while failures and the answers of polls are not', async () => {
    const { api, answered, answer } = setUp();
    const calls = [
      ['poll', {}],
      ['command', new Failing({ kind: 'forbidden', message: 'No.' })],
      ['command', {}],
    ] as const;
    for (const [lane, value] of calls) {
      const running = api.call('account_get', {}, { lane });
      answer(value);
      await running;
    }
    expect(answered).toEqual(['account_get']);
  });
});

describe('a refusal of the token', () => {
  it('is told when a person met it, and not when a poll did, which looks into it itself', async () => {
    const { api, refused, answer } = setUp();
    for (const [lane, kind] of [
      ['poll', 'unauthorized'],
      ['command', 'forbidden'],
      ['command', 'unauthorized'],
    ] as const) {
      const running = api.call('account_get', {}, { lane });
      answer(new Failing({ kind, message: 'No.' }));
      await running;
    }
    expect(refused).toHaveLength(1);
  });
});
