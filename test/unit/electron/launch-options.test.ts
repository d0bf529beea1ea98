import { describe, expect, it } from 'vitest';
import { parseLaunchOptions, readLaunchOptions } from '../../../main/electron/launch-options.ts';

describe('launch options', () => {
  it('have their defaults without a switch', () => {
    expect(readLaunchOptions(['buoy', '--some-chromium-switch'])).toEqual({
      isDemo: false,
      isHidden: false,
      isKeychainUsed: true,
      baseUrl: null,
    });
  });

  it.each([
    ['http://127.0.0.1:4820', 'http://127.0.0.1:4820'],
    ['http://[::1]:4820', 'http://[::1]:4820'],
    ['http://example.com:80', null],
    ['https://example.com', null],
    ['http://127.0.0.1:4820@example.com:80', null],
    ['http://127.0.0.1.example.com:80', null],
    ['', null],
  ])('accept %s as an API on this machine: %s', (url, expected) => {
    expect(readLaunchOptions([`--base-url=${url}`]).baseUrl).toBe(expected);
  });

  it('of a second start ask for nothing if they are malformed', () => {
    expect(parseLaunchOptions(null)).toEqual({ isDemo: false, isHidden: false });
    expect(parseLaunchOptions({ isDemo: 'yes' })).toEqual({ isDemo: false, isHidden: false });
  });
});
