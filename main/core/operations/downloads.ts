import type { Clock } from '../ports.ts';
import type { KeptDownload } from '../services.ts';

/** Ten minutes: long enough to choose a file, short enough that a kubeconfig does not linger. */
export const keptForMs = 600_000;
/** An answer may have 32 MB, so only the newest few are kept. */
const keptAtMost = 4;

/** Answers that wait until the person has chosen a file. Each is handed over once. */
export interface Downloads {
  /** Keeps an answer for ten minutes and returns its id. */
  keep(download: KeptDownload): string;
  /** `null`: unknown, taken already, or too old. */
  take(downloadId: string): KeptDownload | null;
  clear(): void;
}

/** Creates an empty store. `clear` cancels its timers and must be called at the end. */
export function createDownloads(clock: Clock, random: () => number): Downloads {
  const kept = new Map<string, KeptDownload & { cancel: () => void }>();

  function drop(id: string): void {
    kept.get(id)?.cancel();
    kept.delete(id);
  }

  return {
    keep(download) {
      const id = Array.from({ length: 4 }, () => Math.floor(random() * 0x1_0000_0000).toString(36)).join('');
      kept.set(id, { ...download, cancel: clock.after(keptForMs, () => kept.delete(id)) });
      for (const oldest of kept.keys()) {
        if (kept.size <= keptAtMost) break;
        drop(oldest);
      }
      return id;
    },
    take(downloadId) {
      const found = kept.get(downloadId);
      if (!found) return null;
      drop(downloadId);
      const { cancel: _cancel, ...download } = found;
      return download;
    },
    clear() {
      for (const id of [...kept.keys()]) drop(id);
    },
  };
}
