import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { webWords } from '../core/words/web.ts';

/** A browser that starts cold reads the file within seconds. After this long it will not come, and the file goes. */
export const startFileMs = 60_000;

const named = /^buoy-open-[\w-]{22}\.html$/;

/**
 * Where browsers may read a file of this person's. On Linux those from Snap see neither the temp folder nor anything hidden,
 * only the home folder itself and what is visible in it; Flatpak passes the file on, wherever it is. On macOS and Windows the
 * temp folder is the person's own, and reading it asks for no permission.
 */
export const startFolder = (platform: NodeJS.Platform = process.platform): string =>
  platform === 'darwin' || platform === 'win32' ? tmpdir() : homedir();

export interface StartFile {
  path: string;
  /** Safe to call twice. Never throws. */
  remove(): void;
}

/**
 * Writes a page that leads to the start address, readable by this person alone. Handed to a program as an argument, the address
 * could be read by every user of the machine. Throws the system's error when the folder cannot be written.
 */
export function writeStartFile(url: string, folder: string = startFolder()): StartFile {
  removeLeftOver(folder);
  const path = join(folder, `buoy-open-${randomBytes(16).toString('base64url')}.html`);
  writeFileSync(path, pageTo(url), { mode: 0o600, flag: 'wx' });
  return { path, remove: () => removeQuietly(path) };
}

/** Files of runs that were killed. A younger one may be another Buoy's, on its way to a browser. */
function removeLeftOver(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((each) => named.test(each))) {
      const path = join(folder, name);
      if (statSync(path).mtimeMs < Date.now() - startFileMs) removeQuietly(path);
    }
  } catch {
    // A folder that cannot be listed may still take the file.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its key works once, and not after this run.
  }
}

/** Without a script, because browsers may refuse those of files. The link is for those that follow nothing by themselves. */
function pageTo(url: string): string {
  const safe = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0; url=${safe}">`,
    `<title>${webWords.startPageTitle}</title>`,
    '</head>',
    `<body><a href="${safe}">${webWords.startPageLink}</a></body>`,
    '</html>',
    '',
  ].join('\n');
}
