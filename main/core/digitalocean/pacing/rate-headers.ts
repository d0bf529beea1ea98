/**
 * What an answer says about the budget. Absent or unreadable parts are null: they never count as zero.
 * https://docs.digitalocean.com/reference/api/digitalocean/#section/Introduction/Rate-Limit (read August 2026)
 */
export interface RateHeaders {
  /** Requests an hour that the API grants. */
  limit: number | null;
  /** Requests left in the rolling hour. On a 429 it may be the minute's number. */
  remaining: number | null;
  /** Milliseconds until the oldest request leaves the count. Only approximate, because it came from another clock. */
  resetInMs: number | null;
  /** Milliseconds that a client should wait after a 429. */
  retryInMs: number | null;
}

const hourMs = 3_600_000;

/**
 * Reads the headers of an answer. Times are compared with the answer's own Date header, so a wrong local clock does no harm;
 * `nowMs` (Unix) is only used without that header. Both waits are limited to an hour, the longest window.
 */
export function readRateHeaders(headers: Readonly<Record<string, string>>, nowMs: number): RateHeaders {
  const serverMs = readDateMs(headers.date) ?? nowMs;
  const resetSeconds = readCount(headers['ratelimit-reset']);
  const limit = readCount(headers['ratelimit-limit']);
  return {
    limit: limit === 0 ? null : limit,
    remaining: readCount(headers['ratelimit-remaining']),
    resetInMs: resetSeconds === null ? null : within(resetSeconds * 1000 - serverMs),
    retryInMs: readRetryAfter(headers['retry-after'], serverMs),
  };
}

function readRetryAfter(text: string | undefined, serverMs: number): number | null {
  const seconds = readCount(text);
  if (seconds !== null) return within(seconds * 1000);
  const dateMs = readDateMs(text);
  return dateMs === null ? null : within(dateMs - serverMs);
}

function readCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null;
}

function readDateMs(text: string | undefined): number | null {
  if (text === undefined || !/[a-z]/i.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

const within = (ms: number): number => Math.min(hourMs, Math.max(0, ms));
