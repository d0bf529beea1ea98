import { z } from 'zod';
import type { Log } from '../core/ports.ts';
import { documentFile } from '../host/document-file.ts';
import type { KeptSession } from './sessions.ts';

const keptSchema = z
  .array(z.object({ session: z.string().length(16), key: z.string().length(43), port: z.number(), usedAtMs: z.number() }))
  .max(100);

/**
 * Keeps sessions across restarts, so that an open page goes on by itself when Buoy starts again on the same port. Losing the
 * file only means one click on the new address, so a file that cannot be used is ignored.
 */
export function openKeptSessions(
  folder: string,
  log: Log,
): { kept: readonly KeptSession[]; keep(sessions: readonly KeptSession[]): void } {
  const file = documentFile(folder, 'web-sessions');
  let isUsable = true;
  let content: ReturnType<typeof file.read> = null;
  try {
    content = file.read();
  } catch {
    isUsable = false;
    log.warn('web-sessions.json cannot be used: open pages have to be opened anew');
  }
  const parsed = keptSchema.safeParse(content?.sessions);
  return {
    kept: parsed.success ? parsed.data : [],
    keep(sessions) {
      try {
        if (isUsable) file.write({ sessions });
      } catch {
        log.warn('web-sessions.json could not be written');
      }
    },
  };
}
