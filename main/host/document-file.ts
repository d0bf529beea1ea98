import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
      // Some editors begin a file with a mark of its encoding. It is no part of the JSON, and no reason to lose what was edited.
      const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
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
  // Somebody may keep the file elsewhere, with a link in its place.
  const place = existsSync(path) ? realpathSync(path) : path;
  // A run that is killed here leaves it behind; `tidy` knows it by its name.
  const beside = `${place}.${process.pid}.tmp`;
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    moveInto(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** On Windows a program that looks at a new file, such as one that searches for viruses, keeps it from being moved for a moment. */
function moveInto(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      const isHeld = process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
      if (!isHeld || attempt === 10) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
