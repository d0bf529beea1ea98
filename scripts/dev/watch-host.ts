import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBuilder, type Rolldown } from 'vite';
import { buildConfig } from '../build/environments.ts';
import { root } from '../setup/folders.mjs';

/** Has the layout of the repository, so that a host finds its other files. `out/` stays as `npm run build` made it. */
export const developmentRoot = resolve(root, '.cache/dev');

/** An editor saves in several steps, so a build waits until nothing has changed for this long. Milliseconds. */
const quietMs = 150;

export type DevelopedHost = 'electron' | 'web';
export type Part = DevelopedHost | `${DevelopedHost}Preload`;

/**
 * Builds a host and its preload into the development root, and builds each again when one of its files changes. Calls
 * `onBuilt` with the parts that were built, once no build is running. Errors are printed, and the next change tries again.
 * @param pageServer address of the server of the page
 * @returns ends the watching
 */
export async function watchHost(
  host: DevelopedHost,
  pageServer: string,
  onBuilt: (parts: Part[]) => void,
): Promise<() => Promise<void>> {
  layOut();
  const { build, ...config } = buildConfig(resolve(developmentRoot, 'out'));
  const builder = await createBuilder({
    ...config,
    build: { ...build, watch: { buildDelay: quietMs } },
    define: { __PAGE_SERVER__: JSON.stringify(pageServer) },
    resolve: { alias: { './windows/protocol.ts': resolve(root, 'scripts/dev/electron-page.ts') } },
  });
  const building = new Set<Part>();
  const built = new Set<Part>();
  const watch = async (part: Part) => {
    const environment = builder.environments[part];
    if (!environment) throw new Error(`Nothing is built under the name ${part}`);
    const watcher = (await builder.build(environment)) as Rolldown.RolldownWatcher;
    watcher.on('event', ({ code }) => {
      if (code === 'START') building.add(part);
      if (code === 'BUNDLE_END') built.add(part);
      if (code !== 'END') return;
      building.delete(part);
      if (building.size > 0 || built.size === 0) return;
      onBuilt([...built]);
      built.clear();
    });
    return watcher;
  };
  const watchers = await Promise.all([watch(host), watch(`${host}Preload`)]);
  return async () => void (await Promise.all(watchers.map((watcher) => watcher.close())));
}

function layOut(): void {
  mkdirSync(resolve(developmentRoot, 'out/renderer'), { recursive: true });
  cpSync(resolve(root, 'package.json'), resolve(developmentRoot, 'package.json'));
  cpSync(resolve(root, 'assets/generated'), resolve(developmentRoot, 'assets/generated'), { recursive: true });
  writeFileSync(resolve(developmentRoot, 'out/renderer/index.html'), 'The page comes from the development server.\n');
}
