import type { Failure } from '../../../preload/contract/failure.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { NoticeRow, ResourceState } from '../../../preload/contract/view.ts';
import type { Budget } from '../digitalocean/api.ts';
import type { Action } from '../digitalocean/resources/actions.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import type { Answers, FetchedKind } from '../fetched/all.ts';
import type { DocumentName, PowerState } from '../ports.ts';
import type { Durations } from './durations.ts';
import type { Access, ConnectionState } from './state.ts';

/** What was kept from the last run. */
export interface Restored {
  settings: Settings;
  connections: ConnectionState[];
  durations: Durations;
  notices: NoticeRow[];
  toldFacts: string[];
  pause: { untilMs: number | null } | null;
  setAside: string | null;
}

/** A read ended with an answer. `requestedAtMs` and `atMs`: when it began and ended, Unix milliseconds. */
export type FetchedEvent<K extends FetchedKind = FetchedKind> = {
  [P in K]: { type: 'fetched'; connectionId: string; what: P; answer: Answers[P]; requestedAtMs: number; atMs: number };
}[K];

/** Everything that can happen to the state, by name. Times come with the event: the reducer has no clock. */
export type StateEvent =
  | { type: 'restored'; restored: Restored }
  | { type: 'settings-changed'; settings: Settings }
  | { type: 'connection-added'; connection: ConnectionState }
  | { type: 'connection-renamed'; connectionId: string; label: string }
  | { type: 'connection-kept-for-this-run'; connectionId: string; isForThisRunOnly: boolean }
  | { type: 'connection-removed'; connectionId: string }
  | { type: 'access-changed'; connectionId: string; access: Access }
  | { type: 'budget-changed'; connectionId: string; budget: Budget }
  | { type: 'fetch-started'; connectionId: string; what: FetchedKind }
  | { type: 'fetch-failed'; connectionId: string; what: FetchedKind; failure: Failure; atMs: number }
  /** The poll ended without an answer that says anything: it was called off. */
  | { type: 'fetch-abandoned'; connectionId: string; what: FetchedKind }
  | FetchedEvent
  /** One droplet alone; `null`: the API does not have it any more. */
  | { type: 'droplet-fetched'; connectionId: string; dropletId: number; droplet: Droplet | null; atMs: number }
  | {
      type: 'command-sent';
      connectionId: string;
      dropletIds: readonly number[];
      actionType: string;
      value: string | null;
      atMs: number;
    }
  /** The command did not start anything on these. */
  | { type: 'command-ended'; connectionId: string; dropletIds: readonly number[] }
  /** Actions that answer a command of ours. */
  | {
      type: 'actions-started';
      connectionId: string;
      actions: readonly Action[];
      value: string | null;
      atMs: number;
    }
  | { type: 'follow-changed'; action: TrackedAction; atMs: number }
  | { type: 'power-changed'; power: PowerState }
  | { type: 'network-changed'; isOnline: boolean }
  | { type: 'pause-changed'; pause: { untilMs: number | null } | null }
  | { type: 'demo-changed'; isOpen: boolean }
  | { type: 'vault-changed'; problem: Failure | null }
  | { type: 'storage-changed'; name: DocumentName; failure: Failure | null }
  | { type: 'notices-made'; notices: readonly NoticeRow[]; facts: readonly string[] }
  | { type: 'notices-read'; key?: string }
  | { type: 'notices-cleared' }
  | { type: 'resource-changed'; resource: ResourceState }
  | { type: 'resources-dropped'; keys: readonly string[] }
  /** Time alone made a difference: an action became slow, an expectation ran out. */
  | { type: 'time-passed'; atMs: number };
