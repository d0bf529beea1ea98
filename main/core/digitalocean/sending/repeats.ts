import { type Fault, mayHaveActed } from './fault.ts';

/** Requests for one call, the first included. */
export const maximumAttempts = 4;

const firstPauseMs = 250;
const longestPauseMs = 4_000;

/**
 * Whether to send again: the milliseconds to wait before, or null to give up.
 *
 * What only reads is repeated whenever another try may go better. What changes something (POST, PUT, PATCH and DELETE alike)
 * only when it surely was not acted upon: the connection never stood, or a 429 refused it. A repeated DELETE could hit
 * a successor of the same name, and a repeated PUT undo what somebody did in between.
 *
 * @param attempt requests made so far, from 1
 * @param random uniform in [0, 1)
 */
export function pauseBeforeRepeat(options: { attempt: number; fault: Fault; isRead: boolean; random: number }): number | null {
  const { attempt, fault, isRead, random } = options;
  if (attempt >= maximumAttempts || !mayGoBetter(fault)) return null;
  if (!isRead && mayHaveActed(fault)) return null;
  // The limiter holds everything for as long as the 429 said; on top of that nothing is gained.
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
      return fault.reason !== 'tls';
    case 'timeout':
    case 'cut':
    case 'unparsable':
      return true;
    case 'too-large':
    case 'ended':
    case 'unsent':
      return false;
  }
}
