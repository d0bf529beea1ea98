import type { IncomingMessage } from 'node:http';
import type { Failure } from '../../preload/contract/failure.ts';
import { passHeader } from '../../preload/contract/host-proof.ts';
import { webWords } from '../core/words/web.ts';
import type { Sessions } from './sessions.ts';

/** Why a request is refused. */
export interface Refusal {
  status: number;
  failure: Failure;
}

/**
 * Guards against other sites. A name that was made to point at 127.0.0.1 arrives with its own Host header, so only the
 * address itself is accepted. A request that another site started shows that in Origin or Sec-Fetch-Site.
 */
export function refuseStranger({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>, port: number): Refusal | null {
  const host = `127.0.0.1:${port}`;
  if (headers.host !== host) return { status: 421, failure: webWords.wrongHost() };
  const isChange = method !== 'GET' && method !== 'HEAD';
  const isForeign = headers.origin === undefined ? isChange : headers.origin !== `http://${host}`;
  if (isForeign || isFromOtherSite(headers, method)) return { status: 403, failure: webWords.wrongOrigin() };
  return null;
}

/** A link on another site may open the page. Nothing else may come from there. */
function isFromOtherSite(headers: IncomingMessage['headers'], method: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return !(method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document');
}

/**
 * For everything except the page's own files, which contain nothing secret. A page of another site cannot set the header
 * without a CORS preflight, which Buoy never answers.
 */
export function refuseWithoutSession({ headers }: Pick<IncomingMessage, 'headers'>, sessions: Sessions): Refusal | null {
  const pass = headers[passHeader];
  if (typeof pass === 'string' && sessions.isKnown(pass)) return null;
  return { status: 401, failure: webWords.noSession() };
}
