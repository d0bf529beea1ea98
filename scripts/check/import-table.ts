/**
 * The import table of the architecture, in the one place where it is written. `test/architecture.test.ts` walks the import
 * graph with it, and lint says the same while one types: `npm run check -- --write` makes its rules, `biome.imports.json`.
 */

/** What the files of one part may import. Paths are relative to the root; one that ends in a slash is a folder. */
export interface ImportRow {
  /** The first row that holds a file is the file's row. */
  files: readonly string[];
  /** Buoy's own files. */
  mayImport: readonly string[];
  /** Packages; `node:` stands for all of Node's modules. Absent: any. */
  packages?: readonly string[];
  /** Which end of Electron's IPC it may import. Absent: neither. */
  ipc?: 'ipcMain' | 'ipcRenderer';
  /** What lint says of other imports among Buoy's own files. Absent: it says nothing, and only the test knows the row. */
  why?: string;
}

const contract = 'preload/contract/';
const core = 'main/core/';
/** What both hosts need of Node: clock, keychain, documents, log. */
const host = 'main/host/';
const demo = 'main/demo/';
const catalogue = 'main/core/digitalocean/catalogue/';
/** Facts of the API, their types and their loaders: what the demo account shares with the client, and all of it. */
const catalogueData = ['tags/', 'index.json', 'types.ts', 'load.ts', 'tag-files.ts', 'index-file.ts'].map(
  (name) => catalogue + name,
);
const anything = '';

const drawing = ['react', 'react-dom', 'radix-ui', 'lucide-react', 'cmdk', '@tanstack/react-virtual'];

const coreRow = { mayImport: [core, contract], why: 'The core knows no host and no page: it imports itself and the contract.' };
const electronRow = {
  mayImport: ['main/electron/', core, host, demo, contract],
  packages: ['node:', 'zod', 'electron', 'electron-store', 'electron-updater'],
  why: 'The hosts are peers, and the page is on the other side of the bridge.',
};
const preloadRow = { mayImport: [contract], why: 'A preload is one end of the bridge: it imports the contract alone.' };

export const importTable: readonly ImportRow[] = [
  {
    files: [contract],
    mayImport: [contract],
    packages: ['zod'],
    why: 'All sides share the contract, so it imports none of them.',
  },
  { ...coreRow, files: ['main/core/digitalocean/sending/transport.ts'], packages: ['undici'] },
  // The schema library reads no clock and no machine; with it the core checks what the API and old documents say.
  { ...coreRow, files: [core], packages: ['zod'] },
  {
    files: [host],
    mayImport: [host, core, contract],
    packages: ['node:', 'zod', '@github/keytar', 'conf'],
    why: 'Both hosts stand on this part, not the other way.',
  },
  {
    files: [demo],
    mayImport: [demo, ...catalogueData],
    packages: ['node:'],
    why: 'The demo account shares no logic with the client that it answers; only catalogue data may be imported.',
  },
  { ...electronRow, files: ['main/electron/windows/bridge.ts'], ipc: 'ipcMain' },
  { ...electronRow, files: ['main/electron/'] },
  {
    files: ['main/web/'],
    mayImport: ['main/web/', core, host, demo, contract],
    packages: ['node:', 'zod', 'conf'],
    why: 'The hosts are peers, and the page is on the other side of the bridge.',
  },
  { ...preloadRow, files: ['preload/electron.ts'], packages: ['electron'], ipc: 'ipcRenderer' },
  { ...preloadRow, files: ['preload/browser.ts'], packages: [] },
  {
    files: ['renderer/'],
    mayImport: ['renderer/', contract],
    packages: [...drawing, 'jsonc-parser'],
    why: 'The page reaches main through the contract only.',
  },
  {
    files: ['scripts/setup/', 'scripts/setup.mjs'],
    mayImport: ['scripts/setup/'],
    packages: ['node:'],
    why: 'This runs before anything is installed.',
  },
  {
    files: ['scripts/dev/electron-page.ts'],
    mayImport: ['main/electron/'],
    packages: ['electron'],
    why: 'This takes the place of a file of the Electron host while that is developed.',
  },
  {
    files: ['scripts/'],
    mayImport: ['scripts/', core, contract, demo, host, 'main/web/', 'renderer/families/'],
    why: 'Scripts use the parts that run on Node.',
  },
  { files: ['test/', 'bench/', 'assets/'], mayImport: [anything] },
  {
    files: ['vitest.config.ts', 'playwright.config.ts'],
    mayImport: ['scripts/', 'vitest.config.ts', 'playwright.config.ts'],
  },
];

/** Why a package is not for every part; for what is not named here the table is the reason. */
export const packageReasons: readonly { packages: readonly string[]; why: string }[] = [
  { packages: ['node:'], why: 'This part must run anywhere; what it needs of the machine arrives through a port.' },
  {
    packages: ['electron', 'electron-store', 'electron-updater'],
    why: 'Electron is imported by main/electron and preload/electron.ts alone.',
  },
  { packages: ['undici'], why: 'undici is imported by main/core/digitalocean/sending/transport.ts alone.' },
  { packages: drawing, why: 'Only the renderer draws.' },
];

/** Whether one of these files and folders is, or holds, the file. */
export function holds(paths: readonly string[], file: string): boolean {
  return paths.some((path) => (path === anything || path.endsWith('/') ? file.startsWith(path) : file === path));
}
