import type { CoreCalls } from '../../preload/contract/bridge.ts';
import type { Outcome } from '../../preload/contract/failure.ts';
import type { JobValues, JobWeight } from '../../preload/contract/job.ts';
import type { EventName, EventPayload } from '../../preload/contract/schema.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { Credentials } from './credentials.ts';
import type { Api } from './digitalocean/api.ts';
import type { Reach } from './digitalocean/sending/carry-file.ts';
import type { Followers } from './following/followers.ts';
import type { Guard } from './guard.ts';
import type { Clock, Log, Vault } from './ports.ts';
import type { StateEvent } from './state/events.ts';
import type { State } from './state/state.ts';

/**
 * What the parts of the core share. `parts.ts` creates it and passes it to commands, operations and resources, so that none
 * of them depends on a host or holds an account token.
 */
export interface CoreServices {
  clock: Clock;
  random: () => number;
  log: Log;
  vault: Vault;
  /** The current state. It is immutable, so callers may keep it. */
  state(): State;
  /** Folds one event into the state immediately. Subscribers are told once, after the current turn. */
  dispatch(event: StateEvent): void;
  settings(): Settings;
  /** The API with that connection's token, or why there is none now (`not-found`, `vault-*`, `secret-lost`). */
  api(connectionId: string): Outcome<Api>;
  /** The connection's label as people see it; the id itself when no connection has it. */
  connectionName(connectionId: string): string;
  /** Asks the person before anything that can do harm. */
  guard: Guard;
  /** Watches long operations until they end. */
  followers: Followers;
  /** Keys for servers that never get the account token. */
  credentials: Credentials;
  /** Requests that the page can stop, by its own ids for them. */
  running: Map<string, AbortController>;
  /** Fetches a file by the address that the API gave for it, without any credential. */
  fetchFile(address: string, reach: Reach): Promise<Outcome<Uint8Array>>;
  /** Sends a file to the address that the API gave for it, likewise. */
  sendFile(address: string, bytes: Uint8Array, reach: Reach): Promise<Outcome<null>>;
  /** Sends an event to the page: `streamChunk`, `navigate`, `logChanged`. */
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
}

/** An answer's bytes, kept until the person has chosen a file. */
export interface KeptDownload {
  suggestedName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** The Operations screen: `createOperations(services)` in `operations/`. */
export interface OperationsPart {
  calls: Pick<
    CoreCalls,
    'sendRequest' | 'cancelRequest' | 'keepFile' | 'listCredentials' | 'saveCredential' | 'removeCredential'
  >;
  /** Hands over the bytes of a stored answer, once. `null`: unknown, taken already, or older than ten minutes. */
  takeDownload(downloadId: string): KeptDownload | null;
  /** Keeps a file for ten minutes and returns its id. */
  keepDownload(download: KeptDownload): string;
  /** Aborts running requests and drops stored answers. */
  stop(): void;
}

type ManyCallName = 'offerManyJobs' | 'openManyJob' | 'runManyJob' | 'changeRun';

/** Jobs over several things: `createMany(…)` in `jobs/many`. */
export interface ManyPart {
  calls: Pick<CoreCalls, ManyCallName>;
  /** What a job that was opened on several things would do with these values; `null`: it is not open. */
  weigh(id: string, values: JobValues): JobWeight | null;
  /** Makes again what a run took away, once; `null`: nothing of that id is offered any more. */
  runAgain(id: string): { runKey: string; title: string } | null;
  stop(): void;
}

/** The jobs of every family: `createJobs(services, resources, …)` in `jobs/`. */
export interface JobsPart {
  calls: Pick<CoreCalls, 'offerJobs' | 'readJobHints' | 'openJob' | 'weighJob' | 'runJob' | ManyCallName>;
  stop(): void;
}

/** The logs of apps: `createLogs(services, …)` in `logs/`. */
export interface LogsPart {
  calls: Pick<CoreCalls, 'readLogApp' | 'openLog' | 'readLog' | 'allowLogHost' | 'saveLog'>;
  /** Closes every socket and forgets all lines. */
  stop(): Promise<void>;
}

/** What things cost: `createCosts(services, resources)` in `cost/`. */
export interface CostsPart {
  calls: Pick<CoreCalls, 'tellCosts' | 'readCosts' | 'readBills' | 'readBill' | 'readPayments' | 'readDays' | 'readIdle'>;
  stop(): void;
}

/** Charts and sparks: `createMetrics(services, …)` in `metrics/`. */
export interface MetricsPart {
  calls: Pick<CoreCalls, 'readMetric' | 'readSparks' | 'cancelMetric'>;
  stop(): void;
}

/** The calendar of what is coming up: `createComingPart(services, …)` in `coming/`. */
export interface ComingPart {
  calls: Pick<CoreCalls, 'saveCalendar'>;
}

/** Every resource family: `createResources(services)` in `resources/`. It dispatches `resource-changed` when rows arrive. */
export interface ResourcesPart {
  calls: Pick<CoreCalls, 'loadResources' | 'readResources'>;
  stop(): void;
}
