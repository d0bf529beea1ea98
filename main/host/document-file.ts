import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepPrivate } from './private-folder.ts';

/** A JSON file that holds one object. */
export interface DocumentFile {
  readonly path: string;
  /** What it holds; `null`: there is no file. Throws a `SyntaxError` for anything but a JSON object, else what the system throws. */
  read(): Record<string, unknown> | null;
  /** Replaces the whole content, or throws what the system throws and leaves the file as it was. */
  write(value: Record<string, unknown>): void;
}

/**
 * `<folder>/<name>.json`, readable by its owner alone. It is written beside its place, flushed, and renamed into it. No library
 * does that, because those at hand take a disk that fills up within a write for a success, and then the half file for the new
 * one. `isCompact`: without line breaks, which writes megabytes in a third of the time.
 */
export function documentFile(folder: string, name: string, { isCompact = false } = {}): DocumentFile {
  const path = join(folder, `${name}.json`);
  return {
    path,
    read() {
      if (!existsSync(path)) return null;
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
      throw new SyntaxError('This is JSON, but no object');
    },
    write(value) {
      keepPrivate(folder);
      replace(path, isCompact ? JSON.stringify(value) : `${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

function replace(path: string, text: string): void {
  // A run that is killed here leaves it behind; `tidy` knows it by its name.
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
