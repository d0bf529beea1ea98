import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Reply } from './memory-transport.ts';
import { elapse, openClient, preload } from './open-client.ts';

const fine: Reply = { json: { account: { email: 'ops@example.com', uuid: 'u-1' } } };
const spent = (headers: Record<string, string>): Reply => ({
  status: 429,
  json: { id: 'too_many_requests', message: 'API Rate limit exceeded.', request_id: 'r-1' },
  headers,
});
const failureOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.failure);
const clockTime = (atMs: number) => new Date(atMs).toISOString().slice(11, 16);

beforeAll(() => preload('account_get', 'droplets_list', 'inference_list_models'));

describe('a call that ends because DigitalOcean throttles', () => {
  it('says so after its own 429, until when, and with the evidence', async () => {
    const { api, clock } = openClient(() => spent({ 'retry-after': '45' }));
    const { value } = await elapse(clock, api.call('account_get', {}, { deadlineMs: 20_000 }));
    const retryAtMs = clock.now() + 45_010;
    expect(failureOf(value)).toMatchObject({ kind: 'throttled', status: 429, requestId: 'r-1', retryAtMs, attempts: 1 });
    expect(failureOf(value)?.message).toBe(
      `DigitalOcean throttles requests until ${clockTime(retryAtMs)}, so GET /v2/account was not done.`,
    );
    expect(api.budget()).toMatchObject({ throttled: { untilMs: retryAtMs }, held: null });
  });

  it('says so after a 429 to another call, without a status of its own', async () => {
    const { api, clock, transport, log } = openClient(() => spent({ 'retry-after': '45' }));
    await elapse(clock, api.call('account_get', {}, { deadlineMs: 20_000 }));
    const next = failureOf((await elapse(clock, api.call('droplets_list', {}, { deadlineMs: 20_000 }))).value);
    expect(next).toMatchObject({ kind: 'throttled', retryAtMs: clock.now() + 45_010, attempts: 0 });
    expect(next).not.toHaveProperty('status');
    expect(transport.requests).toHaveLength(1);
    expect(log.at(-1)).toMatch(/^GET \/v2\/droplets: unsent, throttled until \S+Z: 249 of 250 left in the minute, /);
  });

  it('says so for another server too, whose 429 does not hold requests to the account', async () => {
    const { api, clock } = openClient(({ url }) => (url.endsWith('/models') ? spent({ 'retry-after': '45' }) : fine));
    const { value } = await elapse(clock, api.call('inference_list_models', {}, { deadlineMs: 20_000 }));
    expect(failureOf(value)).toMatchObject({ kind: 'throttled', status: 429, retryAtMs: clock.now() + 45_010 });
    expect(failureOf(value)).toMatchObject({ message: /^The server throttles requests until/, nextStep: 'Try again then.' });
    expect(api.budget().throttled).toBeNull();
    expect(await api.call('account_get')).toMatchObject({ ok: true });
  });
});

describe('a call that Buoy holds for longer than it may take', () => {
  it('is not sent, and says which window holds it, until when and what to do', async () => {
    const { api, clock, transport, log } = openClient(() => fine, { pace: { minuteLimit: 2 } });
    await api.call('account_get');
    await api.call('account_get');
    const retryAtMs = clock.now() + 60_010;
    const failure = failureOf(await api.call('account_get', {}, { deadlineMs: 20_000 }));
    expect(failure).toMatchObject({ kind: 'held', window: 'minute', retryAtMs, attempts: 0, nextStep: 'Try again then.' });
    expect(failure?.message).toBe(
      `GET /v2/account was not sent: Buoy has to wait until ${clockTime(retryAtMs)} to stay within DigitalOcean’s 250 requests a minute.`,
    );
    expect(transport.requests).toHaveLength(2);
    expect(log).toEqual([
      `GET /v2/account: unsent, held by minute until ${new Date(retryAtMs).toISOString()}: 0 of 2 left in the minute, 4998 of 5000 in the hour`,
    ]);
  });

  it('is a poll below the reserve of 500, while a person’s call goes at once', async () => {
    const remaining = { 'ratelimit-limit': '5000', 'ratelimit-remaining': '400' };
    const { api, clock } = openClient(() => ({
      ...fine,
      headers: { ...remaining, 'ratelimit-reset': String(Math.floor(clock.now() / 1000) + 1200) },
    }));
    await api.call('account_get');
    const poll = failureOf(await api.call('droplets_list', {}, { lane: 'poll' }));
    expect(poll).toMatchObject({ kind: 'held', window: 'poll-share' });
    expect(poll?.message).toContain('so that its polls leave the rest of the token’s requests to you');
    expect(await api.call('account_get')).toMatchObject({ ok: true });
  });

  it('has timed out if it only did not get its turn', async () => {
    const { api, clock } = openClient(() => 'never');
    const slow = Array.from({ length: 10 }, () => api.call('account_get', {}, { deadlineMs: 12_000 }));
    const next = api.call('account_get', {}, { deadlineMs: 5_000 });
    const failure = failureOf((await elapse(clock, next)).value);
    expect(failure).toMatchObject({ kind: 'timeout', attempts: 0 });
    expect(failure).not.toHaveProperty('retryAtMs');
    await elapse(clock, Promise.all(slow));
  });
});
