import type { EndReason } from '../pacing/call-scope.ts';
import type { Wait } from '../pacing/rate-limiter.ts';
import type { TransportError } from '../transport-port.ts';

/** What the API says in the body of an error, as far as it could be read. */
export interface ErrorBody {
  id: string | null;
  message: string | null;
  requestId: string | null;
}

/** Nothing came back, or not all of it. */
export interface TransportFault {
  type: 'transport';
  reason: Exclude<TransportError['reason'], 'aborted' | 'cut'>;
  wasSent: boolean;
  /** Host and port of the proxy on the way, and with what status it refused; null: neither. */
  through: string | null;
  proxyStatus: number | null;
}

/**
 * How one attempt ended without a usable answer. `repeats.ts` decides from it whether to try again, and `failure.ts` makes a
 * failure of it.
 * - `status`: an answer outside 200 to 299; after a 429 with the time until which nothing is sent, in Unix milliseconds.
 * - `intercepted`: something in between answered with `status` instead of the API.
 * - `transport`: the connection broke. With `wasSent` false the server surely saw nothing.
 * - `timeout`: one of Buoy's own limits ran out, for the headers or for the whole answer.
 * - `cut`, `unparsable`, `too-large`, `too-crowded`: the answer began with `status`, but its body cannot be used.
 * - `ended`: the deadline, the caller or `close` ended the call while the request was running.
 * - `unsent`: the same before the request was sent, or the wait would have been too long. `wait` then says for what.
 */
export type Fault =
  | {
      type: 'status';
      status: number;
      headers: Readonly<Record<string, string>>;
      error: ErrorBody;
      throttledUntilMs: number | null;
    }
  | TransportFault
  | { type: 'timeout'; phase: 'headers' | 'answer' }
  | { type: 'intercepted'; status: number }
  | { type: 'cut'; status: number | null }
  | { type: 'unparsable'; status: number }
  | { type: 'too-large'; status: number }
  | { type: 'too-crowded'; status: number }
  | { type: 'ended'; reason: EndReason; wasSent: boolean }
  | { type: 'unsent'; reason: EndReason; wait: Wait | null };

/** Whether the server may have acted on a request that ended like this. After a 4xx it has not. */
export function mayHaveActed(fault: Fault): boolean {
  switch (fault.type) {
    case 'status':
      return fault.status >= 500;
    case 'transport':
    case 'ended':
      return fault.wasSent;
    case 'timeout':
    case 'cut':
      return true;
    case 'intercepted':
    case 'unparsable':
    case 'too-large':
    case 'too-crowded':
      return fault.status < 300 || fault.status >= 500;
    case 'unsent':
      return false;
  }
}
