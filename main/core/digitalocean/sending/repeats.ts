import { type Fault, mayHaveActed } from './fault.ts';

/** Requests for one call, the first included. */
export const maximumAttempts = 4;

const firstPauseMs = 250;
const longestPauseMs = 4_000;

/**
 * Milliseconds to wait before the next attempt, or null to give up.
 *
 * A request that only reads is repeated whenever another attempt may succeed. A request that changes something (POST, PUT,
 * PATCH and DELETE alike) is repeated only if the server surely did not act on it: no connection was made, or a 429 refused
 * it. A repeated DELETE could delete a new thing of the same name, and a repeated PUT could undo somebody else's change.
 *
 * @param attempt requests made so far, from 1
 * @param random uniform in [0, 1)
 */
export function pauseBeforeRepeat(options: { attempt: number; fault: Fault; isRead: boolean; random: number }): number | null {
  const { attempt, fault, isRead, random } = options;
  if (attempt >= maximumAttempts || !mayGoBetter(fault)) return null;
  if (!isRead && mayHaveActed(fault)) return null;
  // The limiter already holds all requests for as long as the 429 said. A further wait gains nothing.
  if (fault.type === 'status' && fault.status === 429) return 0;
  const fullMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  return Math.round(fullMs * (0.5 + random / 2));
}

const passingStatuses: readonly number[] = [429, 500, 502, 503, 504];

/** Whether the same request may succeed a moment later. */
function mayGoBetter(fault: Fault): boolean {
  switch (fault.type) {
    case 'status':
      return passingStatuses.includes(fault.status);
    case 'transport':
      return fault.reason !== 'tls' && (fault.proxyStatus === null || fault.proxyStatus >= 500);
    case 'timeout':
    case 'cut':
    case 'unparsable':
      return true;
    // It answers the next request as well. Polls come back to it at their own pace.
    case 'intercepted':
    case 'too-large':
    case 'too-crowded':
    case 'ended':
    case 'unsent':
      return false;
  }
}
