import type { Failure } from '../../../preload/contract/failure.ts';
import type { RunRow } from '../../../preload/contract/many.ts';
import type { Notice } from '../../../preload/contract/notice.ts';
import { type Settings, settingsSchema } from '../../../preload/contract/settings.ts';
import type { ResourceState } from '../../../preload/contract/view.ts';
import type { Budget } from '../digitalocean/api.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { type FetchedKind, fetchedKinds, type Held, nothingHeld } from '../fetched/all.ts';
import type { SpendPoint } from '../money/spending.ts';
import type { UnusedSince } from '../money/unused-since.ts';
import type { DocumentName, PowerState } from '../ports.ts';
import { change, withEntry } from '../same.ts';
import type { Durations } from './durations.ts';
import { nothingReported, type StatusPage } from './status-page.ts';

/**
 * Everything Buoy knows, in one immutable value. Only `reduce.ts` makes a new one. Parts that did not change stay the same
 * objects, so that computing the view of 10,000 droplets costs only what differs.
 */
export interface State {
  /** The documents of the last run have been read. */
  isLoaded: boolean;
  isOnline: boolean;
  /** The desktop shows the tray icon. */
  isTrayShown: boolean;
  power: PowerState;
  /** The person paused polling until `untilMs` (Unix milliseconds; null: until resumed). */
  pause: { untilMs: number | null } | null;
  isDemoOpen: boolean;
  /** Why the vault did not hand over a token when it was last asked. */
  vaultProblem: Failure | null;
  /** Paths to which corrupt files of Buoy's were renamed. */
  setAside: readonly string[];
  /** Documents with parts that this version did not understand, which stay in them as they are. Said in one run only. */
  notUnderstood: readonly DocumentName[];
  /** Documents that could not be read or written, by name. */
  storageFailures: ReadonlyMap<DocumentName, Failure>;
  settings: Settings;
  /** In the order in which they were added. */
  connections: ReadonlyMap<string, ConnectionState>;
  /**
   * Ids of connections that do not exist and whose tokens may be in the vault all the same: one is being added, or could not
   * be added. Written before the vault gets the token, so that no token stays there that nobody knows of.
   */
  strays: ReadonlySet<string>;
  durations: Durations;
  /** What each team had used of its months, day by day and oldest first, as Buoy saw it, by connection. */
  spending: ReadonlyMap<string, readonly SpendPoint[]>;
  /** Since when things were seen serving nothing, by connection. */
  unusedSince: ReadonlyMap<string, readonly UnusedSince[]>;
  /** Newest first, at most 500. */
  notices: readonly Notice[];
  /** Facts already told, newest last, so that none is told twice; at most 2,000. */
  toldFacts: ReadonlySet<string>;
  /** Until when notices of a matter stay off the desktop, Unix milliseconds, by its key in `names/matters.ts`. */
  snoozes: ReadonlyMap<string, number>;
  /** Loaded resource families by key. */
  resources: ReadonlyMap<string, ResourceState>;
  /** What DigitalOcean reports of itself. Read anew after a start. */
  statusPage: StatusPage;
  /** Jobs over several things, oldest first: those that run, and the last that ended. */
  runs: ReadonlyMap<string, RunRow>;
}

/** The age of one kind of data, and how its last read ended. */
export interface Fetch {
  /** When the data held was read; `null`: never. */
  fetchedAtMs: number | null;
  isFetching: boolean;
  /** Why the last read failed; `null` after a success. */
  failure: Failure | null;
  /** When the last read failed; `null` after a success. */
  failedAtMs: number | null;
  /** Entries of the list that say too little to be told apart. They are not among the data. */
  leftOut: number;
}

/**
 * Whether the token can be used at all. `checking`: not used yet. `refused`: DigitalOcean answered 401, and so did the account. `waiting-for-vault`:
 * the keyring has not handed it over. `secret-lost`: the keyring no longer has it.
 */
export interface Access {
  status: 'checking' | 'ok' | 'refused' | 'waiting-for-vault' | 'secret-lost';
  failure: Failure | null;
}

/** A command that was sent and not answered yet. */
export interface Pending {
  type: string;
  value: string | null;
  sentAtMs: number;
}

/**
 * The status that a droplet should have after a finished action. It is open until a look at the droplet that was asked for
 * after `sinceMs` finds it, or until `untilMs`, both in Unix milliseconds. The next event after that removes it.
 */
export interface Expectation {
  status: 'active' | 'off';
  actionKey: string;
  sinceMs: number;
  untilMs: number;
  /** What the last such look found. */
  found: Droplet['status'] | null;
}

/** A droplet that was active and is off. Once newer actions are known, `judge-power.ts` decides whether it is down. */
export interface Suspicion {
  seenOffAtMs: number;
  lastActiveAtMs: number;
}

/** One connection: its token's access, and the data of its team. The numbers in its maps are droplet ids. */
export interface ConnectionState extends Held {
  id: string;
  /** The person's own name for it; `null`: the team's name. */
  label: string | null;
  isDemo: boolean;
  /** Its token is kept in memory only. */
  isForThisRunOnly: boolean;
  /** It is in the saved list of connections, even when its present token is not saved. */
  isSaved: boolean;
  access: Access;
  /** The day on which its token ends as the person entered it, `YYYY-MM-DD`: the API does not tell. `null`: not entered. */
  tokenEndsOn: string | null;
  /** When a read last succeeded, Unix milliseconds; `null`: never. */
  lastWorkedAtMs: number | null;
  /** `null` until the first poll. */
  budget: Budget | null;
  fetches: Readonly<Record<FetchedKind, Fetch>>;
  pending: ReadonlyMap<number, Pending>;
  expectations: ReadonlyMap<number, Expectation>;
  suspicions: ReadonlyMap<number, Suspicion>;
  /** Droplets that are off although nobody turned them off, and when each was first seen off (Unix milliseconds). */
  downs: ReadonlyMap<number, number>;
  /** Key of the action that runs on each droplet. */
  runningOn: ReadonlyMap<number, string>;
}

/** The fetch status of data that was never read. */
export const neverFetched: Fetch = { fetchedAtMs: null, isFetching: false, failure: null, failedAtMs: null, leftOut: 0 };

/** A connection without any data. */
export function newConnection(
  identity: Pick<ConnectionState, 'id' | 'label' | 'isDemo' | 'isForThisRunOnly'> & Partial<Pick<ConnectionState, 'tokenEndsOn'>>,
): ConnectionState {
  return {
    isSaved: !identity.isDemo && !identity.isForThisRunOnly,
    access: { status: 'checking', failure: null },
    tokenEndsOn: null,
    ...identity,
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

/** The state before the documents were read. */
export const initialState: State = {
  isLoaded: false,
  isOnline: true,
  isTrayShown: true,
  power: { isAsleep: false, isLocked: false, isOnBattery: false },
  pause: null,
  isDemoOpen: false,
  vaultProblem: null,
  setAside: [],
  notUnderstood: [],
  storageFailures: new Map(),
  settings: settingsSchema.parse({}),
  connections: new Map(),
  strays: new Set(),
  durations: new Map(),
  spending: new Map(),
  unusedSince: new Map(),
  notices: [],
  toldFacts: new Set(),
  snoozes: new Map(),
  resources: new Map(),
  statusPage: nothingReported,
  runs: new Map(),
};

/** The state with the new version of a connection. */
export function withConnection(state: State, connection: ConnectionState): State {
  return change(state, { connections: withEntry(state.connections, connection.id, connection) });
}
