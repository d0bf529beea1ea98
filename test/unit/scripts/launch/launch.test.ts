import { describe, expect, it } from 'vitest';
import { whyNoElectron } from '../../../../scripts/launch/electron-runtime.ts';
import { readLaunchOptions } from '../../../../scripts/launch/options.ts';
import { runHost } from '../../../../scripts/launch/run-host.ts';

describe('readLaunchOptions', () => {
  it.each([
    [['--demo'], { isWebWanted: false, hostArguments: ['--demo'] }],
    [['--demo', '--web'], { isWebWanted: true, hostArguments: ['--demo'] }],
    [['--port', '4820'], { isWebWanted: true, hostArguments: ['--port', '4820'] }],
    [['--no-open'], { isWebWanted: true, hostArguments: ['--no-open'] }],
  ])('reads %j', (args, expected) => {
    expect(readLaunchOptions(args)).toEqual(expected);
  });
});

describe('whyNoElectron', () => {
  const someone = () => 1000;
  const root = () => 0;

  it.each([
    ['a Linux desktop', { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, getuid: someone }, null],
    ['Linux without a display', { platform: 'linux', env: {}, getuid: someone }, 'there is no display'],
    ['root on Linux', { platform: 'linux', env: { DISPLAY: ':0' }, getuid: root }, 'as root'],
    ['root on macOS', { platform: 'darwin', env: {}, getuid: root }, null],
    ['Windows', { platform: 'win32', env: {} }, null],
  ] as const)('judges %s', (_, machine, expected) => {
    const reason = whyNoElectron(machine);
    if (expected === null) expect(reason).toBeNull();
    else expect(reason).toContain(expected);
  });
});

describe('runHost', () => {
  const script = (code: string) => runHost(process.execPath, ['-e', code]);

  it('returns the exit code of a host that ends by itself', async () => {
    expect(await script('process.exit(3)')).toEqual({ exitCode: 3, failedToOpen: null });
  });

  it('says why no window opened if the host ends because it has no display', async () => {
    const end = await script("console.error('ERROR: Missing X server or $DISPLAY'); process.exit(134)");
    expect(end.failedToOpen).toContain('Missing X server or $DISPLAY');
  });

  it('passes SIGTERM on, and treats the end that follows as a clean one', async () => {
    const before = process.listenerCount('SIGTERM');
    const ending = script("process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.error('ready')");
    const isReady = new Promise<void>((settle) => {
      const write = process.stderr.write;
      process.stderr.write = ((chunk: string | Uint8Array) => {
        if (String(chunk).includes('ready')) settle();
        return true;
      }) as typeof write;
      void ending.finally(() => {
        process.stderr.write = write;
      });
    });
    await isReady;
    process.emit('SIGTERM');
    expect(await ending).toEqual({ exitCode: 0, failedToOpen: null });
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
