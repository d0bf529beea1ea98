import { describe, expect, it } from 'vitest';
import { locate } from '../../../../main/core/digitalocean/catalogue/locate.ts';
import { documentedPace } from '../../../../main/core/digitalocean/pacing/pace.ts';
import { waitWords } from '../../../../main/core/words/waiting.ts';
import { heldWindows } from '../../../../preload/contract/failure.ts';

const nowMs = Date.UTC(2026, 10, 23, 14, 8);

describe('a wait in words', () => {
  it.each(heldWindows)('for %s says who waits and until when, and never says that DigitalOcean said so', (window) => {
    const text = waitWords.held(window, nowMs + 60_000, nowMs);
    expect(text).toMatch(/^Buoy is waiting until 14:09 (to|so that|because) .+\. .+\.$/);
    expect(text).not.toMatch(/throttle|limited/i);
  });

  it('names the same limits as the limiter', async () => {
    const keys = (await locate('sshKeys_list')).operation.limit;
    const purge = (await locate('cdn_purge_cache')).operation.limit;
    const text = (window: (typeof heldWindows)[number]) => waitWords.held(window, null, nowMs);
    expect(text('minute')).toContain(`${documentedPace.minuteLimit} requests a minute`);
    expect(text('account-keys')).toContain(`${keys?.requests} reads of SSH keys in ${keys?.windowSeconds} s`);
    expect(text('cdn-endpoints')).toContain(`${purge?.requests} requests for CDN endpoints in ${purge?.windowSeconds} s`);
    expect(text('purged-files')).toContain(`${purge?.items?.maximum} purged files in ${purge?.items?.windowSeconds} s`);
  });
});
