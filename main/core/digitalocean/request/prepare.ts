import { buildQuery, fillPath } from '../../../../preload/contract/api-address.ts';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { cleanToken } from '../../../../preload/contract/token-shape.ts';
import { argumentWords } from '../../words/api-arguments.ts';
import type { CallArguments, CallOptions } from '../api.ts';
import { createScrubber } from '../secret-scrubber.ts';
import { boundsOf } from '../sending/bounds.ts';
import type { Prepared } from '../sending/exchange.ts';
import { checkArguments } from './check-arguments.ts';
import type { Plan } from './plan.ts';
import { type DestinationProblem, destinationOf } from './servers.ts';
import type { Token } from './token.ts';

/** Who sends, and where to. */
export interface Sender {
  token: Token;
  /** Replaces every server of the API; null: the real ones. */
  baseUrl: string | null;
}

/** Checks the arguments and builds the request, or says which argument is wrong. Sends nothing. */
export function prepare(
  plan: Plan,
  args: CallArguments,
  options: CallOptions,
  sender: Sender,
): Outcome<{ request: Prepared; warnings: string[] }> {
  const { operation } = plan;
  const checked = checkArguments(plan, args, options.isSchemaMismatchAllowed === false);
  if (!checked.ok) return checked;
  const path = fillPath(operation.path, args.path);
  const destination = destinationOf(operation.server, path + buildQuery(args.query), { ...sender, options });
  if (typeof destination === 'string') return failed(destinationFailure(plan, destination));
  const content = contentOf(plan, args);
  if (!content.ok) return content;
  const headers = headersOf(plan, args, content.value, destination.authorization);
  const unsendable = Object.keys(headers).find((name) => !isSendable(headers[name] ?? ''));
  if (unsendable !== undefined) {
    // Names the header without its value: the value may be a token that was pasted with a line break.
    return failed(invalid(plan, `headers.${unsendable}`, argumentWords.badHeader(`headers.${unsendable}`)));
  }
  const request: Prepared = {
    operationId: operation.id,
    method: options.isHeadersOnly === true && operation.method === 'GET' ? 'HEAD' : operation.method,
    url: destination.url,
    path,
    headers,
    body: content.value.body,
    isRead: plan.isRead,
    isJson: plan.isJson && headers.accept !== eventStream,
    scrubber: operation.server === 'api' ? sender.token.scrubber : createScrubber(cleanToken(options.otherCredential ?? '')),
    bounds: boundsOf(operation.server),
    isPaced: operation.server === 'api',
    limit: operation.limit,
    limitItems: itemsOf(plan, args.body),
    scopes: operation.scopes[0] ?? [],
  };
  return success({ request, warnings: checked.value });
}

const eventStream = 'text/event-stream';

function invalid({ operation }: Plan, field: string, message: string): Failure {
  return { kind: 'invalid-arguments', message, operationId: operation.id, method: operation.method, field };
}

function destinationFailure(plan: Plan, problem: DestinationProblem): Failure {
  const { id } = plan.operation;
  const words = {
    'needs-other-base-url': argumentWords.needsOtherBaseUrl(id),
    'takes-no-other-base-url': argumentWords.takesNoOtherBaseUrl(id),
    'bad-other-base-url': argumentWords.badOtherBaseUrl,
  };
  return invalid(plan, 'otherBaseUrl', words[problem]);
}

/** What the request carries, and its media type; both null without a body. */
interface Content {
  body: string | Uint8Array | null;
  type: string | null;
}

/** The body to send: bytes, and text of a media type other than JSON, as they are; everything else as JSON. */
function contentOf(plan: Plan, args: CallArguments): Outcome<Content> {
  const { body } = args;
  if (body === undefined || !plan.operation.body) return success({ body: null, type: null });
  const type = headerGiven(args, 'content-type') ?? plan.operation.body.mediaType;
  if (body instanceof Uint8Array) return success({ body, type });
  if (typeof body === 'string' && !/json/i.test(type)) return success({ body, type });
  try {
    const text: string | undefined = JSON.stringify(body);
    if (text !== undefined) return success({ body: text, type });
    return failed(invalid(plan, 'body', argumentWords.badBody(typeof body)));
  } catch (error) {
    return failed(invalid(plan, 'body', argumentWords.badBody(error instanceof Error ? error.message : String(error))));
  }
}

/**
 * The caller's headers over Buoy's own, names in lower case. The media type and the authorization come last, so that a caller
 * cannot replace them.
 */
function headersOf(plan: Plan, args: CallArguments, content: Content, authorization: string | null): Record<string, string> {
  const headers: Record<string, string> = { accept: acceptOf(plan, args.body), 'user-agent': 'Buoy' };
  for (const [name, value] of Object.entries(args.headers ?? {})) headers[name.toLowerCase()] = value;
  if (content.type !== null) headers['content-type'] = content.type;
  else delete headers['content-type'];
  if (authorization !== null) headers.authorization = authorization;
  return headers;
}

/** Accepts a stream only when the body asks for one: servers go by the body, and some refuse an Accept that disagrees. */
function acceptOf(plan: Plan, body: unknown): string {
  const asksForStream = typeof body === 'object' && body !== null && 'stream' in body && body.stream === true;
  return plan.canStream && asksForStream ? eventStream : plan.accept;
}

function headerGiven({ headers = {} }: CallArguments, wanted: string): string | undefined {
  const name = Object.keys(headers).find((one) => one.toLowerCase() === wanted);
  return name === undefined ? undefined : headers[name];
}

/** Header values are visible ASCII, spaces and tabs. */
const isSendable = (value: string): boolean => /^[\t\x20-\x7e]*$/.test(value);

/** Entries of the body that count against the operation's own limit, such as the files of a cache purge: 50 in 20 s. */
function itemsOf({ operation }: Plan, body: unknown): number {
  const property = operation.limit?.items?.property;
  if (property === undefined || typeof body !== 'object' || body === null) return 0;
  const list = (body as Record<string, unknown>)[property];
  return Array.isArray(list) ? list.length : 0;
}
