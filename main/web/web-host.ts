import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../preload/contract/failure.ts';
import type { Buoy } from '../core/buoy.ts';
import { createBuoy } from '../core/buoy.ts';
import { proxyOfEnvironment } from '../core/digitalocean/sending/proxy.ts';
import { createSockets } from '../core/digitalocean/sending/sockets.ts';
import { createTransport } from '../core/digitalocean/sending/transport.ts';
import type { Log, Vault } from '../core/ports.ts';
import { systemClock } from '../host/clock.ts';
import { createDemoPort } from '../host/demo.ts';
import { createDocuments } from '../host/documents.ts';
import { createKeychain } from '../host/keychain.ts';
import { forkKeychain } from '../host/keychain-fork.ts';
import { createMemoryVault } from '../host/memory-vault.ts';
import { openKeptSessions } from './kept-sessions.ts';
import type { WebOptions } from './options.ts';
import type { PagePlaces } from './page-files.ts';
import { noNetSignal, noNotifier, noPowerSignal, noTraySignal } from './ports.ts';
import { startWebServer, type WebServer } from './server.ts';
import { createSessions } from './sessions.ts';

/** Absolute paths. `root` contains package.json and out/. */
export interface WebPlaces extends PagePlaces {
  root: string;
  homeFolder: string;
}

export interface WebHost {
  startUrl: string;
  /** Resolves once a page has used the start address. */
  whenOpened: Promise<void>;
  /** The page without the start key, for a browser in which it was opened before. */
  address: string;
  /** Writes what must survive and frees the port. Resolves with why some could not be written. Safe to call twice. */
  stop(): Promise<Failure[]>;
}

type OpenVault = Vault & { close?(): void };

/** Composes the core with what Node offers, and serves it. Rejects with the system's error when it cannot get the port. */
export async function startWebHost(options: WebOptions, places: WebPlaces, log: Log, onQuit: () => void): Promise<WebHost> {
  const clock = systemClock;
  const vault: OpenVault = options.isKeychainUsed
    ? createKeychain({ clock, log, platform: process.platform, start: forkKeychain })
    : createMemoryVault();
  const demo = createDemoPort(async () => {
    const { startDemo } = await import('../demo/server.ts');
    return startDemo({ isLively: true });
  });
  const buoy = createBuoy(
    {
      clock,
      log,
      vault,
      demo,
      random: Math.random,
      secretBytes: randomBytes,
      baseUrl: options.baseUrl,
      openTransport: (proxyFor) => createTransport({ proxyFor }),
      openSockets: (proxyFor) => createSockets({ proxyFor }),
      systemProxy: (url) => proxyOfEnvironment(process.env, url),
      notifier: noNotifier,
      power: noPowerSignal,
      network: noNetSignal,
      tray: noTraySignal,
      documents: createDocuments({ folder: places.homeFolder, clock, log }),
    },
    {
      version: versionIn(places.root),
      platform: process.platform,
      desktop: 'other',
      capabilities: {
        tray: false,
        desktopNotices: false,
        startAtLogin: false,
        saveDialog: false,
        terminal: false,
        keychain: options.isKeychainUsed && (await isThere(vault)),
        demo: true,
        quit: true,
      },
    },
  );
  const sessions = createSessions({ clock, ...openKeptSessions(places.homeFolder, log) });
  const server = await startWebServer(options.port, { buoy, sessions, places, clock, log, onQuit });
  await start(buoy, options, log);
  return {
    startUrl: server.startUrl,
    address: `http://127.0.0.1:${server.port}/`,
    whenOpened: sessions.whenOpened,
    stop: once(() => stop(server, buoy, vault)),
  };
}

/** One read tells whether a keychain answers at all. A locked one answers too, and is unlocked when it is needed. */
async function isThere(vault: Vault): Promise<boolean> {
  const outcome = await vault.read('is-there');
  return outcome.ok || outcome.failure.kind !== 'vault-unavailable';
}

async function start(buoy: Buoy, options: WebOptions, log: Log): Promise<void> {
  await buoy.start();
  if (!options.isDemo) return;
  const outcome = await buoy.calls.runCommand({ command: { kind: 'open-demo' } });
  if (!outcome.ok) log.warn(`The demo account did not open: ${outcome.failure.message}`);
}

async function stop(server: WebServer, buoy: Buoy, vault: OpenVault): Promise<Failure[]> {
  // Closes the pages first, because their calls would fail anyway while the core stops.
  await server.close();
  const failures = await buoy.stop();
  vault.close?.();
  return failures;
}

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= run();
    return running;
  };
}

function versionIn(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
