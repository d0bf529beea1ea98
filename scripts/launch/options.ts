export interface LaunchOptions {
  /** `--web`: use the browser even if Electron could run. */
  isWebWanted: boolean;
  /** All other arguments, passed to the host unchanged: `--demo`, `--port N`, `--no-open`. */
  hostArguments: string[];
}

/** A port and `--no-open` only make sense in the browser, so they choose it too. */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const isWebWanted = args.some((argument) => argument === '--web' || argument === '--no-open' || argument.startsWith('--port'));
  return { isWebWanted, hostArguments: args.filter((argument) => argument !== '--web') };
}
