import { createSockets } from '../../../main/core/digitalocean/sending/sockets.ts';
import type { Sockets } from '../../../main/core/digitalocean/socket-port.ts';
import type { Transport } from '../../../main/core/digitalocean/transport-port.ts';
import type { DemoPort, DocumentName, Ports, PowerState } from '../../../main/core/ports.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Notice } from '../../../preload/contract/notice.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';

/** Ports in memory, with access to everything that a test wants to see or break. */
export interface MemoryPorts extends Ports {
  clock: FakeClock;
  /** The vault's content. */
  secrets: Map<string, string>;
  /** Documents as they are on disk: JSON text by name. */
  files: Map<DocumentName, string>;
  /** Names in the order in which they were written. */
  writes: DocumentName[];
  /** Documents that were moved aside, as they were on disk. */
  aside: string[];
  shown: Notice[];
  logged: string[];
  /** While this is set, the vault answers only with it. */
  failVault(failure: Failure | null): void;
  /** While this is set, writing fails with it, once so many more writes went well. */
  failWrites(failure: Failure | null, afterWrites?: number): void;
  setPower(change: Partial<PowerState>): void;
  setOnline(isOnline: boolean): void;
  setTray(isShown: boolean): void;
}

export interface MemoryOptions {
  openTransport: () => Transport;
  /** Default: real ones. */
  openSockets?: () => Sockets;
  baseUrl?: string | null;
  demo?: DemoPort | null;
  clock?: FakeClock;
  /** Used as given, so that a second start finds what the first one left. */
  secrets?: Map<string, string>;
  files?: Map<DocumentName, string>;
  setAside?: string | null;
  random?: () => number;
}

export function createMemoryPorts(options: MemoryOptions): MemoryPorts {
  const secrets = options.secrets ?? new Map<string, string>();
  const files = options.files ?? new Map<DocumentName, string>();
  const writes: DocumentName[] = [];
  const aside: string[] = [];
  const shown: Notice[] = [];
  const logged: string[] = [];
  let vaultFailure: Failure | null = null;
  let writeFailure: Failure | null = null;
  let writesLeft = 0;
  const power = createSignal<PowerState>({ isAsleep: false, isLocked: false, isOnBattery: false });
  const online = createSignal(true);
  const tray = createSignal(true);
  const vaultAnswer = async <T>(answer: () => T): Promise<Outcome<T>> =>
    vaultFailure ? failed(vaultFailure) : success(answer());

  return {
    clock: options.clock ?? createFakeClock(),
    random: options.random ?? (() => 0),
    secretBytes: (count) => Uint8Array.from({ length: count }, (_, at) => at * 7),
    openTransport: options.openTransport,
    openSockets: options.openSockets ?? (() => createSockets()),
    systemProxy: () => null,
    baseUrl: options.baseUrl ?? null,
    demo: options.demo ?? null,
    vault: {
      save: (name, secret) =>
        vaultAnswer(() => {
          secrets.set(name, secret);
          return null;
        }),
      read: (name) => vaultAnswer(() => secrets.get(name) ?? null),
      remove: (name) =>
        vaultAnswer(() => {
          secrets.delete(name);
          return null;
        }),
    },
    documents: {
      async read(name) {
        const text = files.get(name);
        const setAside = name === 'settings' ? (options.setAside ?? null) : null;
        return success({ value: text === undefined ? null : JSON.parse(text), setAside });
      },
      async write(name, value) {
        if (writeFailure && writesLeft === 0) return failed(writeFailure);
        writesLeft = Math.max(0, writesLeft - 1);
        writes.push(name);
        files.set(name, JSON.stringify(value));
        return success(null);
      },
      async setAside(name) {
        const text = files.get(name);
        files.delete(name);
        if (text !== undefined) aside.push(text);
        return success(`/home/ops/${name}.corrupt.json`);
      },
    },
    notifier: { show: (notice) => void shown.push(notice) },
    power: { current: () => power.value(), subscribe: power.subscribe },
    network: { isOnline: () => online.value(), subscribe: online.subscribe },
    tray: { isShown: () => tray.value(), subscribe: tray.subscribe },
    log: { info: (line) => void logged.push(line), warn: (line) => void logged.push(line) },
    secrets,
    files,
    writes,
    aside,
    shown,
    logged,
    failVault(failure) {
      vaultFailure = failure;
    },
    failWrites(failure, afterWrites = 0) {
      writeFailure = failure;
      writesLeft = afterWrites;
    },
    setPower: (change) => power.set({ ...power.value(), ...change }),
    setOnline: online.set,
    setTray: tray.set,
  };
}

function createSignal<T>(initial: T) {
  const listeners = new Set<(value: T) => void>();
  let current = initial;
  return {
    value: () => current,
    set(value: T) {
      current = value;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener: (value: T) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
