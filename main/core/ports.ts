import type { Outcome } from '../../preload/contract/failure.ts';
import type { Notice } from '../../preload/contract/notice.ts';
import type { ProxyFor } from '../../preload/contract/proxy-url.ts';
import type { Sockets } from './digitalocean/socket-port.ts';
import type { Transport } from './digitalocean/transport-port.ts';
import type { SpendPoint } from './money/spending.ts';

/** What a host must supply. All that the core knows about the outside world comes through here, so tests can replace it. */
export interface Ports {
  clock: Clock;
  /** Uniform in [0, 1). Used for jitter and identifiers that need not be secret. */
  random: () => number;
  /** So many bytes that nobody can guess, for secrets that Buoy makes. */
  secretBytes: (count: number) => Uint8Array;
  /** Opens one connection pool; the core makes one per connection and closes it. */
  openTransport: (proxyFor: ProxyFor) => Transport;
  /** Opens what logs come over; the core makes one for all of them and closes it. */
  openSockets: (proxyFor: ProxyFor) => Sockets;
  /** The proxy that the environment or the system names for an address. Never rejects. */
  systemProxy: ProxyFor;
  vault: Vault;
  documents: Documents;
  notifier: Notifier;
  power: PowerSignal;
  network: NetSignal;
  tray: TraySignal;
  log: Log;
  /** Where the API is; `null` means DigitalOcean itself. Tests and the command line replace it. */
  baseUrl: string | null;
  /** Starts the demo account on loopback, or `null` where there is none. */
  demo: DemoPort | null;
}

/** Undoes a subscription or a timer. Calling it twice, or after the timer ran, does nothing. */
export type Cancel = () => void;

/** Time, passed in as an argument so that tests control it. */
export interface Clock {
  /** Unix milliseconds. May jump when the machine's clock is set. */
  now(): number;
  /** Calls `run` once after `delayMs` (>= 0); the returned function cancels it. */
  after(delayMs: number, run: () => void): Cancel;
}

/** The OS keychain. A call never blocks the event loop and ends within 5 s, with an answer or a `vault-*` failure. */
export interface Vault {
  save(name: string, secret: string): Promise<Outcome<null>>;
  /** `null`: the vault answered and holds no such secret. */
  read(name: string): Promise<Outcome<string | null>>;
  /** Removing what is not there succeeds. */
  remove(name: string): Promise<Outcome<null>>;
}

/**
 * Small JSON files that belong to Buoy: readable by the user alone (mode 600), written atomically. A corrupt file is renamed
 * and keeps its content; it reads as `null`, and `setAside` is its new path.
 */
export interface Documents {
  read(name: DocumentName): Promise<Outcome<{ value: unknown | null; setAside: string | null }>>;
  /** `null` cannot be told from a missing document. */
  write(name: DocumentName, value: unknown): Promise<Outcome<null>>;
  /** Renames a document that is of no use, so that nothing in it is lost. Answers its new path. */
  setAside(name: DocumentName): Promise<Outcome<string>>;
}
/** The names are those of the files on disk, so they must not change. */
export type DocumentName = 'settings' | 'connections' | 'history' | 'durations' | 'last-view' | 'spending';

/** Shows desktop notifications. The host keeps each one alive until it is closed or clicked. */
export interface Notifier {
  show(notice: Notice): void;
}

/** The machine's state. A host that gets no signal for something reports false: Electron on Linux has none for the lock. */
export interface PowerState {
  isAsleep: boolean;
  isLocked: boolean;
  isOnBattery: boolean;
}
/** Tells the power state now, and every change of it. */
export interface PowerSignal {
  current(): PowerState;
  subscribe(listener: (state: PowerState) => void): Cancel;
}

/** Whether the machine says that it has a network. True does not prove that requests work; false means that none can. */
export interface NetSignal {
  isOnline(): boolean;
  subscribe(listener: (isOnline: boolean) => void): Cancel;
}

/** Whether the desktop shows the tray icon, and every change of that. A host that cannot know reports true. */
export interface TraySignal {
  isShown(): boolean;
  subscribe(listener: (isShown: boolean) => void): Cancel;
}

/** Writes one line each. Implementations must remove anything that looks like a token. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
}

/**
 * A team of the demo account. `endsOn`: the day that a person entered for the end of its token, `YYYY-MM-DD`. `spent`: what Buoy would
 * have seen of its bill on the days before, oldest first.
 */
export interface DemoTeam {
  label: string;
  token: string;
  endsOn?: string;
  spent?: readonly Omit<SpendPoint, 'key'>[];
}

/** The demo account: a simulated DigitalOcean with several teams, one token each. `start` rejects when it cannot run. */
export interface DemoPort {
  start(): Promise<{ baseUrl: string; tokens: DemoTeam[] }>;
  stop(): Promise<void>;
}
