import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Buoy } from '../core/buoy.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import { writeHead } from './answers.ts';

type Download = NonNullable<ReturnType<Buoy['takeDownload']>>;

/** The browser asks for the file at once. After this long it will not come. */
const keptMs = 60_000;

export interface Downloads {
  /** Takes an answer from the core and gives it a path that works once, within a minute. `null`: the core no longer has it. */
  offer(downloadId: string): { path: string; suggestedName: string } | null;
  /** Sends the file. `false`: there is no such path, and nothing was sent. */
  send(response: ServerResponse, ticket: string): boolean;
  close(): void;
}

/** Answers on their way to a file in the browser. A file may be a kubeconfig, so its path is secret and works only once. */
export function createDownloads(take: Buoy['takeDownload'], clock: Clock): Downloads {
  const offered = new Map<string, { download: Download; forget: Cancel }>();
  return {
    offer(downloadId) {
      const download = take(downloadId);
      if (download === null) return null;
      const ticket = randomBytes(16).toString('base64url');
      offered.set(ticket, { download, forget: clock.after(keptMs, () => offered.delete(ticket)) });
      return { path: `/download/${ticket}`, suggestedName: download.suggestedName };
    },
    send(response, ticket) {
      const found = offered.get(ticket);
      if (!found) return false;
      found.forget();
      offered.delete(ticket);
      const { bytes, suggestedName } = found.download;
      writeHead(response, 200, {
        // Never a type that a browser would show, because the file is to be saved.
        'content-type': 'application/octet-stream',
        'content-length': bytes.length,
        'content-disposition': contentDisposition(suggestedName),
      });
      response.end(bytes);
      return true;
    },
    close() {
      for (const { forget } of offered.values()) forget();
      offered.clear();
    },
  };
}

/**
 * A header as RFC 6266 describes it: a plain name for old clients and the exact name. Neither contains a folder or a control
 * character.
 */
export function contentDisposition(name: string): string {
  const safe = name.toWellFormed().replace(/[/\\\p{Cc}]/gu, '_') || 'download';
  const plain = safe.replace(/[^\x20-\x7e]|["%]/g, '_');
  const exact = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
