import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Log } from '../../../main/core/ports.ts';
import { systemClock } from '../../../main/host/clock.ts';
import type { ConnectionBounds } from '../../../main/web/connection-bounds.ts';
import { startWebServer, type WebServer } from '../../../main/web/server.ts';
import { createSessions, type KeptSession } from '../../../main/web/sessions.ts';
import { createFakeBuoy, type FakeBuoy } from './fake-buoy.ts';
import { passFor } from './host-proof.ts';

/** The web host's server over a core that the test controls. */
export interface TestWebServer {
  server: WebServer;
  buoy: FakeBuoy;
  origin: string;
  startKey: string;
  logged: string[];
  quits(): number;
  /** What was kept of the sessions, for a restart. */
  kept(): readonly KeptSession[];
  /** Exchanges the start key for a session, as the page does, and returns its pass. */
  openSession(): Promise<string>;
  /** The folder that contains `renderer/` and, beside it, `secret.txt`. */
  folder: string;
  close(): Promise<void>;
}

export async function startTestWebServer(
  options: { port?: number; kept?: readonly KeptSession[]; clock?: Clock; buoy?: FakeBuoy; bounds?: ConnectionBounds } = {},
): Promise<TestWebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'buoy-web-'));
  const places = { rendererFolder: join(folder, 'renderer'), preloadFile: join(folder, 'browser.js') };
  mkdirSync(join(places.rendererFolder, 'assets'), { recursive: true });
  writeFileSync(
    join(places.rendererFolder, 'index.html'),
    '<html><head><script type="module" src="./assets/index-abcdef12.js"></script></head></html>',
  );
  writeFileSync(join(places.rendererFolder, 'assets', 'index-abcdef12.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(places.preloadFile, 'window.buoy = {};');
  const logged: string[] = [];
  const log: Log = { info: (line) => void logged.push(line), warn: (line) => void logged.push(line) };
  const clock = options.clock ?? systemClock;
  const buoy = options.buoy ?? createFakeBuoy();
  let quits = 0;
  let kept = options.kept ?? [];
  const sessions = createSessions({ clock, kept, keep: (next) => (kept = next) });
  const onQuit = () => (quits += 1);
  const server = await startWebServer(options.port ?? 0, {
    ...{ buoy, sessions, places, clock, log, onQuit },
    ...(options.bounds ? { bounds: options.bounds } : {}),
  });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    server,
    buoy,
    origin,
    logged,
    folder,
    startKey: sessions.startKey,
    quits: () => quits,
    kept: () => kept,
    openSession: () => passFor(origin, sessions.startKey),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
