import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Clock, Log } from '../ports.ts';
import { argumentWords } from '../words/api-arguments.ts';
import { failureWords } from '../words/api-failures.ts';
import type { Answer, Api, CallArguments, CallOptions, Collection } from './api.ts';
import { type FoundOperation, UnknownOperationError } from './catalogue/load.ts';
import { locate, located } from './catalogue/locate.ts';
import { list } from './listing/listing.ts';
import { byRegions } from './listing/regional.ts';
import { createBudgetFeed } from './pacing/budget-feed.ts';
import { CallScope } from './pacing/call-scope.ts';
import { documentedPace, type Pace } from './pacing/pace.ts';
import { RateLimiter } from './pacing/rate-limiter.ts';
import { createSteadyTime } from './pacing/steady-time.ts';
import { planOf } from './request/plan.ts';
import { prepare } from './request/prepare.ts';
import { similarOperations } from './request/similar-operations.ts';
import { Token } from './request/token.ts';
import { defaultDeadlineMs } from './sending/bounds.ts';
import { createExchange, type Run } from './sending/exchange.ts';
import { withLog, withPace, withRepeats } from './sending/perform.ts';
import { Turns } from './sending/turns.ts';
import type { Transport } from './transport-port.ts';

export interface ApiOptions {
  /** Belongs to the caller, who closes it after the API. */
  transport: Transport;
  clock: Clock;
  /** Uniform in [0, 1). Spreads repeats in time. */
  random: () => number;
  token: Token | string;
  /** Replaces every server of the API; may include a path. Default and null: DigitalOcean itself. */
  baseUrl?: string | null;
  log: Log;
  /** The token's limits, where they differ from the documented ones. */
  pace?: Partial<Pace>;
}

/** A limit that nothing reaches. */
const countless = 1_000_000_000;

/**
 * Opens the API for one token. A request passes through these steps, from the outside in: check of the arguments, repeats,
 * log, pacing, and one exchange within its bounds. Each step wraps the next and can be tested alone. Calls never throw or
 * reject; every problem comes back as a `Failure`.
 */
export function createApi(options: ApiOptions): Api {
  const { transport, clock, log, random } = options;
  const token = typeof options.token === 'string' ? new Token(options.token) : options.token;
  const sender = { token, baseUrl: options.baseUrl ?? null };
  const time = createSteadyTime(clock);
  const pace = { ...documentedPace, ...options.pace };
  const feed = createBudgetFeed(clock, () => limiter.budget());
  const limiter = new RateLimiter({ time, pace, log, onChange: feed.changed });
  // Requests to inference and agent servers do not count for the token. Only the number in flight is limited.
  const unpaced = new RateLimiter({ time, pace: { ...pace, minuteLimit: countless, hourLimit: countless } });
  const turns = new Turns((run) => (transport.nextTurn ? transport.nextTurn(run) : void clock.after(0, run)));
  // From the inside out: the exchange, its pacing, the log of each attempt, and the repeats around them.
  const exchange = createExchange({ transport, clock, turns });
  const paced = withPace((request) => (request.isPaced ? limiter : unpaced), exchange);
  const perform = withRepeats(withLog(log, paced), random);
  const scopes = new Set<CallScope>();
  let isClosed = false;

  const warned = new Map<string, string>();
  /** Tells the log what a listing contradicts itself in, when that changes: a poll finds the same again and again. */
  function warnOnce(operationId: string, warning: string): void {
    if (warning !== '' && warned.get(operationId) !== warning) log.warn(`${operationId}: ${warning}`);
    warned.set(operationId, warning);
  }

  /** Finds the operation, opens a scope for the call, and turns an exception into a failure. */
  async function within<T>(
    operationId: string,
    { lane = 'command', deadlineMs = defaultDeadlineMs[lane], signal, onChunk }: CallOptions,
    work: (found: FoundOperation, run: Run) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const scope = new CallScope(time, (ms, run) => clock.after(ms, run), deadlineMs, signal);
    if (isClosed) scope.end('closed');
    scopes.add(scope);
    try {
      // An operation that was called before needs no turn of its own.
      const found = located(operationId) ?? (await locate(operationId));
      return await work(found, { scope, lane, onChunk });
    } catch (error) {
      return failed(await defect(operationId, error));
    } finally {
      scope.dispose();
      scopes.delete(scope);
    }
  }

  /** An unknown operation is the caller's mistake. Anything else is a defect of Buoy's, so its stack goes to the log. */
  async function defect(operationId: string, error: unknown): Promise<Failure> {
    if (error instanceof UnknownOperationError) {
      const nextStep = argumentWords.similar(await similarOperations(operationId));
      const message = argumentWords.unknownOperation(operationId);
      return { kind: 'invalid-arguments', message, nextStep, field: 'operationId', operationId };
    }
    log.warn(token.scrubber.scrub(`${operationId}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    return { kind: 'internal', ...failureWords.internal({ method: 'Call', path: operationId }), operationId };
  }

  return {
    call: <T>(operationId: string, args: CallArguments = {}, callOptions: CallOptions = {}) =>
      within<Answer<T>>(operationId, callOptions, async (found, run) => {
        const startedAtMs = time.now();
        const prepared = prepare(planOf(found), args, callOptions, sender);
        if (!prepared.ok) return prepared;
        const answered = await perform(prepared.value.request, run);
        if (!answered.ok) return answered;
        const durationMs = time.now() - startedAtMs;
        const { warnings } = prepared.value;
        return success({ ...answered.value, body: answered.value.body as T, durationMs, warnings });
      }),
    listAll: byRegions(<T>(operationId: string, args: CallArguments = {}, callOptions: CallOptions = {}) =>
      within<Collection<T>>(operationId, callOptions, async (found, run) => {
        const listed = await list(planOf(found), { perform, sender, args, options: callOptions, run });
        if (!listed.ok) return listed;
        warnOnce(operationId, listed.value.warnings.join(' '));
        return success({ ...listed.value, items: listed.value.items as T[] });
      }),
    ),
    budget: () => limiter.budget(),
    ownServer: sender.baseUrl,
    subscribeBudget: feed.subscribe,
    close() {
      // Calls that run end as aborted, and later ones end at once. The transport belongs to the caller.
      isClosed = true;
      for (const scope of [...scopes]) scope.end('closed');
      feed.stop();
      return Promise.resolve();
    },
  };
}
