/**
 * Runs Buoy for development, on the demo account unless `--real` is given. `npm run dev` opens Electron if it can run here,
 * and `npm run dev:web` serves the browser. `--port N` puts the page on another port than 4820. The host gets the other
 * arguments.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { electronRuntime, whyNoElectron } from '../launch/electron-runtime.ts';
import { develop } from './develop.ts';
import { startHost } from './host.ts';
import { developmentRoot } from './watch-host.ts';

const { values, tokens } = parseArgs({
  options: { web: { type: 'boolean' }, real: { type: 'boolean' }, port: { type: 'string', default: '4820' } },
  strict: false,
  tokens: true,
});
const port = Number(values.port);
const rest = tokens.flatMap((token) => {
  if (token.kind !== 'option') return token.kind === 'positional' ? [token.value] : [];
  if (['web', 'real', 'port'].includes(token.name)) return [];
  return [token.value === undefined ? token.rawName : `${token.rawName}=${token.value}`];
});
const hostArguments = [...(values.real ? [] : ['--demo']), ...rest];

function startElectron(executable: string) {
  // Chromium asks before a page may reach this machine, where its changes come from, and Buoy grants its page nothing.
  return startHost(executable, ['--disable-features=LocalNetworkAccessChecks', developmentRoot, ...hostArguments]);
}

function startWeb() {
  const entry = resolve(developmentRoot, 'out/web/index.js');
  const args = [entry, ...hostArguments, '--no-open', '--port', String(port + 1)];
  return startHost(process.execPath, args, (line) => line.replace(`:${port + 1}/`, `:${port}/`));
}

const runtime = values.web || whyNoElectron(process) !== null ? null : electronRuntime();
const stop =
  runtime && 'executable' in runtime
    ? await develop({ host: 'electron', port, start: () => startElectron(runtime.executable) })
    : await develop({ host: 'web', port, start: startWeb });

// Vite has a listener of its own, which would end this process before the host has ended.
process.removeAllListeners('SIGTERM');
const end = () => void stop().then(() => process.exit(0));
process.once('SIGINT', end);
process.once('SIGTERM', end);
