import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Log } from '../../ports.ts';
import type { Answer } from '../api.ts';
import type { RateLimiter } from '../pacing/rate-limiter.ts';
import type { Attempt, Exchange, Prepared, Run } from './exchange.ts';
import { failureOf } from './failure.ts';
import type { Fault } from './fault.ts';
import { pauseBeforeRepeat } from './repeats.ts';

/** An answer with the number of requests that it cost. */
export type Performed = Outcome<Pick<Answer, 'status' | 'headers' | 'mediaType' | 'body' | 'attempts'>>;
export type Perform = (request: Prepared, run: Run) => Promise<Performed>;

type Once = (request: Prepared, run: Run) => Promise<Attempt>;

/** Waits for permission before each attempt, and gives the place back however the attempt ends. */
export function withPace(limiterFor: (request: Prepared) => RateLimiter, exchange: Exchange): Once {
  return async (request, run) => {
    const { lane, scope } = run;
    const asked = limiterFor(request).acquire({ lane, scope, limit: request.limit, items: request.limitItems });
    const leave = asked instanceof Promise ? await asked : asked;
    if ('wait' in leave) return { ok: false, fault: { type: 'unsent', reason: scope.reason ?? 'deadline', wait: leave.wait } };
    try {
      return await exchange(request, run, leave);
    } finally {
      leave.release();
    }
  };
}

/** Writes one line for each failed attempt: method, path, and what happened. The limiter logs each wait and each 429 itself. */
export function withLog(log: Log, once: Once): Once {
  return async (request, run) => {
    const attempt = await once(request, run);
    if (!attempt.ok) log.info(`${request.method} ${request.path}: ${inLog(attempt.fault)}`);
    return attempt;
  };
}

function inLog(fault: Fault): string {
  if (fault.type === 'unsent' && fault.wait) {
    const { by, untilMs, left } = fault.wait;
    return `unsent, ${by === 'throttled' ? 'throttled' : `held by ${by}`} until ${new Date(untilMs).toISOString()}: ${left}`;
  }
  if ('status' in fault) return `${fault.type} ${fault.status}`;
  return 'reason' in fault ? `${fault.type} ${fault.reason}` : fault.type;
}

/**
 * Sends again where that is safe and useful, within the call's deadline. Otherwise returns how the call failed.
 * @param random uniform in [0, 1)
 */
export function withRepeats(once: Once, random: () => number): Perform {
  return async (request, run) => {
    // How the last attempt that was sent failed. That is the answer if the next one gets no turn before the deadline.
    let told: Failure | null = null;
    for (let attempts = 1; ; attempts += 1) {
      const attempt = await once(request, run);
      if (attempt.ok) return success({ ...attempt.answer, attempts });
      const { fault } = attempt;
      const { time } = run.scope;
      const isUnsent = fault.type === 'unsent';
      const made = isUnsent ? attempts - 1 : attempts;
      const failure = failureOf(fault, { request, attempts: made, nowMs: time.toWallMs(time.now()) });
      if (isUnsent && told && failure.kind !== 'aborted') {
        return failed(told.kind === 'throttled' && fault.wait ? { ...told, ...failure } : { ...told, ...whenOf(failure) });
      }
      told = failure;
      const pauseMs = pauseBeforeRepeat({ attempt: attempts, fault, isRead: request.isRead, random: random() });
      if (pauseMs === null) return failed(failure);
      if (pauseMs > 0 && !(await run.scope.pause(pauseMs)) && run.scope.reason === 'deadline') return failed(failure);
    }
  };
}

const whenOf = ({ retryAtMs }: Failure): Pick<Failure, 'retryAtMs'> => (retryAtMs === undefined ? {} : { retryAtMs });
