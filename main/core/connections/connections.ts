import type { CommandResult } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { labelOf } from '../names/connection-label.ts';
import { tokenName } from '../names/token-name.ts';
import type { Clock, DemoPort, Vault } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import { type ConnectionState, newConnection, type State } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';
import { checkToken } from './check-token.ts';
import { createDemoAccount } from './demo-account.ts';
import type { Live, OpenLive } from './live.ts';
import { createLives, type Lives } from './lives.ts';
import { createVaultReader } from './vault-reader.ts';

/** The connections and what runs with their tokens. Other parts of the core get an `Api`, never a token. */
export interface Connections {
  /** Reads the tokens of the saved connections from the vault and starts polling with each one. Does not wait. */
  load(): void;
  /** Checks a token, saves it in the vault and starts polling. Adds no connection when the check or the vault fails. */
  add(wanted: NewToken & { label?: string | undefined }): Promise<Outcome<CommandResult>>;
  /** Gives a connection another token of the same team. Refuses the demo account's connections and another team's token. */
  replaceToken(connectionId: string, wanted: NewToken): Promise<Outcome<CommandResult>>;
  rename(connectionId: string, label: string): Promise<Outcome<CommandResult>>;
  /** Deletes the token from the vault, then forgets the connection. Removes nothing while the vault is locked. */
  remove(connectionId: string): Promise<Outcome<CommandResult>>;
  openDemo(): Promise<Outcome<CommandResult>>;
  closeDemo(): Promise<Outcome<CommandResult>>;
  /** The API with that connection's token, or why there is none now (`not-found`, `vault-*`, `secret-lost`). */
  api(connectionId: string): Outcome<Api>;
  /** What runs for that connection, or for all; empty while the token is missing. */
  live(connectionId?: string): Live[];
  /** Asks the vault again for tokens that it did not hand over. Resolves when all have been tried. */
  retryVault(): Promise<void>;
  /** Closes every transport. */
  stop(): Promise<void>;
}

/** A token that a person pasted. */
export interface NewToken {
  /** As it was pasted; space around it is cut off. */
  token: string;
  /** Keeps the token in memory only, and forgets it when Buoy quits. Default false. */
  isForThisRunOnly?: boolean | undefined;
}

export interface ConnectionOptions {
  clock: Clock;
  random: () => number;
  vault: Vault;
  /** `null`: this host has no demo account. */
  demo: DemoPort | null;
  /** Opens the API with a token. */
  open: OpenLive;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Writes the list of saved connections. The writer itself reports a failure, so callers need not. */
  save(): Promise<Outcome<null>>;
}

/** Creates the connections. Nothing runs until `load`; `stop` must be called to close what runs. */
export function createConnections(options: ConnectionOptions): Connections {
  const { open, state } = options;
  const lives = createLives();
  const reader = createVaultReader({
    ...options,
    hasToken: (id) => lives.get(id) !== undefined,
    onToken: (id, token) => lives.begin(id, token, open(token, null)),
  });
  const demo = createDemoAccount({ ...options, lives });
  return {
    ...createChanges(options, lives),
    load: () => reader.readAll(),
    openDemo: demo.open,
    closeDemo: demo.close,
    api(connectionId) {
      const live = lives.get(connectionId);
      if (live) return success(live.api);
      const access = state().connections.get(connectionId)?.access;
      if (!access) return unknown();
      if (access.status === 'secret-lost') return failed({ kind: 'secret-lost', ...connectionWords.secretLost });
      return failed(access.failure ?? { kind: 'vault-timeout', ...connectionWords.stillWaiting });
    },
    live: (connectionId) =>
      connectionId === undefined ? lives.all() : [lives.get(connectionId)].filter((one) => one !== undefined),
    retryVault: () => reader.retry(),
    async stop() {
      reader.stop();
      await lives.endAll();
      await demo.stop();
    },
  };
}

