import { fixedServers, joinUrl, originOf } from '../../../../preload/contract/api-address.ts';
import { cleanToken } from '../../../../preload/contract/token-shape.ts';
import type { CallOptions } from '../api.ts';
import type { ServerKind } from '../catalogue/types.ts';
import type { Token } from './token.ts';

export interface Destination {
  url: string;
  /** Value of the Authorization header; null: none is sent. */
  authorization: string | null;
}

/** Why there is no destination. */
export type DestinationProblem = 'needs-other-base-url' | 'takes-no-other-base-url' | 'bad-other-base-url';

/**
 * Where a request goes, and which credential it carries. Only the API's own server gets the account token. The inference and
 * agent servers get the credential that the caller gave for them, or none. A presigned URL never gets one and is used as it
 * is. `baseUrl` (tests, demo account) replaces every server.
 */
export function destinationOf(
  server: ServerKind,
  pathAndQuery: string,
  { token, baseUrl, options }: { token: Token; baseUrl: string | null; options: CallOptions },
): Destination | DestinationProblem {
  const { otherBaseUrl, otherCredential } = options;
  if (otherBaseUrl !== undefined && !isAllowedUrl(otherBaseUrl)) return 'bad-other-base-url';
  if (server === 'presigned') return presigned(pathAndQuery, baseUrl, otherBaseUrl);
  if (server !== 'agent' && otherBaseUrl !== undefined) return 'takes-no-other-base-url';
  const base = baseUrl ?? (server === 'agent' ? otherBaseUrl : fixedServers[server]);
  if (base === undefined) return 'needs-other-base-url';
  const credential = otherCredential === undefined ? null : `Bearer ${cleanToken(otherCredential)}`;
  return { url: joinUrl(base, pathAndQuery), authorization: server === 'api' ? token.authorization() : credential };
}

function presigned(pathAndQuery: string, baseUrl: string | null, given: string | undefined): Destination | DestinationProblem {
  if (given === undefined) {
    return baseUrl === null ? 'needs-other-base-url' : { url: joinUrl(baseUrl, pathAndQuery), authorization: null };
  }
  const isElsewhere = baseUrl !== null && originOf(given) !== originOf(baseUrl);
  return { url: isElsewhere ? joinUrl(baseUrl, given.slice(originOf(given).length)) : given, authorization: null };
}

/** HTTPS, or HTTP to this machine, and without a user name or password. */
function isAllowedUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url?.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
}
