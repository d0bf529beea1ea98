import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { pageScheme } from './identity.ts';

/** Must run before the app is ready, and once: a second call would overwrite the first. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://bundle/...` from the built renderer. Call before the first page loads, once per session. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, (request) => answer(request, folder));
}

/**
 * Styles may stand in the page: the dialog primitives lock scrolling with a style element of their own. Scripts may not,
 * and nothing may be fetched but the page's own files.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

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

async function answer(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405);
  const path = fileWithin(folder, request.url);
  const type = path === null ? undefined : contentTypes[extname(path)];
  if (path === null || type === undefined) return plain(404);
  try {
    const bytes = await readFile(path);
    return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers: headersFor(type) });
  } catch {
    return plain(404);
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

function headersFor(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
  };
}

function plain(status: number): Response {
  return new Response(null, { status, headers: headersFor('text/plain; charset=utf-8') });
}
