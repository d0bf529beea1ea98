export interface LaunchOptions {
  /** `--web`: the browser, also where Electron could run. */
  isWebWanted: boolean;
  /** All others, handed to the host as they are: `--demo`, `--port N`, `--no-open`. */
  hostArguments: string[];
}

/** A port or "do not open" only make sense in the browser, so they ask for it too. */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const isWebWanted = args.some((argument) => argument === '--web' || argument === '--no-open' || argument.startsWith('--port'));
  return { isWebWanted, hostArguments: args.filter((argument) => argument !== '--web') };
}
