import type { Cancel, Clock } from '../../ports.ts';
import type { Answer, Lane } from '../api.ts';
import type { RateLimitFact } from '../catalogue/types.ts';
import type { CallScope } from '../pacing/call-scope.ts';
import type { Permit } from '../pacing/permit.ts';
import { readRateHeaders } from '../pacing/rate-headers.ts';
import type { SecretScrubber } from '../secret-scrubber.ts';
import { type Transport, TransportError, type WireAnswer } from '../transport-port.ts';
import { essenceOf, isFromApi, isReadAsJson, joinBytes, readError, readSuccess, type SuccessFacts } from './answer-body.ts';
import { type Bounds, streamSilenceMs } from './bounds.ts';
import type { Fault } from './fault.ts';
import { JsonBounds, TooCrowded } from './json-bounds.ts';
import type { Turns } from './turns.ts';
import { type BodyBytes, leave, readBytes, readErrorBytes, readStream, TooLarge } from './wire-body.ts';

/** One request ready to be sent, with what is needed to judge its answer. */
export interface Prepared {
  operationId: string;
  method: string;
  url: string;
  /** Path with its values, without base and query, for failures and the log. */
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
  /** Changes nothing, so it may be repeated. */
  isRead: boolean;
  /** A success must be JSON. */
  isJson: boolean;
  /** Takes the credential that is sent out of what comes back. */
  scrubber: SecretScrubber;
  bounds: Bounds;
  /** Whether it counts in the token's windows. Requests to other servers do not. */
  isPaced: boolean;
  /** The operation's own limit, and how many entries of the body count against it. */
  limit: RateLimitFact | null;
  limitItems: number;
  /** Scopes that the token needs, all of them. Of an operation with alternatives, the first alternative. */
  scopes: readonly string[];
}

/** What travels with a request through the wrappers. */
export interface Run {
  scope: CallScope;
  lane: Lane;
  onChunk?: ((text: string) => void) | undefined;
  /** Turns a parsed body into what the caller keeps of it, in the same turn, so that large bodies are freed early. */
  reduce?: ((body: unknown) => unknown) | undefined;
}

/** How one attempt ended. */
export type Attempt =
  | { ok: true; answer: Pick<Answer, 'status' | 'headers' | 'mediaType' | 'body'> }
  | { ok: false; fault: Fault };

/** One attempt at a request. Every wrapper (pacing, log) has the same shape. */
export type Exchange = (request: Prepared, run: Run, permit: Permit) => Promise<Attempt>;

const failed = (fault: Fault): Attempt => ({ ok: false, fault });

/** Sends a request once and reads its answer within the bounds. What goes wrong on the way comes back as a fault. */
export function createExchange({ transport, clock, turns }: { transport: Transport; clock: Clock; turns: Turns }): Exchange {
  return async (request, run, permit) => {
    if (run.scope.reason !== null) return failed({ type: 'ended', reason: run.scope.reason, wasSent: false });
    const watch = new Watch(clock, run.scope, request.bounds.headersMs);
    let status: number | null = null;
    try {
      const wire = await transport.exchange({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: request.body,
        signal: watch.signal,
        connectTimeoutMs: request.bounds.connectMs,
        headersTimeoutMs: request.bounds.headersMs,
      });
      status = wire.status;
      const throttledUntilMs = permit.answered(wire.status, readRateHeaders(wire.headers, clock.now()));
      return await readAnswer(wire, request, run, { turns, watch, permit, throttledUntilMs });
    } catch (error) {
      const fault = watch.faultOf(error, status);
      // A request that never reached the server gives its places in the windows back.
      if (status === null && !mayHaveArrived(fault)) permit.notSent();
      return failed(fault);
    } finally {
      watch.end();
    }
  };
}

function mayHaveArrived(fault: Fault): boolean {
  return fault.type === 'transport' || fault.type === 'ended' ? fault.wasSent : true;
}

class Unparsable extends Error {}

