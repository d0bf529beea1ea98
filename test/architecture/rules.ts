import { holds, type ImportRow, importTable } from '../../scripts/check/import-table.ts';
import type { SourceFile } from './source-files.ts';

/** Every import that the table does not allow, as "file imports what". */
export function forbiddenImports(files: readonly SourceFile[], table: readonly ImportRow[] = importTable): string[] {
  return files.flatMap((file) => {
    const row = table.find((candidate) => holds(candidate.files, file.path));
    if (!row) return [`${file.path} belongs to no part`];
    return file.imports.filter((found) => !isAllowed(row, found)).map(({ specifier }) => `${file.path} imports ${specifier}`);
  });
}

function isAllowed({ mayImport, packages }: ImportRow, { specifier, target }: SourceFile['imports'][number]): boolean {
  if (target !== null) return holds(mayImport, target);
  if (!packages) return true;
  return packages.some((name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`));
}

/** Cycles of files that import each other, each as the path around it. Each cycle is found once. */
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
 * Where a file belongs in the graph of folders: its folder, or the file itself if it has folders beside it. Such a file is
 * either the entry of its part (`client.ts`) or the base of all of it (`ports.ts`).
 */
function placeOf(path: string, foldersWithFolders: ReadonlySet<string>): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return foldersWithFolders.has(folder) ? path : folder;
}

/** Cycles of folders whose files import each other, each as the path around it. Between folders, too, imports go one way. */
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

/** Names that do not say what a file is about. */
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'shared']);

export function emptyNamesIn(files: readonly SourceFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => path.split('/').some((part) => emptyNames.has(part.split('.')[0] ?? '')));
}

export const longFile = 250;
export const tooLongFile = 400;

/** A file of more than 400 lines says in its first lines why: it is a table, or a script wrote it. */
export function isLengthDeclared({ text }: SourceFile): boolean {
  return /Long because|Written by scripts\//.test(text.split('\n').slice(0, 12).join('\n'));
}

export function lineCount({ text }: SourceFile): number {
  return text.split('\n').length - 1;
}
