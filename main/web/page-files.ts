import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, contentTypeOf, pageFileAt } from '../host/page-files.ts';
import { writeHead } from './answers.ts';

/** Absolute paths of what the build made. */
export interface PagePlaces {
  rendererFolder: string;
  preloadFile: string;
}

const preloadPath = '/preload.js';
/** The names of built files contain a hash of their content, so browsers may keep them. */
const hashedPath = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Answers a request for the page: the renderer's files, with the bridge in front of them. `isHead`: no body. */
export async function sendPageFile(response: ServerResponse, path: string, isHead: boolean, places: PagePlaces): Promise<void> {
  const file = path === preloadPath ? places.preloadFile : await fileWithin(places.rendererFolder, path);
  const type = file === null ? null : contentTypeOf(file);
  const bytes = file === null || type === null ? null : await readFile(file).catch(() => null);
  if (bytes === null || type === null) {
    writeHead(response, 404, { 'content-length': 0 });
    response.end();
    return;
  }
  const nonce = extname(file ?? '') === '.html' ? randomBytes(16).toString('base64') : null;
  const body = nonce === null ? bytes : Buffer.from(withPreload(bytes.toString('utf8'), nonce));
  writeHead(response, 200, {
    'content-type': type,
    'content-length': body.length,
    'content-security-policy': contentSecurityPolicy(nonce),
    'cache-control': hashedPath.test(path) ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(isHead ? undefined : body);
}

/** The file that a path names; `null` unless it is surely a file inside `folder`. */
async function fileWithin(folder: string, path: string): Promise<string | null> {
  const named = pageFileAt(path);
  if (named === null) return null;
  try {
    const inside = (await realpath(folder)) + sep;
    // Resolved first, because a link inside the folder could point out of it.
    const file = await realpath(join(folder, named));
    return file.startsWith(inside) ? file : null;
  } catch {
    return null;
  }
}

/** The bridge must run before the page's first script. It also passes on the nonce for style elements. */
function withPreload(html: string, nonce: string): string {
  const preload = `<script src="${preloadPath}" nonce="${nonce}"></script>\n    `;
  const at = html.indexOf('<script');
  return at < 0 ? html.replace('</head>', `${preload}</head>`) : html.slice(0, at) + preload + html.slice(at);
}
