import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Entry } from '../catalogue.ts';
import { findFault } from '../schema/check.ts';
import { statusSummary, summaryPath } from '../status-page.ts';
import { hashOf } from '../world/random.ts';
import { isRow, rowOf, textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import { type Call, type Handler, ok, type Reply } from './call.ts';
import type { Fault, FaultBoard } from './faults.ts';
import { Allowance, type Limits } from './limits.ts';
import { badRequest, forbidden, notFound, Problem, problemOfStatus, unauthorized, unsupportedMedia } from './problem.ts';
import type { RequestRecord } from './record.ts';
import type { Route, Router } from './router.ts';
import { send, wireReplyOf } from './send.ts';
import { type DemoToken, isCovered } from './tokens.ts';

/** What answering a request needs. */
export interface Desk {
  world: World;
  router: Router;
  handler: (entry: Entry) => Handler;
  tokens: readonly DemoToken[];
  keys: { inferenceKey: string; agentKey: string };
  limits: Limits;
  allowances: Map<string, Allowance>;
  faults: FaultBoard;
  records: RequestRecord;
  latencyMs: number;
  /** Removes the first thing of a list. */
  dropFirst: (call: Call) => void;
}

interface Visitor {
  credential: string;
  token: DemoToken | null;
  allowance: Allowance;
}

/** Answers one request from its first byte to its last. Never rejects. */
export async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const seen = desk.records.begin(request, response, desk.world.now());
  const url = request.url ?? '/';
  const body = await readBody(request);
  seen.bodyBytes = body.length;
  if (desk.latencyMs > 0) await new Promise((done) => setTimeout(done, desk.latencyMs));
  if (response.destroyed) return;
  desk.world.schedule.settle(desk.world.now());
  const visitor = visitorOf(desk, request);
  seen.credential = visitor.credential;
  const frame = frameHeaders(desk, visitor, seen.number);
  let fault: Fault | null = null;
  let reply: Reply;
  try {
    // Headers alone: Node leaves the body out of the answer.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const route = desk.router(method, url.split('?')[0] ?? '/');
    seen.operation = route?.entry.operation.id ?? null;
    // The status page is for everyone.
    if (url !== summaryPath) admit(desk, visitor, route);
    fault = desk.faults.take({ operation: seen.operation, method: request.method ?? 'GET', url });
    if (isEndBeforeActing(fault, request, response)) return;
    if (fault?.kind === 'status' && !fault.hasActed) throw statusProblem(fault);
    reply = url === summaryPath ? ok(statusSummary(desk.world)) : act(desk, request, visitor, route, url, body);
    if (isEndAfterActing(fault, request)) return;
    if (fault?.kind === 'status') throw statusProblem(fault);
  } catch (error) {
    reply = refusal(error, frame['x-request-id'] ?? '');
  }
  const wire = wireReplyOf(reply, { ...frame, ...visitor.allowance.headers(desk.world.now()) });
  seen.status = wire.status;
  const go = () => send(response, wire, fault);
  if (fault?.kind === 'slow') setTimeout(go, fault.firstByteMs).unref();
  else go();
}

function frameHeaders(desk: Desk, visitor: Visitor, number: number): Record<string, string> {
  const digits = hashOf(desk.world.seed, 'request', number).toString(16).padStart(8, '0');
  return {
    // By the demo's own clock, like everything else that it tells.
    date: new Date(desk.world.now()).toUTCString(),
    'x-request-id': `${digits}-0000-4000-8000-${String(number).padStart(12, '0')}`,
    ...visitor.allowance.headers(desk.world.now()),
  };
}

/** Whose request it is. An unknown credential has limits of its own, which it shares with nobody. */
function visitorOf(desk: Desk, request: IncomingMessage): Visitor {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const known = desk.tokens.find(({ token }) => token === given);
  if (!known) return { credential: given === undefined ? 'none' : 'other', token: null, allowance: new Allowance(desk.limits) };
  const allowance = desk.allowances.get(known.token) ?? new Allowance(desk.limits);
  desk.allowances.set(known.token, allowance);
  return { credential: known.label, token: known, allowance };
}

/** Accepts a request or throws why not: first the credential, then the limits, then whether the path exists. */
function admit(desk: Desk, visitor: Visitor, route: Route | null): void {
  const operation = route?.entry.operation;
  if (operation && operation.server !== 'api') return;
  if (!visitor.token || desk.faults.isRevoked(visitor.token.token)) throw unauthorized();
  const admission = visitor.allowance.admit(desk.world.now(), operation?.limit ?? null);
  if (!admission.isAdmitted) {
    const seconds = admission.retryAfterSeconds;
    throw problemOfStatus(429, seconds === null ? {} : { 'retry-after': String(seconds) });
  }
  if (!operation) throw notFound();
  if (!isCovered(visitor.token.reach, operation)) throw forbidden();
}

