/**
 * Buoy while it is worked on: every change rebuilds the parts it concerns and starts the host again, on the demo account
 * unless `--real` is given. `npm run dev` opens Electron where that can run; `npm run dev:web` serves the browser.
 */
import { buildAll } from '../build/build.ts';
import { electronRuntime, whyNoElectron } from '../launch/electron-runtime.ts';
import { type Host, startHost } from './host.ts';
import { watchSources } from './watch.ts';

const given = process.argv.slice(2);
const account = given.includes('--real') ? [] : ['--demo'];
const passedOn = given.filter((argument) => argument !== '--real' && argument !== '--web');

function commandOfHost(): readonly string[] {
  const runtime = given.includes('--web') || whyNoElectron(process) !== null ? null : electronRuntime();
  if (runtime && 'executable' in runtime) return [runtime.executable, '.', ...account, ...passedOn];
  const port = passedOn.some((argument) => argument.startsWith('--port')) ? [] : ['--port', '4820'];
  return [process.execPath, 'out/web/index.js', ...account, ...port, '--no-open', ...passedOn];
}

/** Builds what changed; what is wrong is said, and the next change tries again. */
async function rebuild(): Promise<boolean> {
  try {
    const { made } = await buildAll();
    if (made.length > 0)
      console.log(`Built ${made.map(({ name, durationMs }) => `${name} (${Math.round(durationMs)} ms)`).join(', ')}.`);
    return made.length > 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

const command = commandOfHost();
await rebuild();
let host: Host = startHost(command);

const stopWatching = watchSources(async () => {
  if (!(await rebuild())) return;
  await host.stop();
  host = startHost(command);
});

const end = async () => {
  stopWatching();
  await host.stop();
  process.exit(0);
};
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());
