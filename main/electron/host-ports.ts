import { randomBytes } from 'node:crypto';
import { createSockets } from '../core/digitalocean/sending/sockets.ts';
import { createTransport } from '../core/digitalocean/sending/transport.ts';
import type { Clock, Log, Notifier, Ports, TraySignal } from '../core/ports.ts';
import { createDemoPort } from '../host/demo.ts';
import { createDocuments } from '../host/documents.ts';
import { createKeychain } from '../host/keychain.ts';
import { createMemoryVault } from '../host/memory-vault.ts';
import { createTrust } from './system/certificates.ts';
import { startKeychainUtility } from './system/keychain-utility.ts';
import { createNetSignal } from './system/network.ts';
import { createPowerSignal } from './system/power.ts';
import { createSystemProxy } from './system/system-proxy.ts';

export interface HostPortsOptions {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** Folder of the documents. */
  folder: string;
  clock: Clock;
  log: Log;
  notifier: Notifier;
  tray: TraySignal;
  isKeychainUsed: boolean;
  /** `null`: DigitalOcean. */
  baseUrl: string | null;
}

/** Everything that the core needs from Electron. Call after ready. `close` ends what runs beside this process. */
export function createHostPorts(options: HostPortsOptions): Ports & { close(): void } {
  const { platform, env, folder, clock, log, notifier, tray, baseUrl } = options;
  const trust = createTrust(log);
  const keychain = createKeychain({ clock, log, platform, start: () => startKeychainUtility(platform) });
  return {
    clock,
    random: Math.random,
    secretBytes: randomBytes,
    // Before the first connection, and not at the start: where nobody is connected, nothing is asked over TLS.
    openTransport(proxyFor) {
      trust();
      return createTransport({ proxyFor });
    },
    openSockets(proxyFor) {
      trust();
      return createSockets({ proxyFor });
    },
    systemProxy: createSystemProxy({ env, clock, log }),
    vault: options.isKeychainUsed ? keychain : createMemoryVault(),
    documents: createDocuments({ folder, clock, log }),
    notifier,
    tray,
    power: createPowerSignal(),
    network: createNetSignal(clock),
    log,
    baseUrl,
    demo: createDemoPort(startDemoAccount),
    close: () => keychain.close(),
  };
}

/** The demo account runs in this process. Its code is loaded only when somebody opens it. */
async function startDemoAccount() {
  const { startDemo } = await import('../demo/server.ts');
  return startDemo({ isLively: true });
}
