import type { Failure } from '../../../preload/contract/failure.ts';
import type { RunRow } from '../../../preload/contract/many.ts';
import type { Notice } from '../../../preload/contract/notice.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { ResourceState } from '../../../preload/contract/view.ts';
import type { Budget } from '../digitalocean/api.ts';
import type { Action } from '../digitalocean/resources/actions.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import type { Answers, FetchedKind } from '../fetched/all.ts';
import type { SpendPoint } from '../money/spending.ts';
import type { UnusedLook, UnusedSince } from '../money/unused-since.ts';
import type { DocumentName, PowerState } from '../ports.ts';
import type { Durations } from './durations.ts';
import type { Access, ConnectionState } from './state.ts';
import type { StatusPage } from './status-page.ts';

/** What the documents of the last run contain. */
export interface Restored {
  settings: Settings;
  connections: ConnectionState[];
  strays: string[];
  durations: Durations;
  spending: [connectionId: string, points: readonly SpendPoint[]][];
  unusedSince: [connectionId: string, things: readonly UnusedSince[]][];
  notices: Notice[];
  toldFacts: string[];
  snoozes: [matter: string, untilMs: number][];
  pause: { untilMs: number | null } | null;
  setAside: string[];
  notUnderstood: DocumentName[];
}

/**
 * A read was answered. It began at `requestedAtMs` and ended at `atMs` (Unix milliseconds). `leftOut` entries of its list say too
 * little to be told apart (default 0).
 */
export type FetchedEvent<K extends FetchedKind = FetchedKind> = {
  [P in K]: {
    type: 'fetched';
    connectionId: string;
    what: P;
    answer: Answers[P];
    requestedAtMs: number;
    atMs: number;
    leftOut?: number;
  };
}[K];

/** Everything that can happen to the state. Times (Unix milliseconds) come with the event, because the reducer has no clock. */
export type StateEvent =
  | { type: 'restored'; restored: Restored }
  | { type: 'settings-changed'; settings: Settings }
  | { type: 'connection-added'; connection: ConnectionState }
  | { type: 'connection-renamed'; connectionId: string; label: string }
  | { type: 'connection-kept-for-this-run'; connectionId: string; isForThisRunOnly: boolean }
  | { type: 'connection-removed'; connectionId: string }
  /** A person said when the connection's token ends, as `YYYY-MM-DD`; `null`: they do not know. */
  | { type: 'token-end-changed'; connectionId: string; endsOn: string | null }
  /** The connection has another token, with other rights and another end. */
  | { type: 'token-replaced'; connectionId: string }
  /** A change at that path of the API may have made dates untrue that were read before. */
  | { type: 'dates-outdated'; connectionId: string; path: string; atMs: number }
  /** A token may be in the vault under this id, although no connection has it; `isGone`: it no longer is. */
  | { type: 'stray-changed'; id: string; isGone: boolean }
  | { type: 'access-changed'; connectionId: string; access: Access }
  | { type: 'budget-changed'; connectionId: string; budget: Budget }
  | { type: 'fetch-started'; connectionId: string; what: FetchedKind }
  | { type: 'fetch-failed'; connectionId: string; what: FetchedKind; failure: Failure; atMs: number }
  /** The poll was aborted, so it says nothing about the connection. */
  | { type: 'fetch-abandoned'; connectionId: string; what: FetchedKind }
  | FetchedEvent
  /** One droplet was read by itself; `null`: the API no longer has it. */
  | { type: 'droplet-fetched'; connectionId: string; dropletId: number; droplet: Droplet | null; atMs: number }
  /** A command is on its way, and these droplets count as busy. */
  | {
      type: 'command-sent';
      connectionId: string;
      dropletIds: readonly number[];
      actionType: string;
      value: string | null;
      atMs: number;
    }
  /** The command was answered, and these droplets no longer wait for it. */
  | { type: 'command-ended'; connectionId: string; dropletIds: readonly number[] }
  /** A command of Buoy's started these actions. */
  | {
      type: 'actions-started';
      connectionId: string;
      actions: readonly Action[];
      value: string | null;
      /** The thing's name, where the API does not tell which thing an action is about. */
      name?: string;
      /** A job waits for them. */
      isStep?: true;
      atMs: number;
    }
  /** An operation that Buoy follows started or ended. */
  | { type: 'follow-changed'; action: TrackedAction; atMs: number }
  /** What was seen of the bill on days before, oldest first. */
  | { type: 'spending-known'; connectionId: string; points: readonly Omit<SpendPoint, 'key'>[] }
  /** Somebody looked for what costs and serves nothing. */
  | { type: 'unused-seen'; connectionId: string; look: UnusedLook }
  | { type: 'power-changed'; power: PowerState }
  | { type: 'network-changed'; isOnline: boolean }
  | { type: 'tray-changed'; isShown: boolean }
  | { type: 'pause-changed'; pause: { untilMs: number | null } | null }
  | { type: 'status-page-read'; page: StatusPage }
  | { type: 'demo-changed'; isOpen: boolean }
  | { type: 'vault-changed'; problem: Failure | null }
  /** A document was written, or could not be. */
  | { type: 'storage-changed'; name: DocumentName; failure: Failure | null }
  | { type: 'notices-made'; notices: readonly Notice[]; facts: readonly string[] }
  /** Without keys: all of them. */
  | { type: 'notices-read'; keys?: readonly string[] }
  | { type: 'matter-snoozed'; matter: string; untilMs: number }
  | { type: 'snooze-ended'; matter: string }
  | { type: 'notices-cleared' }
  | { type: 'resource-changed'; resource: ResourceState }
  | { type: 'resources-dropped'; keys: readonly string[] }
  /** A job over several things started, went on or ended. */
  | { type: 'run-changed'; run: RunRow }
  /** Time passed: an action may have become slow, an expectation, a pause or a snooze may be over. */
  | { type: 'time-passed'; atMs: number };
