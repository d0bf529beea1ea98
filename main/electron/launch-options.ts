/** What the command line asked for. */
export interface LaunchOptions {
  /** `--demo`: open the demo account. */
  isDemo: boolean;
  /** `--hidden`: started at login, stay in the tray. */
  isHidden: boolean;
  /** `--no-keychain`: tokens stay in memory and are forgotten at the end. */
  isKeychainUsed: boolean;
  /** `--base-url=http://127.0.0.1:PORT`: an API on this machine instead of DigitalOcean's; `null`: DigitalOcean's. */
  baseUrl: string | null;
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

/** Only this machine: a shortcut with a switch must not be able to send tokens elsewhere. */
function readBaseUrl(argv: readonly string[]): string | null {
  const given = argv.find((arg) => arg.startsWith('--base-url='))?.slice('--base-url='.length) ?? '';
  return loopback.test(given) ? given : null;
}

/** Reads our own switches; Chromium adds and reorders others, so everything unknown is passed over. */
export function readLaunchOptions(argv: readonly string[]): LaunchOptions {
  return {
    isDemo: argv.includes('--demo'),
    isHidden: argv.includes('--hidden'),
    isKeychainUsed: !argv.includes('--no-keychain'),
    baseUrl: readBaseUrl(argv),
  };
}

/** The options of a second start, as they arrive through the single-instance lock; anything malformed asks for nothing. */
export function parseLaunchOptions(data: unknown): Pick<LaunchOptions, 'isDemo' | 'isHidden'> {
  const given = typeof data === 'object' && data !== null ? (data as Partial<Record<keyof LaunchOptions, unknown>>) : {};
  return { isDemo: given.isDemo === true, isHidden: given.isHidden === true };
}
