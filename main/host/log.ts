import { appendFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Log } from '../core/ports.ts';
import { keepPrivate } from './private-folder.ts';
import { scrub } from './scrub.ts';

/** When the log reaches this size, it becomes the one old file that is kept. */
const fileBytes = 1_000_000;

/** Writes a whole line with its line break. Must not throw. */
export type LineSink = (line: string) => void;

/** A log whose lines contain no secret, whatever is written to it. */
export function createLog(clock: Pick<Clock, 'now'>, sink: LineSink): Log {
  const say = (level: string, line: string) => sink(`${new Date(clock.now()).toISOString()} ${level} ${scrub(line)}\n`);
  return { info: (line) => say('info', line), warn: (line) => say('warn', line) };
}

/**
 * Appends to `path` with mode 600. At 1 MB it starts a new file and keeps the old one as `path` + `.old`. Lines are few, so
 * each is written at once and a crash loses none. When the file cannot be written, lines are dropped: a log must not stop
 * Buoy.
 */
export function logFile(path: string): LineSink {
  let size = sizeOf(path);
  return (line) => {
    try {
      if (size === null) keepPrivate(dirname(path));
      if ((size ?? 0) > fileBytes) {
        renameSync(path, `${path}.old`);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size = (size ?? 0) + Buffer.byteLength(line);
    } catch {
      // The line is dropped, see above. The next one makes the folder anew, if somebody removed it.
      size = null;
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