/** The commands that change the list of connections. */
function createChanges(
  options: ConnectionOptions,
  lives: Lives,
): Pick<Connections, 'add' | 'replaceToken' | 'rename' | 'remove'> {
  const { vault, state, dispatch, save } = options;
  const find = (id: string): ConnectionState | undefined => state().connections.get(id);

  async function keep(id: string, token: string, isForThisRunOnly: boolean): Promise<Outcome<null>> {
    if (isForThisRunOnly) return success(null);
    const saved = await vault.save(tokenName(id), token);
    return saved.ok ? saved : failed({ ...saved.failure, ...connectionWords.notKept(saved.failure.message) });
  }

  return {
    async add({ token: pasted, label, isForThisRunOnly = false }) {
      const checked = await checkToken(pasted, null, { ...options, lives });
      if (!checked.ok) return checked;
      const { token, live, account } = checked.value;
      const id = newId(options);
      // The token first: a saved connection without its token would ask for it again at the next start.
      const kept = await keep(id, token, isForThisRunOnly);
      if (!kept.ok) {
        await live.close();
        return kept;
      }
      const identity = { id, label: label?.trim() || null, isDemo: false, isForThisRunOnly };
      const connection = { ...newConnection(identity), account };
      dispatch({ type: 'connection-added', connection });
      lives.begin(id, token, live);
      if (!isForThisRunOnly) await save();
      const words = isForThisRunOnly ? connectionWords.addedForThisRun : connectionWords.added;
      return done(words(labelOf(connection)));
    },
    async replaceToken(connectionId, { token: pasted, isForThisRunOnly = false }) {
      const connection = find(connectionId);
      if (!connection || connection.isDemo) return unknown();
      const checked = await checkToken(pasted, connectionId, { ...options, lives });
      if (!checked.ok) return checked;
      const { token, live, account } = checked.value;
      const other = otherTeam(connection, account);
      const kept = other ? failed(other) : await keep(connectionId, token, isForThisRunOnly);
      if (!kept.ok) {
        await live.close();
        return kept;
      }
      dispatch({ type: 'access-changed', connectionId, access: { status: 'ok', failure: null } });
      dispatch({ type: 'connection-kept-for-this-run', connectionId, isForThisRunOnly });
      lives.begin(connectionId, token, live);
      await save();
      return done(connectionWords.replaced(labelOf(connection)));
    },
    async rename(connectionId, label) {
      if (!find(connectionId)) return unknown();
      dispatch({ type: 'connection-renamed', connectionId, label: label.trim() });
      await save();
      return done(connectionWords.renamed(label.trim()));
    },
    async remove(connectionId) {
      const connection = find(connectionId);
      if (!connection) return unknown();
      const label = labelOf(connection);
      const removed = connection.isSaved ? await vault.remove(tokenName(connectionId)) : success(null);
      // A keyring that does not exist holds no token. A locked one still does, so the connection stays until it is unlocked.
      if (!removed.ok && removed.failure.kind !== 'vault-unavailable') {
        return failed({ ...removed.failure, ...connectionWords.notDeleted(label, removed.failure.message) });
      }
      dispatch({ type: 'connection-removed', connectionId });
      await lives.end(connectionId);
      await save();
      return done(removed.ok ? connectionWords.removed(label) : connectionWords.removedWithoutVault(label));
    },
  };
}

/** An id that no connection has. It contains the time, so that the id of a removed connection is not used again. */
function newId({ clock, random, state }: ConnectionOptions): string {
  const start = `c${clock.now().toString(36)}${Math.floor(random() * 36 ** 5).toString(36)}`;
  let id = start;
  for (let count = 2; state().connections.has(id); count += 1) id = `${start}-${count}`;
  return id;
}

const done = (message: string): Outcome<CommandResult> => success({ status: 'done', message });
const unknown = (): Outcome<never> => failed({ kind: 'not-found', ...connectionWords.unknownConnection });

/**
 * A failure when the new token belongs to another team, whose droplets would then appear under this connection's name.
 * `null`: the team is the same, or one of the two tokens may not read it.
 */
function otherTeam(connection: ConnectionState, account: ConnectionState['account']): Failure | null {
  const [before, now] = [connection.account?.team, account?.team];
  if (!before || !now || before.uuid === now.uuid) return null;
  return { kind: 'conflict', ...connectionWords.otherTeam(now.name, labelOf(connection)), field: 'token' };
}
