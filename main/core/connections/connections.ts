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

/** The saved tokens and what runs with them. Nothing outside this folder ever holds a token. */
export interface Connections {
  /** Takes up the connections of the state: reads their tokens from the vault and starts polling with each that came. */
  load(): void;
  add(wanted: NewToken & { label?: string | undefined }): Promise<Outcome<CommandResult>>;
  replaceToken(connectionId: string, wanted: NewToken): Promise<Outcome<CommandResult>>;
  rename(connectionId: string, label: string): Promise<Outcome<CommandResult>>;
  remove(connectionId: string): Promise<Outcome<CommandResult>>;
  openDemo(): Promise<Outcome<CommandResult>>;
  closeDemo(): Promise<Outcome<CommandResult>>;
  api(connectionId: string): Outcome<Api>;
  /** All that run, or the one; none where its token is missing. */
  live(connectionId?: string): Live[];
  /** Asks the vault again for tokens that it held back. Ends when it has answered for each. */
  retryVault(): Promise<void>;
  /** Closes every transport. */
  stop(): Promise<void>;
}

export interface NewToken {
  token: string;
  isForThisRunOnly?: boolean | undefined;
}

export interface ConnectionOptions {
  clock: Clock;
  random: () => number;
  vault: Vault;
  demo: DemoPort | null;
  /** Opens a way to the API with a token; `baseUrl` null: where the API is. */
  open: OpenLive;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Writes the list of saved connections. A failure is shown by the one who writes. */
  save(): Promise<Outcome<null>>;
}

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

/** What a person may do to the list of connections. */
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
      // Without any keyring there is nothing to wait for; a locked one still holds the token.
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

/** An id that no connection has; the time in it keeps ids apart that were removed before. */
function newId({ clock, random, state }: ConnectionOptions): string {
  const start = `c${clock.now().toString(36)}${Math.floor(random() * 36 ** 5).toString(36)}`;
  let id = start;
  for (let count = 2; state().connections.has(id); count += 1) id = `${start}-${count}`;
  return id;
}

const done = (message: string): Outcome<CommandResult> => success({ status: 'done', message });
const unknown = (): Outcome<never> => failed({ kind: 'not-found', ...connectionWords.unknownConnection });

/** A token of another team would show that team's droplets under this one's name; `null`: it is the same, or cannot be told. */
function otherTeam(connection: ConnectionState, account: ConnectionState['account']): Failure | null {
  const [before, now] = [connection.account?.team, account?.team];
  if (!before || !now || before.uuid === now.uuid) return null;
  return { kind: 'conflict', ...connectionWords.otherTeam(now.name, labelOf(connection)), field: 'token' };
}
