import { commandWords } from '../words/commands.ts';
import type { Page } from './page.ts';
import { toBase64 } from './read-file.ts';

/** A file that the page made. */
export interface MadeFile {
  name: string;
  mediaType: 'image/png' | 'text/csv';
  base64: string;
}

/** UTF-8 in base64. */
export const base64Of = (text: string): string => toBase64(new TextEncoder().encode(text));

/** A line of CSV without its end (RFC 4180). */
export const csvLine = (fields: readonly string[]): string => fields.map(quoted).join(',');

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || /^[=+\-@]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A name that every system accepts, such as "cpu-of-web-01.csv". */
export const fileName = (title: string, ending: string): string =>
  `${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)}.${ending}`;

/** Hands the file to the core, and lets the host write it where the person chooses. */
export async function saveFile(page: Page, { name, mediaType, base64 }: MadeFile): Promise<void> {
  const kept = await page.bridge.keepFile({ suggestedName: name, mediaType, base64 });
  if (!kept.ok) return page.commands.tell(kept.failure);
  const saved = await page.bridge.saveDownload({ downloadId: kept.value.downloadId });
  if (!saved.ok) return page.commands.tell(saved.failure);
  if (saved.value.savedAs === null) return;
  page.announcer.say(commandWords.saved(saved.value.savedAs));
  page.toasts.show({ tone: 'done', title: commandWords.saved(saved.value.savedAs) });
}
