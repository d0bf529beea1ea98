/** What the command line asked for. */
export interface LaunchOptions {
  /** `--demo`: open the demo account. */
  isDemo: boolean;
  /** `--hidden`: Buoy was started at login and stays in the tray. */
  isHidden: boolean;
  /** False with `--no-keychain`: tokens stay in memory and are forgotten when Buoy quits. */
  isKeychainUsed: boolean;
  /** `--base-url=http://127.0.0.1:PORT`: use an API on this machine. `null`: DigitalOcean's. */
  baseUrl: string | null;
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

/** Only this machine is allowed: a shortcut with a switch must not be able to send tokens elsewhere. */
function readBaseUrl(argv: readonly string[]): string | null {
  const given = argv.find((arg) => arg.startsWith('--base-url='))?.slice('--base-url='.length) ?? '';
  return loopback.test(given) ? given : null;
}

/** Reads Buoy's own switches. Everything else is ignored, because Chromium adds switches and changes their order. */
export function readLaunchOptions(argv: readonly string[]): LaunchOptions {
  return {
    isDemo: argv.includes('--demo'),
    isHidden: argv.includes('--hidden'),
    isKeychainUsed: !argv.includes('--no-keychain'),
    baseUrl: readBaseUrl(argv),
  };
}

/** The options of a second start, as they arrive through the single-instance lock. Malformed ones count as absent. */
export function parseLaunchOptions(data: unknown): Pick<LaunchOptions, 'isDemo' | 'isHidden'> {
  const given = typeof data === 'object' && data !== null ? (data as Partial<Record<keyof LaunchOptions, unknown>>) : {};
  return { isDemo: given.isDemo === true, isHidden: given.isHidden === true };
}
