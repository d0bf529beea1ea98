import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Buoy } from '../../core/buoy.ts';
import { hostWords } from '../../core/words/host.ts';

type Download = NonNullable<ReturnType<Buoy['takeDownload']>>;

/** Answers whose dialog was cancelled stay for another try: the core has already let go of them. */
const keptAtMost = 4;

/** Writes kept answers where the person chooses. Files may hold a kubeconfig, so nobody else may read them. */
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
