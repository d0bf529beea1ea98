import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failed, success } from '../../preload/contract/failure.ts';
import type { CallName } from '../../preload/contract/schema.ts';
import type { Buoy } from '../core/buoy.ts';
import type { Clock, Log } from '../core/ports.ts';
import { webWords } from '../core/words/web.ts';
import { answerCall, type CallHandler, callNamed } from '../host/answer-call.ts';
import { sendOutcome, sendRefusal, writeHead } from './answers.ts';
import { boundConnections, type ConnectionBounds, type Connections, serverOptions, usualBounds } from './connection-bounds.ts';
import { createDownloads } from './downloads.ts';
import { createEventStreams, eventStreamType } from './event-streams.ts';
import { createHostCalls } from './host-calls.ts';
import { type PagePlaces, sendPageFile } from './page-files.ts';
import { readJson } from './read-body.ts';
import { refuseStranger, refuseWithoutSession } from './request-guard.ts';
import type { Sessions } from './sessions.ts';

/** What has whole files in its arguments. Nothing else is large. */
const carriesFiles: ReadonlySet<CallName> = new Set(['sendRequest', 'keepFile', 'runJob']);
const bodyLimits = { session: 1_000, call: 2_000_000, file: 48_000_000 };

export interface WebServerOptions {
  buoy: Buoy;
  sessions: Sessions;
  places: PagePlaces;
  clock: Clock;
  log: Log;
  /** Default: the usual ones. Tests have less patience. */
  bounds?: ConnectionBounds;
  /** The person chose to quit in a page. Called once the answer is on its way. */
  onQuit(): void;
}

export interface WebServer {
  port: number;
  /** The start address, which opens the page once. */
  startUrl: string;
  /** Ends every connection, event streams first. Resolves when the port is free. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only. `port` 0: any free port. Rejects with the system's error when it cannot listen. */
export async function startWebServer(port: number, options: WebServerOptions): Promise<WebServer> {
  const { buoy, clock, log, sessions, bounds = usualBounds } = options;
  const streams = createEventStreams(buoy, clock);
  const downloads = createDownloads((id) => buoy.takeDownload(id), clock);
  const quit = () => void clock.after(50, options.onQuit);
  const handlers = { ...buoy.calls, ...createHostCalls({ downloads, quit }) };
  const server = createServer(serverOptions(bounds), (request, response) => {
    route(request, response, parts).catch((error: unknown) => {
      log.warn(`A request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      response.destroy();
    });
  });
  const connections = boundConnections(server, bounds);
  const parts: Parts = {
    ...options,
    bounds,
    connections,
    streams,
    downloads,
    handlers: handlers as Parts['handlers'],
    port: () => portOf(server),
  };
  await listen(server, port);
  sessions.listenOn(portOf(server));
  return {
    port: portOf(server),
    startUrl: `http://127.0.0.1:${portOf(server)}/#key=${sessions.startKey}`,
    close() {
      streams.close();
      downloads.close();
      const isClosed = new Promise<void>((settle) => server.close(() => settle()));
      server.closeAllConnections();
      return isClosed;
    },
  };
}

interface Parts extends WebServerOptions {
  bounds: ConnectionBounds;
  connections: Connections;
  streams: ReturnType<typeof createEventStreams>;
  downloads: ReturnType<typeof createDownloads>;
  handlers: Record<string, CallHandler>;
  port(): number;
}

async function route(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const stranger = refuseStranger(request, parts.port());
  if (stranger) return sendRefusal(response, stranger);
  const [path = '/'] = (request.url ?? '/').split('?');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (request.method === 'POST') {
    if (path === '/hello') return proveHost(request, response, parts);
    return path === '/session' ? openSession(request, response, parts) : answerPost(path, request, response, parts);
  }
  if (!isRead) {
    writeHead(response, 405, { allow: 'GET, HEAD, POST', 'content-length': 0 });
    response.end();
    return;
  }
  if (path === '/events') return openStream(request, response, parts);
  const ticket = /^\/download\/([\w-]{22})$/.exec(path)?.[1];
  if (ticket !== undefined && request.method === 'GET' && parts.downloads.send(response, ticket)) return;
  await sendPageFile(response, path, request.method === 'HEAD', parts.places);
}

/** Answers anyone: it says nothing that somebody without the session's key could use. */
async function proveHost(request: IncomingMessage, response: ServerResponse, { sessions, bounds }: Parts): Promise<void> {
  const body = await readJson(request, bodyLimits.session, bounds.bodyMs);
  if ('failure' in body) return sendRefusal(response, body);
  const { session, challenge } = (body.value ?? {}) as { session?: unknown; challenge?: unknown };
  const proof = typeof session === 'string' && typeof challenge === 'string' ? sessions.prove(session, challenge) : null;
  if (proof === null) return sendRefusal(response, { status: 401, failure: webWords.noSession() });
  sendOutcome(response, 200, success(proof));
}

async function openSession(request: IncomingMessage, response: ServerResponse, { sessions, bounds }: Parts): Promise<void> {
  const body = await readJson(request, bodyLimits.session, bounds.bodyMs);
  if ('failure' in body) return sendRefusal(response, body);
  const pass = (body.value as { pass?: unknown } | null)?.pass;
  const opened = typeof pass === 'string' ? sessions.exchange(pass) : null;
  if (opened === null) return sendRefusal(response, { status: 403, failure: webWords.usedKey() });
  sendOutcome(response, 200, success(opened));
}

async function answerPost(path: string, request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const refusal = refuseWithoutSession(request, parts.sessions);
  if (refusal) return sendRefusal(response, refusal);
  parts.connections.trust(request);
  const name = callNamed(/^\/call\/(\w+)$/.exec(path)?.[1] ?? '');
  const handler = name === null ? undefined : parts.handlers[name];
  if (name === null || handler === undefined) return sendRefusal(response, { status: 404, failure: webWords.unknownCall() });
  const body = await readJson(request, carriesFiles.has(name) ? bodyLimits.file : bodyLimits.call, parts.bounds.trustedBodyMs);
  if ('failure' in body) return sendRefusal(response, body);
  const outcome = await answerCall(name, handler, body.value, parts.log);
  if (!response.destroyed) sendOutcome(response, 200, outcome);
}

function openStream(request: IncomingMessage, response: ServerResponse, { sessions, streams, connections }: Parts): void {
  const refusal = refuseWithoutSession(request, sessions);
  if (refusal) {
    sendRefusal(response, refusal);
    return;
  }
  if (request.method === 'HEAD') {
    // A stream has no end, so this is answered apart: the headers alone, and no listener.
    writeHead(response, 200, { 'content-type': eventStreamType });
    response.end();
    return;
  }
  connections.trust(request);
  request.socket.setNoDelay(true);
  if (!streams.open(response)) sendOutcome(response, 503, failed(webWords.tooManyPages()));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', fail);
      settle();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
