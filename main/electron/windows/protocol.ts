import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy, contentTypeOf, pageFileAt } from '../../host/page-files.ts';
import { pageScheme } from '../identity.ts';

/** Call before the app is ready, and only once: a second call would replace the first. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export interface PageFiles {
  /** Folder of the built renderer. */
  folder: string;
  /** Allows the one style element that the dialog library makes to lock scrolling. */
  styleNonce: string;
}

/** Serves `app://bundle/...` from the built renderer. Call before the first page loads, once for each session. */
export function servePages(session: Session, files: PageFiles): void {
  session.protocol.handle(pageScheme, (request) => answer(request, files));
}

const plainText = 'text/plain; charset=utf-8';

async function answer(request: Request, files: PageFiles): Promise<Response> {
  const respond = (status: number, type: string, body: Uint8Array<ArrayBuffer> | null) =>
    new Response(body, { status, headers: headersFor(type, files.styleNonce) });
  if (request.method !== 'GET' && request.method !== 'HEAD') return respond(405, plainText, null);
  const file = fileAt(request.url);
  const type = file === null ? null : contentTypeOf(file);
  if (file === null || type === null) return respond(404, plainText, null);
  try {
    const bytes = await readFile(join(files.folder, file));
    return respond(200, type, request.method === 'HEAD' ? null : bytes);
  } catch {
    return respond(404, plainText, null);
  }
}

/** The file that an address of the page names, relative to the page's folder; `null` for any other address. */
function fileAt(address: string): string | null {
  const url = URL.parse(address);
  return url?.protocol === `${pageScheme}:` && url.host === 'bundle' ? pageFileAt(url.pathname) : null;
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
