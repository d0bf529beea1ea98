import { bundleForNode, bundlePage, bundlePreload } from './bundle.ts';

/** One thing that the build makes, out of which sources, and what must be there afterwards. */
export interface Part {
  name: string;
  /** Files that must exist, relative to the root: a part whose entry is missing is an error. */
  entries: readonly string[];
  /** Files and folders whose content decides whether the part is made again. */
  sources: readonly string[];
  /** A file that exists once the part is made. */
  result: string;
  make: () => Promise<void>;
}

const core = ['main/core', 'preload/contract'];
const keychainWorker = 'main/host/keychain-worker.ts';

export const parts: readonly Part[] = [
  {
    name: 'page',
    entries: ['renderer/index.html', 'renderer/main.tsx'],
    sources: ['renderer', 'preload/contract'],
    result: 'out/renderer/index.html',
    make: () => bundlePage({ folder: 'renderer', into: 'out/renderer' }),
  },
  {
    name: 'Electron host',
    entries: ['main/electron/index.ts', keychainWorker],
    sources: [...core, 'main/electron', 'main/host', 'main/demo'],
    result: 'out/electron/index.js',
    make: () =>
      bundleForNode({ entries: { index: 'main/electron/index.ts', 'keychain-worker': keychainWorker }, into: 'out/electron' }),
  },
  {
    name: 'web host',
    entries: ['main/web/index.ts', keychainWorker],
    sources: [...core, 'main/web', 'main/host', 'main/demo'],
    result: 'out/web/index.js',
    make: () => bundleForNode({ entries: { index: 'main/web/index.ts', 'keychain-worker': keychainWorker }, into: 'out/web' }),
  },
  {
    name: 'Electron preload',
    entries: ['preload/electron.ts'],
    sources: ['preload'],
    result: 'out/preload/electron.cjs',
    make: () => bundlePreload({ entry: 'preload/electron.ts', format: 'cjs', into: 'out/preload', fileName: 'electron.cjs' }),
  },
  {
    name: 'browser preload',
    entries: ['preload/browser.ts'],
    sources: ['preload'],
    result: 'out/preload/browser.js',
    make: () => bundlePreload({ entry: 'preload/browser.ts', format: 'iife', into: 'out/preload', fileName: 'browser.js' }),
  },
  {
    name: 'client',
    entries: ['scripts/client/index.ts'],
    sources: [...core, 'scripts/client'],
    result: 'out/client/index.js',
    make: async () => {
      const { buildClient } = await import('./client.ts');
      await buildClient();
    },
  },
];
