/** Builds what changed and opens Buoy: in Electron if it can run here, otherwise in the browser, with one line that says why. */
import { build } from '../build/build.ts';
import { electronRuntime, whyNoElectron } from './electron-runtime.ts';
import { readLaunchOptions } from './options.ts';
import { runHost } from './run-host.ts';

const options = readLaunchOptions(process.argv.slice(2));

/** Ends with the host's exit code. Ctrl C and SIGTERM count as a clean end. */
async function launch(): Promise<number> {
  const tookMs = await build();
  if (tookMs !== null) process.stderr.write(`Built in ${(tookMs / 1000).toFixed(1)} s.\n`);
  if (options.isWebWanted) return (await runHost(process.execPath, ['out/web/index.js', ...options.hostArguments])).exitCode;
  const reason = whyNoElectron(process) ?? (await openElectron());
  if (typeof reason === 'number') return reason;
  process.stderr.write(`Opening Buoy in the browser: ${reason}\n`);
  return (await runHost(process.execPath, ['out/web/index.js', ...options.hostArguments])).exitCode;
}

/** The exit code after Buoy was closed, or why Electron could not open it. */
async function openElectron(): Promise<number | string> {
  const runtime = electronRuntime();
  if ('reason' in runtime) return runtime.reason;
  const end = await runHost(runtime.executable, ['.', ...options.hostArguments]);
  return end.failedToOpen ?? end.exitCode;
}

try {
  process.exitCode = await launch();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
