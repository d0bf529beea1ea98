import { startHost } from './host.ts';
import { servePage } from './page-server.ts';
import { rebuild } from './rebuild.ts';
import { watchSources } from './watch.ts';

const pagePort = 4820;
const hostPort = 4821;

/**
 * Runs the web host behind a development server for the page: what changes in the page shows at once, what changes
 * behind it restarts the host, and the open page goes on by itself. @returns ends both
 */
export async function developWeb(hostArguments: readonly string[]): Promise<() => Promise<void>> {
  await rebuild();
  const page = await servePage(pagePort, hostPort);
  const command = [process.execPath, 'out/web/index.js', ...hostArguments, '--port', String(hostPort), '--no-open'];
  const throughPage = (line: string) => line.replace(`:${hostPort}/`, `:${pagePort}/`);
  let host = startHost(command, throughPage);
  const stopWatching = watchSources(['main', 'preload'], async () => {
    const made = await rebuild();
    if (made.includes('browser preload')) page.reload();
    if (!made.includes('web host')) return;
    await host.stop();
    host = startHost(command, throughPage);
  });
  return async () => {
    stopWatching();
    await Promise.all([page.close(), host.stop()]);
  };
}
