import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { pageScheme } from '../identity.ts';

/** Must run before the app is ready, and once: a second call would overwrite the first. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export interface PageFiles {
  /** The built renderer. */
  folder: string;
  /** Lets through the one style element that the dialog primitives make to lock scrolling. */
  styleNonce: string;
}

/** Answers `app://bundle/...` from the built renderer. Call before the first page loads, once per session. */
export function servePages(session: Session, files: PageFiles): void {
  session.protocol.handle(pageScheme, (request) => answer(request, files));
}

/** Scripts, styles and requests of the page's own files only. */
const contentSecurityPolicy = (styleNonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const plainText = 'text/plain; charset=utf-8';
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

async function answer(request: Request, files: PageFiles): Promise<Response> {
  const respond = (status: number, type: string, body: Uint8Array<ArrayBuffer> | null) =>
    new Response(body, { status, headers: headersFor(type, files.styleNonce) });
  if (request.method !== 'GET' && request.method !== 'HEAD') return respond(405, plainText, null);
  const path = fileWithin(files.folder, request.url);
  const type = path === null ? undefined : contentTypes[extname(path)];
  if (path === null || type === undefined) return respond(404, plainText, null);
  try {
    const bytes = await readFile(path);
    return respond(200, type, request.method === 'HEAD' ? null : bytes);
  } catch {
    return respond(404, plainText, null);
  }
}

/** The file that a page address names, or `null` when it is not surely inside `folder`. */
export function fileWithin(folder: string, address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${pageScheme}:` || url.host !== 'bundle') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}

function headersFor(contentType: string, styleNonce: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(styleNonce),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
  };
}
