import { extname } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Media type of a file of the page by its ending; `null` for a kind of file that no page needs. */
export const contentTypeOf = (file: string): string | null => contentTypes[extname(file)] ?? null;

/**
 * Allows only scripts, styles and requests of the page's own origin. The nonce is for the one style element that the dialog
 * library makes to lock scrolling; `null`: there is none.
 */
export const contentSecurityPolicy = (styleNonce: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleNonce === null ? '' : ` 'nonce-${styleNonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * The file that the path of an address names, relative to the page's folder, `index.html` for `/`. `null` for a path that
 * could climb out of the folder or names a hidden file.
 */
export function pageFileAt(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').some((part) => part.startsWith('.'))) return null;
  return decoded === '/' ? 'index.html' : decoded;
}
