import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../setup/folders.mjs';

/** Changes to how things are built, or with which packages, concern every part. */
const always = ['scripts/build', 'package-lock.json', 'package.json'];

/** One hash over the names and contents of all these files and folders. Two equal ones mean: nothing to do. */
export function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of [...sources, ...always].flatMap(filesOf)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(resolve(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  const full = resolve(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort();
}