function statusProblem(fault: Extract<Fault, { kind: 'status' }>): Problem {
  const { status, message, retryAfterSeconds } = fault;
  if (message !== undefined) return new Problem(status, 'refused', message);
  return problemOfStatus(status, retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) });
}

/** Faults that end a request before it did anything. */
function isEndBeforeActing(fault: Fault | null, request: IncomingMessage, response: ServerResponse): boolean {
  if (fault?.kind === 'reset-before') request.socket.resetAndDestroy();
  else if (fault?.kind !== 'hang' || fault.hasActed) return false;
  return response !== undefined;
}

function isEndAfterActing(fault: Fault | null, request: IncomingMessage): boolean {
  if (fault?.kind === 'reset-after') request.socket.resetAndDestroy();
  else if (fault?.kind !== 'hang') return false;
  return true;
}

function act(desk: Desk, request: IncomingMessage, visitor: Visitor, route: Route | null, url: string, body: Buffer): Reply {
  if (!route) throw notFound();
  const { entry, path, pathname } = route;
  const call: Call = {
    world: desk.world,
    team: teamOf(desk, visitor, entry, request),
    operation: entry.operation,
    book: entry.book,
    pathname,
    path,
    query: new URLSearchParams(url.split('?')[1] ?? ''),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: parseBody(entry, request, body),
  };
  checkQuery(call);
  checkItems(desk, visitor, call);
  if (desk.faults.isShiftDue(entry.operation.id)) desk.dropFirst(call);
  const reply = desk.handler(entry)(call);
  const told = textOf(rowOf(isRow(reply.json) ? reply.json : {}, 'api_key_info'), 'secret_key');
  if (told !== '') call.team.keys.add(told);
  return reply;
}

/** Other servers take their own credentials. The presigned one takes none and refuses any. */
function teamOf(desk: Desk, visitor: Visitor, { operation }: Entry, request: IncomingMessage): Team {
  const [first] = desk.world.teams;
  if (!first) throw notFound();
  const given = request.headers.authorization?.replace(/^Bearer /i, '');
  const own = desk.world.teams.find(({ name }) => name === visitor.token?.team);
  if (operation.server === 'presigned') {
    if (given !== undefined) throw badRequest('Only one auth mechanism allowed');
    return first;
  }
  const isOwnKey = given !== undefined && desk.world.teams.some((team) => team.keys.has(given));
  if (operation.server === 'agent' && given !== desk.keys.agentKey && !isOwnKey) throw unauthorized();
  if (operation.server === 'inference' && !own && given !== desk.keys.inferenceKey && !isOwnKey) throw unauthorized();
  return own ?? first;
}

/** For these the published schema requires droplets or a tag, but the API accepts a load balancer that has none yet. */
const takesMore = new Set(['loadBalancers_create', 'loadBalancers_update']);

function parseBody({ operation, book }: Entry, request: IncomingMessage, body: Buffer): unknown {
  const { body: facts, id } = operation;
  if (body.length === 0) {
    if (facts?.isRequired) throw badRequest('The request body is missing.');
    return undefined;
  }
  if (!facts) return undefined;
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!facts.mediaTypes.includes(mediaType)) throw unsupportedMedia(`This operation takes ${facts.mediaTypes.join(' or ')}.`);
  if (mediaType !== 'application/json') return body;
  const parsed = parseJson(body);
  const fault = facts.schema && !takesMore.has(id) ? findFault(parsed, facts.schema, book) : null;
  if (fault) throw new Problem(422, 'unprocessable_entity', fault);
  return parsed;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
}

function checkQuery({ operation, query }: Call): void {
  for (const { name, in: where, isRequired } of operation.parameters) {
    if (where === 'query' && isRequired && !query.has(name)) throw badRequest(`${name} is required`);
  }
}

/** Checks the limit on what a body lists, such as the files of a cache purge. */
function checkItems(desk: Desk, visitor: Visitor, { operation, body }: Call): void {
  const items = operation.limit?.items;
  if (!items || typeof body !== 'object' || body === null) return;
  const list: unknown = Object.entries(body).find(([name]) => name === items.property)?.[1];
  const count = Array.isArray(list) ? list.length : 0;
  if (!visitor.allowance.admitItems(desk.world.now(), operation.limit?.group ?? '', items, count)) throw problemOfStatus(429);
}

/** The API's error body. A mistake in the simulation itself is a 500 with its reason, for people who debug a test. */
function refusal(error: unknown, requestId: string): Reply {
  const problem =
    error instanceof Problem ? error : new Problem(500, 'server_error', error instanceof Error ? error.message : String(error));
  const { status, id, message, headers } = problem;
  return { status, headers, json: { id, message, request_id: requestId } };
}
