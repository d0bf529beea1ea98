/** What the command line asked for. */
export interface LaunchOptions {
  /** `--demo`: open the demo account. */
  isDemo: boolean;
  /** `--hidden`: started at login, stay in the tray. */
  isHidden: boolean;
}

/** Reads our own switches; Chromium adds and reorders others, so everything unknown is passed over. */
export function readLaunchOptions(argv: readonly string[]): LaunchOptions {
  return { isDemo: argv.includes('--demo'), isHidden: argv.includes('--hidden') };
}

/** The options of a second start, as they arrive through the single-instance lock; anything malformed asks for nothing. */
export function parseLaunchOptions(data: unknown): LaunchOptions {
  const given = typeof data === 'object' && data !== null ? (data as Partial<Record<keyof LaunchOptions, unknown>>) : {};
  return { isDemo: given.isDemo === true, isHidden: given.isHidden === true };
}
