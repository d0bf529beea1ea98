import { fillPath } from '../../../preload/contract/api-address.ts';
import { dangerOf } from '../../../preload/contract/danger-of.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { ApiRequest, ApiResult } from '../../../preload/contract/schema.ts';
import type { Answer, Api, CallArguments, CallOptions } from '../digitalocean/api.ts';
import { type FoundOperation, findOperation } from '../digitalocean/catalogue/load.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices, OperationsPart } from '../services.ts';
import { operationWords } from '../words/operations.ts';
import { answerBody } from './answer-body.ts';
import { callArguments, decodeBase64 } from './arguments.ts';
import { bodyProblems } from './body-problems.ts';
import { createDownloads } from './downloads.ts';
import { followAnswer } from './follow-answer.ts';
import { followKinds } from './follow-kinds.ts';
import { questionFor, subjectOf } from './question.ts';
import { isSecretAnswer } from './secret-answers.ts';

/** Two minutes for an ordinary call, ten for one that streams, because models may think for long. */
const deadlineMs = 120_000;
const streamDeadlineMs = 600_000;

/**
 * Sends any operation of the API that a person filled in as a form. In this order: the arguments are read, the body is
 * compared with the published schema, the guard asks if the call can do harm, and the request is sent. A running request can
 * be cancelled, and what it starts is followed until it ends.
 */
export function createOperations(services: CoreServices, resources: Resources): OperationsPart {
  const downloads = createDownloads(services.clock, services.random);
  const { credentials, running } = services;
  for (const kind of followKinds) services.followers.register(kind);

  /** The name behind an identifier, if Buoy has read it; null otherwise. */
  function nameOf(connectionId: string, identifier: string): string | null {
    const droplet = services.state().connections.get(connectionId)?.droplets.get(Number(identifier));
    if (droplet) return droplet.name;
    const name = resources.find(connectionId, identifier)?.name;
    return typeof name === 'string' && name !== '' ? name : null;
  }

  /**
   * The question to ask first; `null` when none is needed or it was answered. The answer and the request's id are no part of
   * the subject, because they differ between the two runs.
   */
  function guard(operation: Operation, request: ApiRequest): Outcome<ApiResult | null> {
    const level = dangerOf(operation, request.body);
    if (level === 'safe' || level === 'normal') return success(null);
    const { confirmation, requestId: _requestId, ...subject } = request;
    if (confirmation) {
      const checked = services.guard.check(subject, confirmation);
      return checked.ok ? success(null) : checked;
    }
    const question = questionFor({
      operation,
      level,
      subject: subjectOf(operation, request, (identifier) => nameOf(request.connectionId, identifier)),
      team: services.connectionName(request.connectionId),
      path: fillPath(operation.path, request.path),
    });
    return success({ status: 'needs-confirmation', confirmation: services.guard.ask(subject, question) });
  }

  /** Deadline, stream and credential of a call. Fails when the named credential is not in the vault. */
  async function options(
    request: ApiRequest,
    signal: AbortSignal,
    onChunk: (text: string) => void,
  ): Promise<Outcome<CallOptions>> {
    const secret = request.credentialName === undefined ? null : await credentials.secret(request.credentialName);
    if (secret && !secret.ok) return secret;
    const isStreamed = asksForStream(request.body);
    return success({
      signal,
      deadlineMs: isStreamed ? streamDeadlineMs : deadlineMs,
      ...(isStreamed ? { onChunk } : {}),
      ...(request.isHeadersOnly ? { isHeadersOnly: true } : {}),
      ...(secret ? { otherCredential: secret.value } : {}),
      ...(request.otherBaseUrl === undefined ? {} : { otherBaseUrl: request.otherBaseUrl }),
    });
  }

  /** Sends the request, tells the page about chunks of a stream, and follows what it started. */
  async function exchange(api: Api, operation: Operation, request: ApiRequest, args: CallArguments): Promise<Outcome<ApiResult>> {
    const abort = new AbortController();
    running.set(request.requestId, abort);
    let wasStreamed = false;
    const given = await options(request, abort.signal, (text) => {
      wasStreamed = true;
      services.emit('streamChunk', { requestId: request.requestId, text });
    });
    if (!given.ok) {
      running.delete(request.requestId);
      return given;
    }
    const startedAtMs = services.clock.now();
    const answer = await send(api, operation, request, args, given.value);
    running.delete(request.requestId);
    // After a failure too, because the request may have been carried out.
    if (operation.method !== 'GET') resources.invalidate(request.connectionId, fillPath(operation.path, request.path));
    if (!answer.ok) return answer;
    const { value } = answer;
    return success({
      status: 'answered',
      httpStatus: value.status,
      durationMs: Math.max(0, services.clock.now() - startedAtMs),
      cost: value.attempts,
      remaining: api.budget().remaining,
      headers: Object.entries(value.headers),
      body: answerBody(operation, value, wasStreamed, downloads),
      warnings: value.warnings,
      actionKeys: followAnswer(services, {
        operation,
        connectionId: request.connectionId,
        path: request.path,
        body: value.body,
        name: (id) => nameOf(request.connectionId, id),
      }),
      isSecret: isSecretAnswer(operation, value.body),
    });
  }

  async function sendRequest(request: ApiRequest): Promise<Outcome<ApiResult>> {
    const found: FoundOperation | null = await findOperation(request.operationId).catch(() => null);
    if (!found) return failed(operationWords.unknownOperation(request.operationId));
    if (running.has(request.requestId)) return failed(operationWords.alreadySent(request.requestId));
    const api = services.api(request.connectionId);
    if (!api.ok) return api;
    const args = callArguments(found.operation, request);
    if (!args.ok) return args;
    const problems = request.isSchemaMismatchAllowed || request.file ? [] : bodyProblems(found, request.body);
    if (problems.length > 0) return success({ status: 'mismatch', problems });
    const guarded = guard(found.operation, request);
    if (!guarded.ok) return guarded;
    return guarded.value === null ? exchange(api.value, found.operation, request, args.value) : success(guarded.value);
  }

  return {
    calls: {
      sendRequest,
      cancelRequest({ requestId }) {
        running.get(requestId)?.abort();
        return Promise.resolve(success(null));
      },
      async keepFile({ base64, ...file }) {
        const bytes = decodeBase64(base64);
        if (bytes === null) return failed(operationWords.badFile(file.suggestedName));
        return success({ downloadId: downloads.keep({ ...file, bytes }) });
      },
      ...credentials.calls,
    },
    keepDownload: (download) => downloads.keep(download),
    takeDownload: (downloadId) => downloads.take(downloadId),
    stop() {
      for (const abort of running.values()) abort.abort();
      running.clear();
      downloads.clear();
    },
  };
}

const asksForStream = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'stream' in body && body.stream === true;

/** Makes one call, or reads every page of a listing and merges them under the listing's own key. */
async function send(
  api: Api,
  operation: Operation,
  request: ApiRequest,
  args: CallArguments,
  options: CallOptions,
): Promise<Outcome<Answer>> {
  if (!request.isAllPages || request.isHeadersOnly || operation.collectionKey === null)
    return api.call(operation.id, args, options);
  const listing = await api.listAll(operation.id, args, options);
  if (!listing.ok) return listing;
  const { items, total, attempts, warnings } = listing.value;
  return success({
    status: 200,
    headers: {},
    mediaType: 'application/json',
    body: { [operation.collectionKey]: items, meta: { total } },
    attempts,
    durationMs: 0,
    warnings,
  });
}
