import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Fault, FaultBoard } from '../wire/faults.ts';
import { send } from '../wire/send.ts';
import type { World } from '../world/world.ts';
import { type AskedLog, logAt } from './kept-logs.ts';
import { accept, frameOf, goodbye, headOf, refuse } from './web-socket.ts';
import { isGoingOn, type Written, writtenBetween } from './written.ts';

/** A live log begins with what was written in the last minutes. */
const beforeMs = 120_000;
const linesAtOnce = 500;
const lookEveryMs = 400;
/** The host of this app's log drops its sockets so long after they were opened. */
const restless = 'newsletter';
const restlessMs = 20_000;
/** And its files come late. */
const lateMs = 2_500;
/** Runs that are older than a day are no longer kept. */
const keptMs = 86_400_000;

interface Feed {
  socket: Duplex;
  log: AskedLog;
  openedMs: number;
  sentUntilMs: number;
  fault: Fault | null;
}

/** Serves logs beside the API, under `/logs`, to whoever has their address. */
export interface LogServer {
  isFor(request: IncomingMessage): boolean;
  /** A log that is kept. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** A log that goes on. */
  upgrade(request: IncomingMessage, socket: Duplex): void;
  /** Sends what was written since, by the clock of the world. */
  push(): void;
}

export function createLogServer(world: World, faults: FaultBoard): LogServer {
  const feeds = new Set<Feed>();
  let timer: NodeJS.Timeout | null = null;

  function push(): void {
    world.schedule.settle(world.now());
    for (const feed of [...feeds]) feedOn(feed);
    if (feeds.size > 0 || !timer) return;
    clearInterval(timer);
    timer = null;
  }

  function feedOn(feed: Feed): void {
    const nowMs = world.now();
    const { log, socket } = feed;
    const lines = writtenBetween(world, log, feed.sentUntilMs, nowMs).slice(-linesAtOnce);
    feed.sentUntilMs = nowMs;
    for (const line of lines) socket.write(frameFor(line, feed.fault));
    if (!isGoingOn(log)) {
      feeds.delete(feed);
      socket.end(goodbye());
    } else if (feed.fault?.kind === 'cut' || (log.appName === restless && nowMs - feed.openedMs >= restlessMs)) {
      feeds.delete(feed);
      socket.destroy();
    }
  }

  function begin(request: IncomingMessage, socket: Duplex, log: AskedLog, fault: Fault | null): void {
    const nowMs = world.now();
    const feed: Feed = { socket, log, fault, openedMs: nowMs, sentUntilMs: log.type === 'RUN' ? nowMs - beforeMs : 0 };
    accept(request, socket, () => feeds.delete(feed));
    if (fault?.kind === 'huge') return void socket.write(headOf(fault.bytes ?? 100_000_000));
    feeds.add(feed);
    timer ??= setInterval(push, lookEveryMs).unref();
    push();
  }

  return {
    isFor: ({ url = '' }) => /^\/logs\/(live|kept)(\?|$)/.test(url),
    answer(request, response) {
      const url = request.url ?? '';
      const fault = faults.take({ operation: null, method: request.method ?? 'GET', url });
      if (fault?.kind === 'hang') return;
      if (fault?.kind === 'reset-before' || fault?.kind === 'reset-after') return void request.socket.resetAndDestroy();
      const log = logAt(world, url);
      const status = fault?.kind === 'status' ? fault.status : log && isKept(world, log) ? 200 : 410;
      const text = status === 200 && log ? textOf(writtenBetween(world, log, 0, world.now())) : 'gone\n';
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      const go = () => send(response, { status, headers, bytes: Buffer.from(text), stream: null }, fault);
      const afterMs = fault?.kind === 'slow' ? fault.firstByteMs : log?.appName === restless ? lateMs : 0;
      if (afterMs === 0) go();
      else setTimeout(go, afterMs).unref();
    },
    upgrade(request, socket) {
      socket.on('error', () => {});
      const url = request.url ?? '';
      const fault = faults.take({ operation: null, method: 'GET', url });
      const log = logAt(world, url);
      if (fault?.kind === 'hang') return;
      if (fault?.kind === 'reset-before' || fault?.kind === 'reset-after') return void socket.destroy();
      if (fault?.kind === 'status') return refuse(socket, fault.status);
      if (!log) return refuse(socket, 410);
      if (fault?.kind === 'slow') setTimeout(() => begin(request, socket, log, fault), fault.firstByteMs).unref();
      else begin(request, socket, log, fault);
    },
    push,
  };
}

function isKept(world: World, { type, team, appId, runId }: AskedLog): boolean {
  if (type !== 'JOB_INVOCATION') return true;
  const row = team.table(`/v2/apps/${appId}/job-invocations`).find(runId);
  return world.now() - Date.parse(String(row?.started_at)) < keptMs;
}

const stamp = (atMs: number): string => new Date(atMs).toISOString();

/** A message of a socket: JSON with the line in it, unless a fault says otherwise. */
function frameFor({ component, atMs, text }: Written, fault: Fault | null): Buffer {
  const line = `${component} ${stamp(atMs)} ${text}\n`;
  if (fault?.kind === 'malformed-json') return frameOf(`{"data":"${component}`);
  if (fault?.kind === 'media-type') return frameOf(Buffer.from(JSON.stringify({ data: line })), 'binary');
  if (fault?.kind !== 'trickle') return frameOf(JSON.stringify({ data: line }));
  return Buffer.concat(Array.from(line, (character) => frameOf(JSON.stringify({ data: character }))));
}

/** A file as it is kept, in the other form that DigitalOcean has for lines. */
function textOf(lines: readonly Written[]): string {
  return lines
    .map(({ component, atMs, text }) => `[${component}] [${stamp(atMs).slice(0, 19).replace('T', ' ')}] ${text}\n`)
    .join('');
}
