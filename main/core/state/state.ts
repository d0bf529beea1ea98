import type { Failure } from '../../../preload/contract/failure.ts';
import { type Settings, settingsSchema } from '../../../preload/contract/settings.ts';
import type { NoticeRow, ResourceState } from '../../../preload/contract/view.ts';
import type { Budget } from '../digitalocean/api.ts';
import { type FetchedKind, fetchedKinds, type Held, nothingHeld } from '../fetched/all.ts';
import type { DocumentName, PowerState } from '../ports.ts';
import { change, withEntry } from '../same.ts';
import type { Durations } from './durations.ts';

/**
 * Everything Buoy knows, in one immutable value. `reduce.ts` is the only place that makes a new one. What did not change
 * keeps its identity, so that the view of 10,000 droplets costs only what differs.
 */
export interface State {
  /** The first read of settings, connections and the last view ended. */
  isLoaded: boolean;
  isOnline: boolean;
  power: PowerState;
  /** Polling is paused by the person; `untilMs` null: until resumed. */
  pause: { untilMs: number | null } | null;
  isDemoOpen: boolean;
  vaultProblem: Failure | null;
  /** Where a corrupt file of Buoy's own was set aside. */
  setAside: string | null;
  /** Files that could not be written, by name. */
  storageFailures: ReadonlyMap<DocumentName, Failure>;
  settings: Settings;
  /** In the order in which they were added. */
  connections: ReadonlyMap<string, ConnectionState>;
  durations: Durations;
  /** Newest first, at most 500. */
  notices: readonly NoticeRow[];
  /** Facts already told, newest last, so that none is told twice; at most 2,000. */
  toldFacts: ReadonlySet<string>;
  /** Loaded resource families by key. */
  resources: ReadonlyMap<string, ResourceState>;
}

/** How a kind of data stands: its age, and what the last try came to. */
export interface Fetch {
  /** When the data held was read; `null`: never. */
  fetchedAtMs: number | null;
  isFetching: boolean;
  /** Why the last try failed; `null` after a success. */
  failure: Failure | null;
  /** When it last failed; `null` after a success. */
  failedAtMs: number | null;
}

/** Whether the token can be used at all. */
export interface Access {
  status: 'checking' | 'ok' | 'refused' | 'waiting-for-vault' | 'secret-lost';
  failure: Failure | null;
}

/** A command that was sent and not yet answered. */
export interface Pending {
  type: string;
  value: string | null;
  sentAtMs: number;
}

/** What a droplet should be after a finished action, until the API says so itself or time is up. */
export interface Expectation {
  status: 'active' | 'off';
  actionKey: string;
  untilMs: number;
}

/** A droplet seen off that was active; whether somebody asked for that is decided once newer actions are known. */
export interface Suspicion {
  seenOffAtMs: number;
  lastActiveAtMs: number;
}

export interface ConnectionState extends Held {
  id: string;
  /** The person's own name for it; `null`: the team's. */
  label: string | null;
  isDemo: boolean;
  /** Its token is kept in memory only. */
  isForThisRunOnly: boolean;
  /** It is in the list that outlives this run, even where its present token does not. */
  isSaved: boolean;
  access: Access;
  lastWorkedAtMs: number | null;
  budget: Budget | null;
  fetches: Readonly<Record<FetchedKind, Fetch>>;
  pending: ReadonlyMap<number, Pending>;
  expectations: ReadonlyMap<number, Expectation>;
  suspicions: ReadonlyMap<number, Suspicion>;
  /** Droplets that are off without anybody's doing, and since when. */
  downs: ReadonlyMap<number, number>;
  /** Key of the action that runs on a droplet. */
  runningOn: ReadonlyMap<number, string>;
}

export const neverFetched: Fetch = { fetchedAtMs: null, isFetching: false, failure: null, failedAtMs: null };

/** A connection of which nothing is known yet. */
export function newConnection(identity: Pick<ConnectionState, 'id' | 'label' | 'isDemo' | 'isForThisRunOnly'>): ConnectionState {
  return {
    ...identity,
    isSaved: !identity.isDemo && !identity.isForThisRunOnly,
    access: { status: 'checking', failure: null },
    lastWorkedAtMs: null,
    budget: null,
    ...nothingHeld,
    fetches: Object.fromEntries(fetchedKinds.map((kind) => [kind, neverFetched])) as ConnectionState['fetches'],
    pending: new Map(),
    expectations: new Map(),
    suspicions: new Map(),
    downs: new Map(),
    runningOn: new Map(),
  };
}

/** Before anything was read. */
export const initialState: State = {
  isLoaded: false,
  isOnline: true,
  power: { isAsleep: false, isLocked: false, isOnBattery: false },
  pause: null,
  isDemoOpen: false,
  vaultProblem: null,
  setAside: null,
  storageFailures: new Map(),
  settings: settingsSchema.parse({}),
  connections: new Map(),
  durations: new Map(),
  notices: [],
  toldFacts: new Set(),
  resources: new Map(),
};

/** The state with that connection in place of its older self. */
export function withConnection(state: State, connection: ConnectionState): State {
  return change(state, { connections: withEntry(state.connections, connection.id, connection) });
}