async function readAnswer(
  wire: WireAnswer,
  request: Prepared,
  run: Run,
  { turns, watch, permit, throttledUntilMs }: { turns: Turns; watch: Watch; permit: Permit; throttledUntilMs: number | null },
): Promise<Attempt> {
  const { status } = wire;
  const { isJson, scrubber } = request;
  const headers = Object.fromEntries(Object.entries(wire.headers).map(([name, value]) => [name, scrubber.scrub(value)]));
  const isSuccess = status >= 200 && status < 300;
  const mediaType = essenceOf(headers['content-type']);
  const isStream = isSuccess && mediaType === 'text/event-stream';
  // A stream may last, but not be silent; any other body has the rest of its time.
  watch.bodyWithin(isStream ? streamSilenceMs : request.bounds.answerMs - watch.elapsedMs());
  // Too large by its own account: refused before anything is read. `readBytes` counts the rest.
  if (Number(headers['content-length'] ?? 0) > request.bounds.bodyBytes) {
    await leave(wire);
    throw new TooLarge();
  }
  if (isStream) {
    const text = await readStream(wire, {
      ...{ maximumBytes: request.bounds.bodyBytes, scrubber, onChunk: run.onChunk },
      onLife: () => watch.bodyWithin(streamSilenceMs),
    });
    return { ok: true, answer: { status, headers, mediaType, body: text } };
  }
  if (!isSuccess) {
    const error = readError(await readErrorBytes(wire), scrubber);
    // Behind an error of 500 and above the API's own edge may speak, but for 511, with which a network wants a person to sign in.
    // A 429 must be obeyed whoever says it.
    const isJudged = request.isPaced && (status < 500 || status === 511) && throttledUntilMs === null;
    if (isJudged && !isFromApi(request.method, headers, error)) return failed({ type: 'intercepted', status });
    return failed({ type: 'status', status, headers, error, throttledUntilMs });
  }
  const json = isReadAsJson(mediaType, isJson) ? new JsonBounds() : null;
  const { chunks, length } = await readBytes(wire, request.bounds.bodyBytes, (chunk) => json?.see(chunk));
  // All bytes are here, so the next request may start while this answer waits to be parsed.
  permit.release();
  // The sign-in page of a network answers every request with a page of its own.
  if (isJson && json === null && length > 0) return failed({ type: 'intercepted', status });
  const facts = { mediaType, isJson, scrubber, values: json?.values ?? 0 };
  const body = await turns.walk(length, reading({ chunks, length }, facts, run.reduce));
  return { ok: true, answer: { status, headers, mediaType, body } };
}

/** Parses the body, and makes of it what the caller keeps, in the same step. Nothing is joined before its turn. */
function* reading(body: BodyBytes, facts: SuccessFacts, reduce: Run['reduce']): Generator<void, unknown> {
  let parsed: unknown;
  try {
    parsed = yield* readSuccess(joinBytes(body.chunks, body.length), facts);
  } catch (error) {
    throw error instanceof TooCrowded ? error : new Unparsable();
  }
  return reduce ? reduce(parsed) : parsed;
}

/** Aborts an exchange when one of its bounds or the call's scope ends, and says afterwards which one it was. */
class Watch {
  readonly #clock: Clock;
  readonly #scope: CallScope;
  readonly #controller = new AbortController();
  readonly #forget: Cancel;
  readonly #startedAtMs: number;
  #cancelTimer: Cancel;
  #phase: 'headers' | 'answer' = 'headers';
  #isLate = false;

  constructor(clock: Clock, scope: CallScope, headersMs: number) {
    this.#clock = clock;
    this.#scope = scope;
    this.#startedAtMs = scope.time.now();
    this.#forget = scope.onEnd(() => this.#controller.abort());
    this.#cancelTimer = this.#arm(headersMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds since the request was handed to the transport. */
  elapsedMs(): number {
    return this.#scope.time.now() - this.#startedAtMs;
  }

  /** The headers came: what follows may take `ms` milliseconds from now. */
  bodyWithin(ms: number): void {
    this.#phase = 'answer';
    this.#cancelTimer();
    this.#cancelTimer = this.#arm(ms);
  }

  end(): void {
    this.#cancelTimer();
    this.#forget();
  }

  /**
   * What ended the exchange. The scope and the bounds come before the transport's own error, because they caused it. An error
   * that is neither is a defect and is thrown on.
   */
  faultOf(error: unknown, status: number | null): Fault {
    const wasSent = error instanceof TransportError ? error.wasSent : true;
    if (error instanceof TooLarge) return { type: 'too-large', status: status ?? 0 };
    if (error instanceof TooCrowded) return { type: 'too-crowded', status: status ?? 0 };
    if (error instanceof Unparsable) return { type: 'unparsable', status: status ?? 0 };
    if (this.#scope.reason !== null) return { type: 'ended', reason: this.#scope.reason, wasSent };
    if (this.#isLate) return wasSent ? { type: 'timeout', phase: this.#phase } : neverConnected;
    if (!(error instanceof TransportError)) throw error;
    if (error.reason === 'cut' || status !== null) return { type: 'cut', status };
    if (error.reason === 'headers-timeout') return { type: 'timeout', phase: 'headers' };
    if (error.reason === 'aborted') return { type: 'ended', reason: 'closed', wasSent };
    const { reason, through, proxyStatus } = error;
    return { type: 'transport', reason, wasSent, through, proxyStatus };
  }

  #arm(ms: number): Cancel {
    return this.#clock.after(Math.max(0, ms), () => {
      this.#isLate = true;
      this.#controller.abort();
    });
  }
}

/** The time for the headers ran out before the connection was open, so the server saw nothing. */
const neverConnected: Fault = {
  type: 'transport',
  reason: 'connect-timeout',
  wasSent: false,
  through: null,
  proxyStatus: null,
};
