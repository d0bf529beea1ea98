import { holds, type ImportRow, importTable, packageReasons } from './import-table.ts';

/** Where lint reads the rules, relative to the root; `biome.json` extends it. */
export const lintImportsFile = 'biome.imports.json';

/**
 * The import table as rules for Biome, the text of `biome.imports.json`. Lint sees only how an import is written, so it knows
 * a part by the name of its folder. `test/architecture.test.ts` finds what that misses.
 */
export function lintImports(table: readonly ImportRow[] = importTable): string {
  // In the table the first row that matches a file applies, in Biome the last one.
  const overrides = table.toReversed().flatMap((row) => {
    if (row.why === undefined) return [];
    const patterns = [{ group: forbiddenFiles(row, table), message: row.why }, ...forbiddenPackages(row)];
    return [{ includes: row.files.map(glob), ...restrict({ patterns, ...forbiddenIpc(row) }) }];
  });
  const text = JSON.stringify({ ...restrict(forbiddenIpc({})), overrides }, null, 2);
  return `${text.replaceAll(/\[\s+("[^\]]+")\s+\]/g, (_, names: string) => `[${names.replaceAll(/\s+/g, ' ')}]`)}\n`;
}

const glob = (path: string) => (path.endsWith('/') ? `${path}**` : path);

const restrict = (options: object) => ({
  linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
});

/** Both ends of Electron's IPC, except the one that the row allows. */
function forbiddenIpc({ ipc }: Pick<ImportRow, 'ipc'>) {
  const importNames = ['ipcMain', 'ipcRenderer'].filter((name) => name !== ipc);
  return { paths: { electron: { importNames, message: 'Only the bridge files use IPC, through the contract.' } } };
}

/** The other parts, each by its last name: the number of `../` in an import depends on the file. */
function forbiddenFiles({ mayImport }: ImportRow, table: readonly ImportRow[]): string[] {
  const parts = table.flatMap(({ files, why }) => (why === undefined ? [] : files));
  const outermost = parts.filter((path) => !parts.some((other) => other !== path && holds([other], path)));
  return outermost
    .filter((path) => !mayImport.includes(path))
    .flatMap((path) => {
      const start = path.lastIndexOf('/', path.length - 2) + 1;
      const allowed = mayImport.filter((inside) => holds([path], inside));
      return [written(path.slice(start)), ...allowed.map((inside) => `!${written(inside.slice(start))}`)];
    });
}

const written = (path: string) => `{.,..}/**/${glob(path)}`;

function forbiddenPackages({ packages }: ImportRow) {
  if (packages === undefined) return [];
  const withReason = packageReasons.map((reason) => ({
    group: reason.packages.filter((name) => !packages.includes(name)).flatMap((name) => specifiers(name)),
    message: reason.why,
  }));
  const known = [...packages, ...packageReasons.flatMap((reason) => reason.packages)];
  const others = ['**', '!./**', '!../**', ...new Set(known.flatMap((name) => specifiers(name, '!')))];
  return [
    ...withReason.filter(({ group }) => group.length > 0),
    { group: others, message: 'The import table, scripts/check/import-table.ts, does not give this package to this part.' },
  ];
}

const specifiers = (name: string, not = '') =>
  name === 'node:' ? [`${not}node:*`, `${not}node:*/**`] : [`${not}${name}`, `${not}${name}/**`];
