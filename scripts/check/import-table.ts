/**
 * The import table of the architecture. It is written only here. `test/architecture.test.ts` checks the import graph with it,
 * and `npm run check -- --write` makes lint's rules (`biome.imports.json`) from it, so that editors show the same.
 */

/** What the files of one part may import. Paths are relative to the root; one that ends in a slash is a folder. */
export interface ImportRow {
  /** The first row that matches a file applies to it. */
  files: readonly string[];
  /** Buoy's own files. */
  mayImport: readonly string[];
  /** Packages; `node:` stands for all of Node's modules. Absent: any. */
  packages?: readonly string[];
  /** Which end of Electron's IPC it may import. Absent: neither. */
  ipc?: 'ipcMain' | 'ipcRenderer';
  /** What lint says about other imports among Buoy's own files. Absent: nothing, and only the test knows the row. */
  why?: string;
}

const contract = 'preload/contract/';
const core = 'main/core/';
/** What both hosts need from Node: clock, keychain, documents, log. */
const host = 'main/host/';
const demo = 'main/demo/';
const catalogue = 'main/core/digitalocean/catalogue/';
/** Facts of the API, their types and their loaders. The demo account and the client share these files and no others. */
const catalogueData = ['tags/', 'index.json', 'types.ts', 'load.ts', 'tag-files.ts', 'index-file.ts'].map(
  (name) => catalogue + name,
);
const anything = '';

const drawing = ['react', 'react-dom', 'radix-ui', 'lucide-react', 'cmdk', '@tanstack/react-virtual', 'uplot'];

const coreRow = { mayImport: [core, contract], why: 'The core knows no host and no page: it imports itself and the contract.' };
const electronRow = {
  mayImport: ['main/electron/', core, host, demo, contract],
  packages: ['node:', 'zod', 'electron', 'electron-updater', 'dbus-native'],
  why: 'The hosts are peers, and the page is on the other side of the bridge.',
};
const preloadRow = { mayImport: [contract], why: 'A preload is one end of the bridge: it imports only the contract.' };

export const importTable: readonly ImportRow[] = [
  {
    files: [contract],
    mayImport: [contract],
    packages: ['zod', 'jsonschema', 'big.js'],
    why: 'All sides share the contract, so it imports none of them.',
  },
  {
    ...coreRow,
    files: ['routes.ts', 'proxy-agent.ts', 'sockets.ts'].map((name) => `main/core/digitalocean/sending/${name}`),
    packages: ['undici'],
  },
  // Sums of money are exact, by `amounts.ts` of the contract. Prices that take more than a sum use its library themselves.
  { ...coreRow, files: ['main/core/cost/prices.ts'], packages: ['big.js'] },
  // Specs of apps are mostly written as YAML, in the documentation too.
  { ...coreRow, files: ['main/core/jobs/families/apps/typed-spec.ts'], packages: ['js-yaml'] },
  // Calendars are written by a library that needs no Node.
  { ...coreRow, files: ['main/core/coming/calendar.ts'], packages: ['ical-generator'] },
  // The schema library reads neither the clock nor the machine. The core checks API answers and old documents with it.
  { ...coreRow, files: [core], packages: ['zod'] },
  {
    files: [host],
    mayImport: [host, core, contract],
    packages: ['node:', 'zod', '@github/keytar'],
    why: 'Both hosts import this part, so it imports neither of them.',
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
    packages: ['node:', 'zod'],
    why: 'The hosts are peers, and the page is on the other side of the bridge.',
  },
  { ...preloadRow, files: ['preload/electron.ts'], packages: ['electron'], ipc: 'ipcRenderer' },
  { ...preloadRow, files: ['preload/browser.ts'], mayImport: [contract, 'preload/web-session.ts'], packages: [] },
  { ...preloadRow, files: ['preload/web-session.ts'], packages: [] },
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
    why: 'During development this replaces a file of the Electron host.',
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

/** Why a package is not for every part. For other packages, the reason is the table. */
export const packageReasons: readonly { packages: readonly string[]; why: string }[] = [
  { packages: ['node:'], why: 'This part must run anywhere; what it needs from the machine arrives through a port.' },
  {
    packages: ['electron', 'electron-updater'],
    why: 'Only main/electron and preload/electron.ts import Electron.',
  },
  {
    packages: ['undici'],
    why: 'Only routes.ts, proxy-agent.ts and sockets.ts in main/core/digitalocean/sending import undici.',
  },
  { packages: drawing, why: 'Only the renderer draws.' },
];

/** Whether one of these files and folders is the file or contains it. */
export function holds(paths: readonly string[], file: string): boolean {
  return paths.some((path) => (path === anything || path.endsWith('/') ? file.startsWith(path) : file === path));
}
