import type { PartChange } from './part-change.ts';

/**
 * The closed set of ways something can fail. Callers branch on `kind`, never on text.
 *
 * - `invalid-arguments`: refused before anything was sent; `field` names the parameter.
 * - `unauthorized` 401, `forbidden` 403 (`scopes` lists what is needed), `not-found` 404 and 410,
 *   `conflict` 409, 412, 423 and 424, `unprocessable` 422, `server-error` 5xx, `http-error` any other status.
 * - `throttled`: DigitalOcean answered 429, or had done so shortly before (`retryAtMs`).
 * - `held`: Buoy would have to wait on its own for longer than the call may take (`retryAtMs`, `window`).
 * - `intercepted`: a proxy, a firewall or a sign-in page answered instead of the API, with `status`.
 * - `network`: no connection, name not found, reset; `untrusted`: a certificate that does not prove who answers; `timeout`: one of our deadlines; `bad-answer`: cut, malformed or
 *   unexpected; `too-large`: over the 32 MB cap.
 * - `outcome-unknown`: a change was sent and its fate is not known.
 * - `incomplete-list`: a listing kept shifting while it was read.
 * - `aborted`: the caller gave up.
 * - `vault-unavailable`, `vault-missing` (a library that leads to it is not installed), `vault-locked`, `vault-refused`, `vault-timeout`, `secret-lost`: the OS keychain.
 * - `busy`: another action runs on the same droplet; `not-supported`: this host lacks the capability.
 * - `refused`: an untrusted caller, a stale confirmation or a link off the allow list.
 * - `storage`: a file of Buoy's own could not be read or written.
 * - `internal`: a defect of Buoy.
 */
export const failureKinds = [
  'invalid-arguments',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'unprocessable',
  'throttled',
  'held',
  'server-error',
  'http-error',
  'intercepted',
  'network',
  'untrusted',
  'timeout',
  'bad-answer',
  'too-large',
  'outcome-unknown',
  'incomplete-list',
  'aborted',
  'vault-unavailable',
  'vault-missing',
  'vault-locked',
  'vault-refused',
  'vault-timeout',
  'secret-lost',
  'busy',
  'not-supported',
  'refused',
  'storage',
  'internal',
] as const;

export type FailureKind = (typeof failureKinds)[number];

/**
 * What Buoy waits for on its own, so that it never causes a 429: the token's minute or hour, the share of both that polls may
 * use, or a limit that only a few operations have.
 */
export const heldWindows = ['minute', 'hour', 'poll-share', 'account-keys', 'cdn-endpoints', 'purged-files'] as const;
export type HeldWindow = (typeof heldWindows)[number];

/** Steps that wait to be run by a person: `runJob` runs them once, without values, until `untilMs` (Unix milliseconds). */
export interface Prepared {
  label: string;
  id: string;
  untilMs: number;
}

/** How something failed, with its evidence. Plain data: it crosses the bridge, and `npm run call` prints it as JSON. */
export interface Failure {
  kind: FailureKind;
  /** What happened, to what: one sentence for people. Never contains a token. */
  message: string;
  /** What to do next: one sentence, if there is something to do. */
  nextStep?: string | undefined;
  operationId?: string | undefined;
  method?: string | undefined;
  /** Path with its values filled in, without host and query. */
  path?: string | undefined;
  /** HTTP status, if an answer came. */
  status?: number | undefined;
  /** The API's own `id` and `message` of its error body. */
  errorId?: string | undefined;
  errorMessage?: string | undefined;
  /** The API's request id, from the body or the `x-request-id` header. */
  requestId?: string | undefined;
  /** Requests made for this call, the first included. */
  attempts?: number | undefined;
  /** When it is worth trying again, as Unix milliseconds. */
  retryAtMs?: number | undefined;
  /** What a `held` call would have had to wait for. */
  window?: HeldWindow | undefined;
  /** Scopes that the operation needs. The token lacks at least one of them. */
  scopes?: string[] | undefined;
  /** The argument at fault, as `path.name`, `query.name`, `headers.name` or `body/pointer`. */
  field?: string | undefined;
  /** What somebody else changed since it was opened. It can be sent on what is there now. */
  changes?: PartChange[] | undefined;
  /** How what stopped can go on. */
  goOn?: Prepared[] | undefined;
}

/** A value, or the reason why there is none. Nothing that crosses between page, host and core throws. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure });
