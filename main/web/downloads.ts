import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Buoy } from '../core/buoy.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import { writeHead } from './answers.ts';

type Download = NonNullable<ReturnType<Buoy['takeDownload']>>;

/** The browser asks for it at once; what it never asked for is let go. */
const keptMs = 60_000;

export interface Downloads {
  /** Takes an answer from the core and gives it a path that works once, for a minute. `null`: the core has it no more. */
  offer(downloadId: string): { path: string; suggestedName: string } | null;
  /** Sends it. `false`: no such path, nothing was sent. */
  send(response: ServerResponse, ticket: string): boolean;
  close(): void;
}

/** Answers on their way into a file of the browser. Files may hold a kubeconfig: a path is secret, and used up by its first use. */
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
        // Never a type that a browser would show: it is to be saved.
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

/** RFC 6266: a plain name for old clients, the exact one beside it; neither holds a folder or a control character. */
export function contentDisposition(name: string): string {
  const safe = name.toWellFormed().replace(/[/\\\p{Cc}]/gu, '_') || 'download';
  const plain = safe.replace(/[^\x20-\x7e]|["%]/g, '_');
  const exact = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
