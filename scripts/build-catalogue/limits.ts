import type { HttpMethod, RateLimitFact } from '../../main/core/digitalocean/catalogue/types.ts';

/**
 * Limits that the reference only states in prose (read 2026-08-07): SSH keys may be listed 10 times in 60 seconds, all CDN
 * endpoint requests together may be sent 5 times in 10 seconds, and 50 files may be purged in 20 seconds.
 */
export function findOwnLimit(method: HttpMethod, path: string): RateLimitFact | null {
  if (method === 'GET' && path === '/v2/account/keys') return { group: 'account-keys', requests: 10, windowSeconds: 60 };
  if (!path.startsWith('/v2/cdn/endpoints')) return null;
  const limit: RateLimitFact = { group: 'cdn-endpoints', requests: 5, windowSeconds: 10 };
  const isPurge = method === 'DELETE' && path.endsWith('/cache');
  return isPurge ? { ...limit, items: { property: 'files', maximum: 50, windowSeconds: 20 } } : limit;
}
