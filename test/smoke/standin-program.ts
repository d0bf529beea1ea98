/**
 * The stand-in as a program that starts and ends like the packaged Buoy: `node standin-program.ts <main entry> [arguments]`. It
 * answers `--remote-debugging-port`, keeps to one instance, and ends with Buoy's exit code, or with 1 if anything happened that
 * should not. `BUOY_STANDIN_PORT` is where its desktop is asked, by the names of `control.ts`; `BUOY_HOME` keeps its
 * files. `BUOY_STANDIN_BUS` is the socket of the bus on which it shows its icon, if there is one.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { chromium } from '@playwright/test';
import { readLaunchOptions } from '../../main/electron/launch-options.ts';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import { chromiumFlags, launchStandin } from '../standin/launch.ts';
import { showIconOnBus } from './desktop/standin-icon.ts';

const [entry = '', ...given] = process.argv.slice(2);
const debugging = given.filter((argument) => argument.startsWith('--remote-debugging-port='));
const args = given.filter((argument) => !debugging.includes(argument));
const { BUOY_STANDIN_PORT: port, BUOY_STANDIN_BUS: bus, BUOY_HOME: home } = process.env;
if (!port || !home) throw new Error('BUOY_STANDIN_PORT and BUOY_HOME are needed');

const desktop = createServer();
try {
  desktop.listen(Number(port), '127.0.0.1');
  await once(desktop, 'listening');
} catch {
  // The first instance is there. The operating system brings it the options of this one.
  const body = JSON.stringify([readLaunchOptions(args)]);
  await fetch(`http://127.0.0.1:${port}/startAgain`, { method: 'POST', body });
  process.exit(0);
}

const executablePath = findBrowser();
const browser = await chromium.launch({
  args: [...chromiumFlags, ...debugging],
  ...(executablePath ? { executablePath } : {}),
});
const { DBUS_SESSION_BUS_ADDRESS = '', XDG_RUNTIME_DIR = '' } = process.env;
const buoy = await launchStandin({
  home,
  entry,
  args,
  browser,
  env: { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR },
  profile: { isPackaged: true, sessionBus: bus ? 'given' : 'own' },
});

if (bus) void buoy.untilTray().then(() => showIconOnBus(bus, buoy));

const answer = async (request: IncomingMessage, response: ServerResponse) => {
  const ask = Reflect.get(buoy, (request.url ?? '').slice(1)) as (...asked: unknown[]) => Promise<unknown>;
  try {
    response.end(JSON.stringify((await ask(...(JSON.parse((await text(request)) || '[]') as unknown[]))) ?? null));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
};
desktop.on('request', (request, response) => void answer(request, response));

let code = await buoy.ended;
try {
  await buoy.close();
} catch (error) {
  console.error(error);
  code = 1;
}
await browser.close();
process.exit(code);
