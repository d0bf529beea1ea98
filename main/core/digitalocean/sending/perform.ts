import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Log } from '../../ports.ts';
import type { Answer } from '../api.ts';
import type { Permit, RateLimiter } from '../pacing/rate-limiter.ts';
import type { Attempt, Exchange, Prepared, Run } from './exchange.ts';
import { failureOf } from './failure.ts';
import { pauseBeforeRepeat } from './repeats.ts';

/** An answer with the requests it cost. */
export type Performed = Outcome<Pick<Answer, 'status' | 'headers' | 'mediaType' | 'body' | 'attempts'>>;
export type Perform = (request: Prepared, run: Run) => Promise<Performed>;

type Once = (request: Prepared, run: Run) => Promise<Attempt>;

/** Waits for leave before each attempt, and gives the place back however the attempt ends. */
export function withPace(limiterFor: (request: Prepared) => RateLimiter, exchange: Exchange): Once {
  return async (request, run) => {
    const limiter = limiterFor(request);
    const { lane, scope } = run;
    const asked = limiter.acquire({ lane, scope, limit: request.limit, items: request.limitItems });
    const leave = asked instanceof Promise ? await asked : asked;
    if ('refused' in leave) {
      return { ok: false, fault: { type: 'unpaced', reason: scope.reason, retryAtMs: leave.retryAtMs } };
    }
    return held(leave, () => exchange(request, run, leave));
  };
}

async function held<T>(permit: Permit, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    permit.release();
  }
}

/** One line for every attempt that failed: method, path, how. */
export function withLog(log: Log, once: Once): Once {
  return async (request, run) => {
    const attempt = await once(request, run);
    if (!attempt.ok) {
      const { fault } = attempt;
      const detail = 'status' in fault ? ` ${fault.status}` : 'reason' in fault ? ` ${fault.reason}` : '';
      log.info(`${request.method} ${request.path}: ${fault.type}${detail}`);
    }
    return attempt;
  };
}

export interface RepeatOptions {
  random: () => number;
  scrub: (text: string) => string;
  /** Until when the API refuses requests, Unix milliseconds; null: it does not. */
  throttledUntilMs: () => number | null;
}

/** Sends again where that is safe and worth it, within the call's deadline; else says what became of the call. */
export function withRepeats(once: Once, { random, scrub, throttledUntilMs }: RepeatOptions): Perform {
  return async (request, run) => {
    // What a refused attempt was refused for, in case no further one gets its turn.
    let told: Failure | null = null;
    for (let attempts = 1; ; attempts += 1) {
      const attempt = await once(request, run);
      if (attempt.ok) return success({ ...attempt.answer, attempts });
      const { fault } = attempt;
      const isUnsent = fault.type === 'unpaced';
      const retryAtMs = isUnsent ? fault.retryAtMs : throttledUntilMs();
      const failure = failureOf(fault, { request, attempts: isUnsent ? attempts - 1 : attempts, retryAtMs, scrub });
      if (isUnsent && told && failure.kind !== 'aborted') return failed({ ...told, ...whenOf(failure) });
      told = failure;
      const pauseMs = pauseBeforeRepeat({ attempt: attempts, fault, isRead: request.isRead, random: random() });
      if (pauseMs === null) return failed(failure);
      if (pauseMs > 0 && !(await run.scope.pause(pauseMs)) && run.scope.reason === 'deadline') return failed(failure);
    }
  };
}

const whenOf = ({ retryAtMs }: Failure): Pick<Failure, 'retryAtMs'> => (retryAtMs === undefined ? {} : { retryAtMs });
