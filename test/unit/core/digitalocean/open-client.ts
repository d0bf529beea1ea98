import type { Api } from '../../../../main/core/digitalocean/api.ts';
import { locate } from '../../../../main/core/digitalocean/catalogue/locate.ts';
import { type ApiOptions, createApi } from '../../../../main/core/digitalocean/client.ts';
import type { WireRequest } from '../../../../main/core/digitalocean/transport-port.ts';
import type { Outcome } from '../../../../preload/contract/failure.ts';
import { createFakeClock, type FakeClock } from '../../../doubles/core/fake-clock.ts';
import { createMemoryTransport, type MemoryTransport, type Reply } from './memory-transport.ts';

export const inventedToken = `dop_v1_${'0123456789abcdef'.repeat(4)}`;

export interface OpenClient {
  api: Api;
  clock: FakeClock;
  transport: MemoryTransport;
  log: string[];
}

/** A client over a transport without sockets and a clock that stands still. */
export function openClient(
  answer: (request: WireRequest, index: number) => Reply | Promise<Reply>,
  options: Partial<ApiOptions> = {},
): OpenClient {
  const clock = createFakeClock();
  const transport = createMemoryTransport(answer);
  const log: string[] = [];
  const write = (line: string) => void log.push(line);
  const api = createApi({
    transport,
    clock,
    random: () => 0.5,
    token: inventedToken,
    baseUrl: 'http://127.0.0.1:9/base',
    log: { info: write, warn: write },
    ...options,
  });
  return { api, clock, transport, log };
}

/** What the client's tests call. */
export const calledOperations: readonly string[] = [
  ...['account_get', 'droplets_get', 'droplets_destroy', 'dropletActions_post', 'domains_delete', 'floatingIPs_delete'],
  ...['apps_validate_appSpec', 'inference_create_chat_completion'],
];

/** Reads catalogue files beforehand: reading takes real time, which the test's clock does not show. */
export async function preload(...operationIds: readonly string[]): Promise<void> {
  await Promise.all(operationIds.map(locate));
}

/** An answer to account_get. */
export const fine = { json: { account: { email: 'ops@example.com', uuid: 'u-1' } } } satisfies Reply;

/** An answer with that status. The body is that of a failure unless another is given. */
export const status = (code: number, json: unknown = { id: 'x', message: 'Said', request_id: 'r-1' }, headers = {}): Reply => ({
  status: code,
  json,
  headers,
});

export const failureOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.failure);

/** Moves the clock in steps until the promise settles, for at most `limitMs`. Also returns the time it took. */
export async function elapse<T>(clock: FakeClock, promise: Promise<T>, limitMs = 600_000): Promise<{ value: T; tookMs: number }> {
  const startMs = clock.now();
  let isSettled = false;
  const settled = promise.finally(() => {
    isSettled = true;
  });
  await clock.advance(0);
  while (!isSettled && clock.now() - startMs < limitMs) await clock.advance(Math.max(1, clock.waiting()[0] ?? 1000));
  if (!isSettled) throw new Error(`Still unsettled after ${limitMs} ms`);
  return { value: await settled, tookMs: clock.now() - startMs };
}
