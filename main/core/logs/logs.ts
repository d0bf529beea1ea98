import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { LogBatch } from '../../../preload/contract/log.ts';
import { type LogSource, logRoute } from '../../../preload/contract/log-route.ts';
import type { ProxyFor } from '../../../preload/contract/proxy-url.ts';
import type { Sockets } from '../digitalocean/socket-port.ts';
import type { Transport } from '../digitalocean/transport-port.ts';
import type { Cancel } from '../ports.ts';
import type { CoreServices, KeptDownload, LogsPart } from '../services.ts';
import type { Store } from '../state/store.ts';
import { logWords } from '../words/logs.ts';
import { readLogApp } from './find-log.ts';
import { fileOfLog } from './log-file.ts';
import { createRing, type Ring } from './ring.ts';
import { type LogStream, startLogStream } from './stream.ts';

/** Ten minutes after somebody last looked, a log is no longer read; as long again after that it is forgotten. */
const watchedForMs = 600_000;
/** A page hears of changes at most so often, and then reads all of them at once. */
const gatherMs = 150;
const linesPerRead = 2_000;
/** Each keeps up to 5 MB. */
const openAtMost = 6;

export interface LogsOptions {
  subscribe: Store['subscribe'];
  keep(download: KeptDownload): string;
  openTransport(proxyFor: ProxyFor): Transport;
  openSockets(proxyFor: ProxyFor): Sockets;
  proxyFor: ProxyFor;
}

interface Session {
  id: string;
  source: LogSource;
  ring: Ring;
  stream: LogStream;
  readAtMs: number;
  /** Somebody has read since the last time that a change was told. */
  isAwaited: boolean;
  cancelTell: Cancel;
  cancelWatch: Cancel;
}

/**
 * The logs that are being read. A log is known by its source, so that a page that comes back finds it as it was. Their lines are
 * in memory alone: they may hold secrets.
 */
export function createLogs(services: CoreServices, options: LogsOptions): LogsPart {
  const { clock, log, random } = services;
  const sessions = new Map<string, Session>();
  /** `CONNECTION HOST`, as the person allowed it in this run. */
  const allowedHosts = new Set<string>();
  let ways: { transport: Transport; sockets: Sockets } | null = null;
  let counter = 0;

  // Opened with the first log. No token passes through them, so that all connections share them.
  const waysNow = () => {
    ways ??= { transport: options.openTransport(options.proxyFor), sockets: options.openSockets(options.proxyFor) };
    return ways;
  };

  function open(source: LogSource): Session {
    counter += 1;
    const id = `log-${counter}-${Math.floor(random() * 1e9).toString(36)}`;
    const ring = createRing();
    const { connectionId } = source;
    const stream = startLogStream({
      ...{ source, ring, clock, log, random, ...waysNow() },
      api: () => services.api(connectionId),
      isAllowed: (host) => allowedHosts.has(`${connectionId} ${host}`),
      onChange: () => told(id),
    });
    const session = { id, source, ring, stream, readAtMs: clock.now(), isAwaited: true, cancelTell: none, cancelWatch: none };
    sessions.set(id, session);
    watch(session);
    return session;
  }

  /** Tells pages that there is something to read; until somebody has read it, that is enough. */
  function told(id: string): void {
    const session = sessions.get(id);
    if (!session?.isAwaited) return;
    session.isAwaited = false;
    session.cancelTell = clock.after(gatherMs, () => services.emit('logChanged', { logId: id }));
  }

  function watch(session: Session): void {
    const unreadMs = clock.now() - session.readAtMs;
    if (unreadMs >= 2 * watchedForMs) {
      drop(session);
      return;
    }
    if (unreadMs >= watchedForMs) session.stream.end('unwatched');
    const nextMs = unreadMs >= watchedForMs ? 2 * watchedForMs : watchedForMs;
    session.cancelWatch = clock.after(Math.max(1_000, nextMs - unreadMs), () => watch(session));
  }

  function drop(session: Session): void {
    sessions.delete(session.id);
    session.cancelTell();
    session.cancelWatch();
    session.stream.end('unwatched');
  }

  function makeRoom(): void {
    const byAge = [...sessions.values()].sort((one, other) => one.readAtMs - other.readAtMs);
    for (const session of byAge.slice(0, Math.max(0, sessions.size - openAtMost + 1))) drop(session);
  }

  function found(logId: string): Outcome<Session> {
    const session = sessions.get(logId);
    return session ? success(session) : failed({ kind: 'not-found', ...logWords.notOpen });
  }

  const unsubscribe = options.subscribe((next, previous) => {
    if (next.connections === previous.connections) return;
    for (const session of [...sessions.values()]) if (!next.connections.has(session.source.connectionId)) drop(session);
  });

  return {
    calls: {
      async readLogApp({ source }) {
        const api = services.api(source.connectionId);
        return api.ok ? readLogApp(api.value, source) : api;
      },
      async openLog({ source, isFresh }) {
        const route = logRoute(source);
        const same = [...sessions.values()].find((one) => logRoute(one.source) === route);
        if (same && !isFresh) return success({ logId: same.id });
        if (same) drop(same);
        makeRoom();
        return success({ logId: open(source).id });
      },
      async readLog({ logId, after }) {
        const session = found(logId);
        if (!session.ok) return session;
        const { ring, stream } = session.value;
        session.value.readAtMs = clock.now();
        session.value.isAwaited = true;
        const batch: LogBatch = {
          state: stream.state(),
          lines: ring.after(after, linesPerRead),
          first: ring.first(),
          newest: ring.newest(),
        };
        return success(batch);
      },
      async allowLogHost({ logId, host }) {
        const session = found(logId);
        if (!session.ok) return session;
        allowedHosts.add(`${session.value.source.connectionId} ${host}`);
        session.value.stream.goOn();
        return success(null);
      },
      async saveLog({ logId, after }) {
        const session = found(logId);
        if (!session.ok) return session;
        const { ring, source } = session.value;
        const lines = ring.lines().filter(({ seq }) => seq > after);
        return success({ downloadId: options.keep(fileOfLog(source, lines, clock.now())) });
      },
    },
    async stop() {
      unsubscribe();
      for (const session of [...sessions.values()]) drop(session);
      await Promise.all([ways?.transport.close(), ways?.sockets.close()]);
    },
  };
}

const none: Cancel = () => {};
