import type { Outcome } from '../../preload/contract/failure.ts';
import type { NoticeRow } from '../../preload/contract/view.ts';
import type { Transport } from './digitalocean/transport-port.ts';

/** What a host must supply. Everything the core knows of the world comes through here, so tests replace all of it. */
export interface Ports {
  clock: Clock;
  /** Uniform in [0, 1). Used for jitter and identifiers that need not be secret. */
  random: () => number;
  /** Opens one connection pool; the core makes one per connection and closes it. */
  openTransport: () => Transport;
  vault: Vault;
  documents: Documents;
  notifier: Notifier;
  power: PowerSignal;
  network: NetSignal;
  log: Log;
  /** Where the API is. Replaced by the demo account and by tests; `null` means DigitalOcean itself. */
  baseUrl: string | null;
  /** Starts the demo account on loopback, or `null` where there is none. */
  demo: DemoPort | null;
}

export type Cancel = () => void;

/** Time as an argument. */
export interface Clock {
  /** Unix milliseconds. May jump when the machine's clock is set. */
  now(): number;
  /** Calls `run` once after `delayMs` (>= 0); the returned function cancels it. */
  after(delayMs: number, run: () => void): Cancel;
}

/** The OS keychain. Calls never block the loop and end within 5 s, with a `vault-*` failure if need be. */
export interface Vault {
  save(name: string, secret: string): Promise<Outcome<null>>;
  /** `null`: the vault answered and holds no such secret. */
  read(name: string): Promise<Outcome<string | null>>;
  /** Removing what is not there succeeds. */
  remove(name: string): Promise<Outcome<null>>;
}

/**
 * Small JSON documents of Buoy's own, kept for the user, mode 600, written atomically. A corrupt one is set aside under
 * another name with its content and then reads as `null`; `setAside` then tells where it is.
 */
export interface Documents {
  read(name: DocumentName): Promise<Outcome<{ value: unknown | null; setAside: string | null }>>;
  write(name: DocumentName, value: unknown): Promise<Outcome<null>>;
}
export type DocumentName = 'settings' | 'connections' | 'history' | 'durations' | 'last-view';

/** Shows desktop notifications. The host keeps each one alive until it is closed or clicked. */
export interface Notifier {
  show(notice: NoticeRow): void;
}

/** The machine's state; a host without a signal for something reports it as false. */
export interface PowerState {
  isAsleep: boolean;
  isLocked: boolean;
  isOnBattery: boolean;
}
export interface PowerSignal {
  current(): PowerState;
  subscribe(listener: (state: PowerState) => void): Cancel;
}

/** Whether the machine says it has a network. True proves nothing; false means that asking is pointless. */
export interface NetSignal {
  isOnline(): boolean;
  subscribe(listener: (isOnline: boolean) => void): Cancel;
}

/** One line each; implementations scrub anything that looks like a token. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
}

/** A running demo account: several teams, one token each. */
export interface DemoPort {
  start(): Promise<{ baseUrl: string; tokens: { label: string; token: string }[] }>;
  stop(): Promise<void>;
}
