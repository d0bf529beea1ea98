import { describe, expect, it } from 'vitest';
import { parseLaunchOptions, readLaunchOptions } from '../../../main/electron/launch-options.ts';

const none = { isDemo: false, isHidden: false, isKeychainUsed: true, baseUrl: null };

describe('the command line', () => {
  it.each([
    [['electron', '.', '--demo', '--allow-file-access'], { isDemo: true }],
    [['buoy', '--hidden'], { isHidden: true }],
    [['buoy', '--no-keychain'], { isKeychainUsed: false }],
    [['buoy', '--base-url=http://127.0.0.1:4000'], { baseUrl: 'http://127.0.0.1:4000' }],
    [['buoy', '--base-url=https://example.com'], {}],
    [['buoy', '--base-url=http://127.0.0.1:1.example.com'], {}],
    [['buoy', '--base-url=http://127.0.0.1.example.com:80'], {}],
  ])('%j is read among unrelated switches', (argv, expected) => {
    expect(readLaunchOptions(argv)).toEqual({ ...none, ...expected });
  });
});

describe('a second start', () => {
  it.each([
    [
      { isDemo: true, isHidden: false },
      { isDemo: true, isHidden: false },
    ],
    [{ isDemo: 'yes' }, { isDemo: false, isHidden: false }],
    [null, { isDemo: false, isHidden: false }],
    ['--demo', { isDemo: false, isHidden: false }],
  ])('that sends %j asks for %j', (data, expected) => {
    expect(parseLaunchOptions(data)).toEqual(expected);
  });
});
