import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Log } from '../core/ports.ts';
import { scrub } from './scrub.ts';

/** One earlier file of this size is kept beside the current one. */
const fileBytes = 1_000_000;

/** Takes whole lines, the line break included. Must not throw. */
export type LineSink = (line: string) => void;

/** A log whose lines carry no secret, whatever they are given. */
export function createLog(clock: Pick<Clock, 'now'>, sink: LineSink): Log {
  const say = (level: string, line: string) => sink(`${new Date(clock.now()).toISOString()} ${level} ${scrub(line)}\n`);
  return { info: (line) => say('info', line), warn: (line) => say('warn', line) };
}

/**
 * Appends to `path`, mode 600, and starts over at 1 MB, keeping the file before as `path` + `.old`. Lines are few, so each is
 * written at once and a crash loses none. A file that cannot be written is no reason to stop: its lines are dropped.
 */
export function logFile(path: string): LineSink {
  let size = sizeOf(path);
  return (line) => {
    try {
      if (size === null) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if ((size ?? 0) > fileBytes) {
        renameSync(path, `${path}.old`);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size = (size ?? 0) + Buffer.byteLength(line);
    } catch {
      // Dropped, as promised above.
    }
  };
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}
