import { describe, expect, it } from 'vitest';
import { readWebOptions } from '../../../main/web/options.ts';

const usual = { isDemo: false, port: 0, isBrowserOpened: true, isKeychainUsed: true, baseUrl: null, isVerbose: false };

describe('the command line of the web host', () => {
  it('opens the browser on any free port if it is empty', () => expect(readWebOptions([])).toEqual(usual));

  it.each([
    [['--demo'], { isDemo: true }],
    [['--port', '4820'], { port: 4820 }],
    [['--port=4820', '--no-open'], { port: 4820, isBrowserOpened: false }],
    [['--no-keychain', '--verbose'], { isKeychainUsed: false, isVerbose: true }],
    [['--base-url', 'http://127.0.0.1:9/x/'], { baseUrl: 'http://127.0.0.1:9/x' }],
  ])('reads %j', (args, change) => expect(readWebOptions(args)).toEqual({ ...usual, ...change }));

  it('reads --help, also among other options', () => expect(readWebOptions(['--demo', '--help'])).toBe('help'));

  it.each([
    [['--prot', '1'], '--prot'],
    [['demo'], 'demo'],
    [['-x'], '-x'],
    [['--port'], '--port'],
    [['--port', '0'], '--port'],
    [['--port', '70000'], '70000'],
    [['--port', '4820x'], '4820x'],
    [['--port=--demo'], '--demo'],
    [['--base-url', 'ftp://example.com'], 'ftp://example.com'],
    [['--base-url', 'nonsense'], 'nonsense'],
    [['--base-url', 'http://example.com'], 'http://example.com'],
  ])('names what is wrong with %j', (args, named) => {
    expect(readWebOptions(args)).toEqual({ problem: expect.stringContaining(named) });
  });
});
