import { globSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { parseSync } from 'vite';

export const root = resolve(import.meta.dirname, '../..');

/** One file of Buoy's sources and what it reaches. Paths are relative to the root, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
  /** Type-only imports and re-exports count too: they also tie parts together. */
  imports: readonly Import[];
  /** Calls that read the machine's clock or random numbers, such as `Date.now()`. */
  worldReads: readonly string[];
}

export interface Import {
  /** As written in the source. */
  specifier: string;
  /** The file that it names; `null` for a package or a module of Node. */
  target: string | null;
}

const patterns = ['{main,preload,renderer,scripts,bench,test,assets}/**/*.{ts,tsx,mts,mjs,js}', '*.config.ts'];

export function readSources(): SourceFile[] {
  return globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules' })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => parseSource(path, readFileSync(resolve(root, path), 'utf8')));
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const specifiers = new Set([
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ]);
  const worldReads: string[] = [];
  walk(program, (node) => {
    const specifier = importedBy(node);
    if (specifier !== null) specifiers.add(specifier);
    const read = worldReadBy(node);
    if (read !== null) worldReads.push(read);
  });
  return {
    path,
    text,
    worldReads,
    imports: [...specifiers].map((specifier) => ({ specifier, target: targetOf(path, specifier) })),
  };
}

function targetOf(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')) : null;
}

interface Node {
  type: string;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  if (!isNode(node)) return;
  visit(node);
  for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) walk(value, visit);
}

/** `import('x')` as a call or as a type. */
function importedBy(node: Node): string | null {
  if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return null;
  const source = node.source as { value?: unknown } | undefined;
  return typeof source?.value === 'string' ? source.value : null;
}

const worldCalls = ['Date.now', 'Math.random', 'performance.now', 'Temporal.Now.instant'];

function worldReadBy(node: Node): string | null {
  const called = nameOf(node.callee);
  const args = node.arguments;
  if (node.type === 'NewExpression' && called === 'Date' && Array.isArray(args) && args.length === 0) return 'new Date()';
  if (node.type === 'CallExpression' && called !== null && worldCalls.includes(called)) return `${called}()`;
  return null;
}

function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type !== 'MemberExpression') return null;
  const [object, property] = [nameOf(node.object), nameOf(node.property)];
  return object && property ? `${object}.${property}` : null;
}
