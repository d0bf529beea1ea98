import type { Failure, FailureKind } from '../../../../preload/contract/failure.ts';
import { type FailureText, failureWords } from '../../words/api-failures.ts';
import type { Wait } from '../pacing/rate-limiter.ts';
import { isFromApi } from './answer-body.ts';
import type { Prepared } from './exchange.ts';
import { type Fault, mayHaveActed, type TransportFault } from './fault.ts';

/** What is known about a failed call besides how it ended. */
export interface FailureContext {
  request: Pick<Prepared, 'operationId' | 'method' | 'path' | 'isRead' | 'isPaced' | 'scopes'>;
  /** Requests made. */
  attempts: number;
  /** Unix milliseconds, for the times in sentences. */
  nowMs: number;
}

/** Makes a failure of the fault with which the last attempt ended. */
export function failureOf(fault: Fault, context: FailureContext): Failure {
  const { request, attempts } = context;
  const { operationId, method, path } = request;
  const base = { operationId, method, path, attempts, ...evidenceOf(fault) };
  if (!request.isRead && mayHaveActed(fault)) {
    return { kind: 'outcome-unknown', ...failureWords.outcomeUnknown(request, statusOf(fault)), ...base };
  }
  const { kind, text, more } = kindOf(fault, context);
  return { kind, ...text, ...base, ...more };
}

type Explained = { kind: FailureKind; text: FailureText; more?: Pick<Failure, 'retryAtMs' | 'window' | 'scopes'> };

function kindOf(fault: Fault, context: FailureContext): Explained {
  const { request } = context;
  switch (fault.type) {
    case 'status':
      return statusKind(fault, context);
    case 'transport':
      return transportKind(fault, request);
    case 'timeout':
      return { kind: 'timeout', text: failureWords.timeout(request) };
    case 'intercepted':
      return { kind: 'intercepted', text: failureWords.intercepted(request, fault.status) };
    case 'cut':
      return { kind: 'bad-answer', text: failureWords.cut(request) };
    case 'unparsable':
      return { kind: 'bad-answer', text: failureWords.unparsable(request) };
    case 'too-large':
      return { kind: 'too-large', text: failureWords.tooLarge(request) };
    case 'too-crowded':
      return { kind: 'too-large', text: failureWords.tooCrowded(request) };
    case 'ended':
      return endKind(fault.reason, request);
    case 'unsent':
      return fault.wait ? waitKind(fault.wait, context) : endKind(fault.reason, request);
  }
}

function waitKind({ by, untilMs }: Pick<Wait, 'by' | 'untilMs'>, { request, nowMs }: FailureContext): Explained {
  if (by === 'throttled') {
    // A request that is not paced went to another server, which has limits of its own.
    const text = request.isPaced ? failureWords.throttled : failureWords.throttledElsewhere;
    return { kind: 'throttled', text: text(request, untilMs, nowMs), more: { retryAtMs: untilMs } };
  }
  return { kind: 'held', text: failureWords.held(request, by, untilMs, nowMs), more: { retryAtMs: untilMs, window: by } };
}

/** Answers that refuse a change because of how things are now. */
const conflicts: ReadonlySet<number> = new Set([409, 412, 423, 424]);

function statusKind(
  { status, headers, error, throttledUntilMs }: Extract<Fault, { type: 'status' }>,
  context: FailureContext,
): Explained {
  const { request } = context;
  const said = error.message;
  // Only a 429 comes with a time.
  if (throttledUntilMs !== null) return waitKind({ by: 'throttled', untilMs: throttledUntilMs }, context);
  if (status === 401) {
    // A request that is not paced went to another server, which never gets the account token.
    const text = request.isPaced ? failureWords.unauthorized(request) : failureWords.unauthorizedElsewhere(request);
    return { kind: 'unauthorized', text };
  }
  if (status === 403) {
    const more = request.scopes.length > 0 ? { scopes: [...request.scopes] } : {};
    return { kind: 'forbidden', text: failureWords.forbidden(request, request.scopes, said), more };
  }
  if (status === 404) return { kind: 'not-found', text: failureWords.notFound(request) };
  if (status === 410) return { kind: 'not-found', text: failureWords.gone(request) };
  if (conflicts.has(status)) return { kind: 'conflict', text: failureWords.conflict(request, status, said) };
  if (status === 422) return { kind: 'unprocessable', text: failureWords.unprocessable(request, said) };
  if (status >= 500) {
    const isSaid = !request.isPaced || isFromApi(request.method, headers, error);
    return isSaid
      ? { kind: 'server-error', text: failureWords.serverError(request, status) }
      : { kind: 'intercepted', text: failureWords.edgeError(request, status) };
  }
  return { kind: 'http-error', text: failureWords.httpError(request, status, said) };
}

function transportKind({ reason, through, proxyStatus }: TransportFault, request: FailureContext['request']): Explained {
  switch (reason) {
    case 'proxy-refused':
      return { kind: 'network', text: failureWords.proxyRefused(through ?? '', proxyStatus) };
    case 'refused':
      return { kind: 'network', text: through === null ? failureWords.refused() : failureWords.proxyUnreachable(through) };
    case 'unreachable':
      return { kind: 'network', text: through === null ? failureWords.unreachable() : failureWords.proxyUnreachable(through) };
    case 'reset':
      return { kind: 'network', text: failureWords.reset(request, through) };
    case 'tls':
      return { kind: 'untrusted', text: failureWords.tls(through) };
    case 'connect-timeout':
      return { kind: 'timeout', text: failureWords.connectTimeout(through) };
    case 'headers-timeout':
      return { kind: 'timeout', text: failureWords.timeout(request) };
  }
}

function endKind(reason: 'deadline' | 'aborted' | 'closed', request: FailureContext['request']): Explained {
  if (reason === 'deadline') return { kind: 'timeout', text: failureWords.deadline(request) };
  return { kind: 'aborted', text: reason === 'aborted' ? failureWords.aborted(request) : failureWords.closed(request) };
}

const statusOf = (fault: Fault): number | null => ('status' in fault && fault.status ? fault.status : null);

/** Status, request id, and the API's own id and message, as far as they came. */
function evidenceOf(fault: Fault): Partial<Failure> {
  const status = statusOf(fault);
  const evidence: Partial<Failure> = status === null ? {} : { status };
  if (fault.type !== 'status') return evidence;
  const { error, headers } = fault;
  const requestId = error.requestId ?? headers['x-request-id'];
  if (error.id !== null) evidence.errorId = error.id;
  if (error.message !== null) evidence.errorMessage = error.message;
  if (requestId) evidence.requestId = requestId;
  return evidence;
}
