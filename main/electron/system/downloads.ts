import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Buoy } from '../../core/buoy.ts';
import { hostWords } from '../../core/words/host.ts';

type Download = NonNullable<ReturnType<Buoy['takeDownload']>>;

/** Answers whose dialog the person cancelled. They stay for another try, because the core has handed them over already. */
const keptAtMost = 4;

/** Writes stored answers where the person chooses. A file may be a kubeconfig, so only this user may read it. */
export function createDownloads(take: Buoy['takeDownload']) {
  const kept = new Map<string, Download>();

  function find(downloadId: string): Download | null {
    const download = kept.get(downloadId) ?? take(downloadId);
    if (download === null) return null;
    kept.set(downloadId, download);
    const [oldest] = kept.keys();
    if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
    return download;
  }

  return {
    async save(downloadId: string, parent: BrowserWindow | null): Promise<Outcome<{ savedAs: string | null }>> {
      const download = find(downloadId);
      if (download === null) return { ok: false, failure: hostWords.downloadGone() };
      const options = { title: hostWords.saveTitle, defaultPath: download.suggestedName };
      const chosen = parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
      if (chosen.canceled || chosen.filePath === '') return { ok: true, value: { savedAs: null } };
      try {
        await writeFile(chosen.filePath, download.bytes, { mode: 0o600 });
      } catch {
        return { ok: false, failure: hostWords.notSaved(chosen.filePath) };
      }
      kept.delete(downloadId);
      return { ok: true, value: { savedAs: chosen.filePath } };
    },
  };
}
