import { bundleForNode, bundlePage, bundlePreload } from './bundle.ts';

/** One thing that the build makes, out of which sources, and what must be there afterwards. */
export interface Part {
  name: string;
  /** Files that must exist, relative to the root: a part whose entry is missing is an error. */
  entries: readonly string[];
  /** Files and folders whose content decides whether the part is made again. */
  sources: readonly string[];
  /** What the part is: a folder of its own, or a single file. */
  output: string;
  /** A file that exists once the part is made: the output itself, or one in it. */
  result: string;
  /** Writes into this folder, which is then put in the output's place. */
  make: (into: string) => Promise<void>;
}

const core = ['main/core', 'preload/contract'];
const keychainWorker = 'main/host/keychain-worker.ts';

export const parts: readonly Part[] = [
  {
    name: 'page',
    entries: ['renderer/index.html', 'renderer/main.tsx'],
    sources: ['renderer', 'preload/contract'],
    output: 'out/renderer',
    result: 'out/renderer/index.html',
    make: (into) => bundlePage({ folder: 'renderer', into }),
  },
  {
    name: 'Electron host',
    entries: ['main/electron/index.ts', keychainWorker],
    sources: [...core, 'main/electron', 'main/host', 'main/demo'],
    output: 'out/electron',
    result: 'out/electron/index.js',
    make: (into) => bundleForNode({ entries: { index: 'main/electron/index.ts', 'keychain-worker': keychainWorker }, into }),
  },
  {
    name: 'web host',
    entries: ['main/web/index.ts', keychainWorker],
    sources: [...core, 'main/web', 'main/host', 'main/demo'],
    output: 'out/web',
    result: 'out/web/index.js',
    make: (into) => bundleForNode({ entries: { index: 'main/web/index.ts', 'keychain-worker': keychainWorker }, into }),
  },
  {
    name: 'Electron preload',
    entries: ['preload/electron.ts'],
    sources: ['preload'],
    output: 'out/preload/electron.cjs',
    result: 'out/preload/electron.cjs',
    make: (into) => bundlePreload({ entry: 'preload/electron.ts', format: 'cjs', into, fileName: 'electron.cjs' }),
  },
  {
    name: 'browser preload',
    entries: ['preload/browser.ts'],
    sources: ['preload'],
    output: 'out/preload/browser.js',
    result: 'out/preload/browser.js',
    make: (into) => bundlePreload({ entry: 'preload/browser.ts', format: 'iife', into, fileName: 'browser.js' }),
  },
  {
    name: 'client',
    entries: ['scripts/client/index.ts'],
    sources: [...core, 'scripts/client'],
    output: 'out/client',
    result: 'out/client/index.js',
    make: async (into) => {
      const { buildClient } = await import('./client.ts');
      await buildClient(into);
    },
  },
];
