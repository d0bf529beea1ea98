import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules, root } from '../setup/folders.mjs';
import { type Mutation, mutate } from './mutation.ts';

/** What is made, and would only slow down copying. */
const left = new Set(['.git', '.cache', 'coverage', 'dist', 'node_modules', 'out', 'playwright-report', 'test-results']);

/** A copy of the sources, over the packages of the original. */
export interface Copy {
  folder: string;
  /** A new, empty folder for temporary files of one run. */
  freshTemp(): string;
  /** Breaks the rule while `run` lasts. */
  whileBroken<T>(mutation: Mutation, run: () => Promise<T>): Promise<T>;
  remove(): void;
}

export function makeCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'buoy-sabotage-'));
  for (const name of readdirSync(root)) if (!left.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  linkPackages(join(folder, 'node_modules'));
  const temp = join(folder, '.cache/t');
  return {
    folder,
    freshTemp() {
      rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
      mkdirSync(temp, { recursive: true });
      return temp;
    },
    async whileBroken(mutation, run) {
      const path = join(folder, mutation.file);
      const whole = readFileSync(path, 'utf8');
      writeFileSync(path, mutate(whole, mutation));
      try {
        return await run();
      } finally {
        writeFileSync(path, whole);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The packages are those of the original, but for the one whose files are packed: electron-builder follows no link out. */
function linkPackages(into: string): void {
  mkdirSync(into);
  for (const entry of readdirSync(modules, { withFileTypes: true })) {
    const [from, to] = [join(modules, entry.name), join(into, entry.name)];
    if (entry.isDirectory() && entry.name !== '@github') symlinkSync(from, to, 'junction');
    else cpSync(from, to, { recursive: true });
  }
}
