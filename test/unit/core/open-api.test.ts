import { describe, expect, it } from 'vitest';
import { chosenProxy } from '../../../main/core/open-api.ts';
import type { Settings } from '../../../preload/contract/settings.ts';

const url = 'https://api.digitalocean.com/v2/account';

describe('the proxy of a request', () => {
  it('is the one that the person chose, as the settings are at that moment', async () => {
    let proxy: Settings['proxy'] = { mode: 'system', url: '' };
    const proxyFor = chosenProxy(
      async (asked) => `http://system:1/${asked.length}`,
      () => ({ proxy }),
    );
    expect(await proxyFor(url)).toBe(`http://system:1/${url.length}`);
    proxy = { mode: 'none', url: 'own:3128' };
    expect(proxyFor(url)).toBeNull();
    proxy = { mode: 'own', url: 'own:3128' };
    expect(proxyFor(url)).toBe('http://own:3128');
    proxy = { mode: 'own', url: '' };
    expect(proxyFor(url)).toBeNull();
  });
});
