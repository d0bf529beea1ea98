import { z } from 'zod';
import type { Log } from '../core/ports.ts';
import { openConfStore } from '../host/conf-store.ts';
import type { DocumentStore } from '../host/documents.ts';
import type { KeptSession } from './sessions.ts';

const keptSchema = z.array(z.object({ hash: z.string().length(43), usedAtMs: z.number() })).max(100);

/**
 * Keeps sessions across restarts, so that an open page goes on by itself when Buoy starts again on the same port. Losing the
 * file only means one click on the new address, so a file that cannot be used is ignored.
 */
export function openKeptSessions(
  folder: string,
  log: Log,
): { kept: readonly KeptSession[]; keep(sessions: readonly KeptSession[]): void } {
  let store: DocumentStore | null = null;
  try {
    store = openConfStore('web-sessions', folder);
  } catch {
    log.warn('web-sessions.json cannot be used: open pages have to be opened anew');
  }
  const parsed = keptSchema.safeParse(store?.store.sessions);
  return {
    kept: parsed.success ? parsed.data : [],
    keep(sessions) {
      try {
        if (store) store.store = { sessions };
      } catch {
        log.warn('web-sessions.json could not be written');
      }
    },
  };
}
