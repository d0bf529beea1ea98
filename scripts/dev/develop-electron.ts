import { startHost } from './host.ts';
import { rebuild } from './rebuild.ts';
import { watchSources } from './watch.ts';

/** Runs the Electron host, again after every change. @returns ends it */
export async function developElectron(command: readonly string[]): Promise<() => Promise<void>> {
  await rebuild();
  let host = startHost(command);
  const stopWatching = watchSources(['main', 'preload', 'renderer'], async () => {
    if ((await rebuild()).length === 0) return;
    await host.stop();
    host = startHost(command);
  });
  return async () => {
    stopWatching();
    await host.stop();
  };
}
