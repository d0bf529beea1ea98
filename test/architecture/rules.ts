import type { SourceFile } from './source-files.ts';

/** What the files of one part may reach. The first zone whose `files` match a path is the file's zone. */
export interface Zone {
  files: RegExp;
  /** Paths of Buoy's own files. */
  mayImport: readonly RegExp[];
  /** Names of packages; `node:` stands for all of Node's modules. Absent: any. */
  packages?: readonly string[];
}

const contract = /^preload\/contract\//;
const core = /^main\/core\//;
/** What both hosts need of Node: clock, keychain, documents, log. */
const host = /^main\/host\//;
const demo = /^main\/demo\//;
/** Facts of the API, their types and their loaders: what the demo account shares with the client, and all of it. */
const catalogueData = /^main\/core\/digitalocean\/catalogue\/(tags\/.*\.json|index\.json|(types|load|tag-files|index-file)\.ts)$/;

const drawing = ['react', 'react-dom', 'radix-ui', 'lucide-react', 'cmdk', 'uplot', '@tanstack/react-virtual'];

/** The import table of the architecture, one row each. */
export const zones: readonly Zone[] = [
  { files: contract, mayImport: [contract], packages: ['zod'] },
  { files: /^main\/core\/digitalocean\/sending\/transport\.ts$/, mayImport: [core, contract], packages: ['undici'] },
  // The schema library reads no clock and no machine; with it the core checks what the API and old documents say.
  { files: core, mayImport: [core, contract], packages: ['zod'] },
  { files: host, mayImport: [host, core, contract], packages: ['node:', 'zod', '@napi-rs/keyring', 'conf'] },
  { files: demo, mayImport: [demo, catalogueData], packages: ['node:'] },
  {
    files: /^main\/electron\//,
    mayImport: [/^main\/electron\//, core, host, demo, contract],
    packages: ['node:', 'zod', 'electron', 'electron-store', 'electron-updater'],
  },
  { files: /^main\/web\//, mayImport: [/^main\/web\//, core, host, demo, contract], packages: ['node:', 'zod', 'conf'] },
  { files: /^preload\/electron\.ts$/, mayImport: [contract], packages: ['electron'] },
  { files: /^preload\/browser\.ts$/, mayImport: [contract], packages: [] },
  { files: /^renderer\//, mayImport: [/^renderer\//, contract], packages: drawing },
  // Runs before anything is installed.
  { files: /^scripts\/setup(\/.*)?\.mjs$/, mayImport: [/^scripts\/setup\//], packages: ['node:'] },
  // Takes the place of a file of the Electron host while that is developed.
  { files: /^scripts\/dev\/electron-page\.ts$/, mayImport: [/^main\/electron\//], packages: ['electron'] },
  { files: /^scripts\//, mayImport: [/^scripts\//, core, contract, demo, host, /^main\/web\//, /^renderer\/families\//] },
  { files: /^(test|bench|assets)\//, mayImport: [/./] },
  { files: /^[^/]+\.config\.ts$/, mayImport: [/^scripts\//, /^[^/]+\.config\.ts$/] },
];

/** Every import that the table does not allow, as "file imports what". */
export function forbiddenImports(files: readonly SourceFile[], table: readonly Zone[] = zones): string[] {
  return files.flatMap((file) => {
    const zone = table.find(({ files: pattern }) => pattern.test(file.path));
    if (!zone) return [`${file.path} belongs to no part`];
    return file.imports.filter((found) => !isAllowed(zone, found)).map(({ specifier }) => `${file.path} imports ${specifier}`);
  });
}

function isAllowed(zone: Zone, { specifier, target }: SourceFile['imports'][number]): boolean {
  if (target !== null) return zone.mayImport.some((pattern) => pattern.test(target));
  if (!zone.packages) return true;
  return zone.packages.some((name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`));
}

/** Rings of files that import each other, each as the path around it. Each ring is found once. */
export function cycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) rings.push([...trail.slice(at), path].join(' → '));
    const file = byPath.get(path);
    if (at >= 0 || done.has(path) || !file) return;
    for (const { target } of file.imports) if (target !== null) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return rings;
}

/**
 * Where a file stands in the graph of folders: its folder, or the file itself where it stands beside folders, since such a
 * file is either the way into its part (`client.ts`) or what all of it rests on (`ports.ts`).
 */
function placeOf(path: string, foldersWithFolders: ReadonlySet<string>): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return foldersWithFolders.has(folder) ? path : folder;
}

/** Rings of folders whose files import each other, each as the path around it. Arrows run one way between folders too. */
export function folderCycles(files: readonly SourceFile[]): string[] {
  const ancestors = files.flatMap(({ path }) => {
    const parts = path.split('/').slice(0, -2);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  const withFolders = new Set(ancestors);
  const imports = Map.groupBy(
    files.flatMap((file) => file.imports.flatMap(({ target }) => (target === null ? [] : { from: file.path, target }))),
    ({ from }) => placeOf(from, withFolders),
  );
  const places = [...imports].map(([path, reached]): SourceFile => {
    const targets = new Set(reached.map(({ target }) => placeOf(target, withFolders)).filter((target) => target !== path));
    return { path, text: '', worldReads: [], imports: [...targets].map((target) => ({ specifier: target, target })) };
  });
  return cycles(places);
}

/** Names that say nothing of what a file knows. */
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'shared']);

export function emptyNamesIn(files: readonly SourceFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => path.split('/').some((part) => emptyNames.has(part.split('.')[0] ?? '')));
}

export const longFile = 250;
export const tooLongFile = 400;

/** Above 400 lines a file says in its first lines why: a table, or written by a script. */
export function isLengthDeclared({ text }: SourceFile): boolean {
  return /Long because|Written by scripts\//.test(text.split('\n').slice(0, 12).join('\n'));
}

export function lineCount({ text }: SourceFile): number {
  return text.split('\n').length - 1;
}
