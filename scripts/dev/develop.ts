import { resolve } from 'node:path';
import type { Host } from './host.ts';
import { servePage } from './page-server.ts';
import { type DevelopedHost, developmentRoot, watchHost } from './watch-host.ts';

export interface DevelopOptions {
  host: DevelopedHost;
  /** Port of the page. A web host listens on the next one. */
  port: number;
  /** Starts the host from the development root. */
  start(): Host;
}

/**
 * Serves the page, where a change shows at once, and runs the host, which restarts after a change behind the page. The open
 * page then continues by itself.
 * @returns ends both
 */
export async function develop({ host, port, start }: DevelopOptions): Promise<() => Promise<void>> {
  const web = { preload: resolve(developmentRoot, 'out/preload/browser.js'), port: port + 1 };
  const page = await servePage({ port, web: host === 'web' ? web : null });
  let running: Host | null = null;
  let turn = Promise.resolve();
  const stopWatching = await watchHost(host, `http://127.0.0.1:${port}`, (parts) => {
    console.log(`Built ${parts.join(', ')}.`);
    turn = turn.then(async () => {
      if (running && parts.includes('webPreload')) page.ws.send({ type: 'full-reload' });
      if (parts.every((part) => part === 'webPreload')) return;
      await running?.stop();
      running = start();
    });
  });
  return async () => {
    await stopWatching();
    await turn;
    await running?.stop();
    await page.close();
  };
}
