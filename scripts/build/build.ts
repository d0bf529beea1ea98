import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../setup/folders.mjs';

/** Something that is made from sources. Paths are relative to the root. */
export interface Product {
  /** The folder that is filled. */
  folder: string;
  /** Files and folders. Nothing is made while their names and contents stay the same. */
  sources: readonly string[];
  /** Fills a new folder, which then replaces `folder`. */
  make: (into: string) => Promise<void>;
}

const buoy: Product = {
  folder: 'out',
  sources: ['main', 'preload', 'renderer', 'scripts/build', 'scripts/client', 'package.json', 'package-lock.json'],
  make: bundle,
};

/**
 * Makes Buoy in `out/` if it is missing or its sources changed. It appears completely or not at all: a host that is running
 * never sees half of it. If the bundler fails, the promise rejects and the previous product stays.
 * @returns how long it took, in milliseconds; `null` when there was nothing to do
 */
export async function build({ folder, sources, make }: Product = buoy): Promise<number | null> {
  const start = performance.now();
  const hash = fingerprint(sources);
  const out = resolve(root, folder);
  const isMade = () => readIfThere(resolve(out, '.fingerprint')) === hash;
  if (isMade()) return null;
  // On the same disk as `out`, because it is moved there by renaming.
  mkdirSync(resolve(root, '.cache'), { recursive: true });
  const bench = mkdtempSync(resolve(root, '.cache/build-'));
  const made = resolve(bench, 'made');
  try {
    await make(made);
    writeFileSync(resolve(made, '.fingerprint'), hash);
    // Another build may have made the same thing meanwhile.
    if (isMade()) return null;
    if (existsSync(out)) renameSync(out, resolve(bench, 'old'));
    renameSync(made, out);
  } finally {
    // On Windows a scanner may still hold a new file.
    rmSync(bench, { recursive: true, force: true, maxRetries: 5 });
  }
  return performance.now() - start;
}

async function bundle(into: string): Promise<void> {
  const [{ createBuilder }, { buildConfig }] = await Promise.all([import('vite'), import('./environments.ts')]);
  const { NODE_ENV } = process.env;
  // A shell or a test runner may have set another value. The page would then be built with React's development code.
  process.env.NODE_ENV = 'production';
  try {
    const builder = await createBuilder(buildConfig(into));
    await builder.buildApp();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** One hash over the names and contents of all these files and folders. */
export function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesOf(source: string): string[] {
  const path = resolve(root, source);
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? resolve(entry.parentPath, entry.name) : [])).sort();
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
