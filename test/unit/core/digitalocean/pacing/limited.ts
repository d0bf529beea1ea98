import type { Lane } from '../../../../../main/core/digitalocean/api.ts';
import type { RateLimitFact } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { CallScope } from '../../../../../main/core/digitalocean/pacing/call-scope.ts';
import { documentedPace, type Pace } from '../../../../../main/core/digitalocean/pacing/pace.ts';
import type { Permit } from '../../../../../main/core/digitalocean/pacing/permit.ts';
import type { RateHeaders } from '../../../../../main/core/digitalocean/pacing/rate-headers.ts';
import { type NoLeave, RateLimiter } from '../../../../../main/core/digitalocean/pacing/rate-limiter.ts';
import { createSteadyTime } from '../../../../../main/core/digitalocean/pacing/steady-time.ts';
import { createFakeClock, settle } from '../../../../doubles/core/fake-clock.ts';

export const noHeaders: RateHeaders = { limit: null, remaining: null, resetInMs: null, retryInMs: null };

/** A limiter over a clock that stands still, and requests that ask it for permission. */
export function setUp(pace: Partial<Pace> = {}) {
  const clock = createFakeClock();
  const time = createSteadyTime(clock);
  const logged: string[] = [];
  const write = (line: string) => void logged.push(line);
  const changes: number[] = [];
  const limiter = new RateLimiter({
    time,
    pace: { ...documentedPace, ...pace },
    log: { info: write, warn: write },
    onChange: () => changes.push(clock.now()),
  });
  const log: string[] = [];
  /** Asks for permission. `granted` lists the requests in the order in which they got it. */
  function ask(
    name: string,
    wish: { lane?: Lane; limit?: RateLimitFact | null; items?: number; deadlineMs?: number; signal?: AbortSignal } = {},
  ) {
    const { lane = 'command', limit = null, items = 0, deadlineMs = 10_000_000, signal } = wish;
    const scope = new CallScope(time, (ms, run) => clock.after(ms, run), deadlineMs, signal);
    const result: { permit: Permit | null; noLeave: NoLeave | null; atMs: number } = { permit: null, noLeave: null, atMs: 0 };
    void Promise.resolve(limiter.acquire({ lane, limit, items, scope })).then((given) => {
      if ('wait' in given) result.noLeave = given;
      else result.permit = given;
      result.atMs = clock.now();
      log.push(name);
    });
    return result;
  }
  async function spend(count: number, headers: RateHeaders | null = null, lane: Lane = 'command'): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const asked = ask('spent', { lane });
      await settle();
      asked.permit?.answered(200, headers);
      asked.permit?.release();
      if (!asked.permit) throw new Error(`Request ${index} had to wait`);
    }
  }
  return { clock, limiter, ask, spend, log, logged, changes };
}
