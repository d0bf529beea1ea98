import type { CommandResult } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { labelOf } from '../names/connection-label.ts';
import { tokenName } from '../names/token-name.ts';
import type { Clock, Vault } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import { maximumConnections } from '../state/saved/connections.ts';
import { type ConnectionState, newConnection, type State } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';
import { checkToken } from './check-token.ts';
import { createInTurn } from './in-turn.ts';
import type { OpenLive } from './live.ts';
import type { Lives } from './lives.ts';
import { checkTokenShape } from './token-shape.ts';

/** What a person may do to the list of connections. */
export interface Changes {
  /**
   * Checks a token, saves it in the vault and starts polling. Adds no connection, and leaves no token in the vault, when the
   * check, the vault or the disk fails.
   */
  add(wanted: NewToken & { label?: string | undefined }): Promise<Outcome<CommandResult>>;
  /** Gives a connection another token of the same team. Refuses the demo account's connections and another team's token. */
  replaceToken(connectionId: string, wanted: NewToken): Promise<Outcome<CommandResult>>;
  rename(connectionId: string, label: string): Promise<Outcome<CommandResult>>;
  /** Notes the day on which the connection's token ends, `YYYY-MM-DD`; `null`: not known. */
  setTokenEnd(connectionId: string, endsOn: string | null): Promise<Outcome<CommandResult>>;
  /** Deletes the token from the vault, then forgets the connection. Removes nothing while the vault is locked or the disk full. */
  remove(connectionId: string): Promise<Outcome<CommandResult>>;
}

/** A token that a person pasted. */
export interface NewToken {
  /** As it was pasted; space around it is cut off. */
  token: string;
  /** Keeps the token in memory only, and forgets it when Buoy quits. Default false. */
  isForThisRunOnly?: boolean | undefined;
}

export interface ChangeOptions {
  clock: Clock;
  random: () => number;
  vault: Vault;
  /** Opens the API with a token. */
  open: OpenLive;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Writes the list of saved connections as it will be after these events, and folds them only once it is written. */
  commit(events: readonly StateEvent[]): Promise<Outcome<null>>;
}

type NewConnection = NewToken & { label?: string | undefined };

/**
 * The commands that change the list of connections. Each of them has either happened, in the vault and on disk, or changed
 * nothing: a step that fails takes the ones before it back. Where that fails too, or the machine stops in between, a token
 * that has no connection is still known as a stray, and `strays.ts` deletes it.
 */
export function createChanges(options: ChangeOptions, lives: Lives): Changes {
  const { vault, state, dispatch, commit } = options;
  /** The same token pasted several times at once is added once: the others wait, and then find it in use. */
  const inTurn = createInTurn();
  const find = (id: string): ConnectionState | undefined => state().connections.get(id);

  /** Saves the token of a connection that was not saved before, and with it the list of connections. */
  async function keepNew(id: string, token: string, events: readonly StateEvent[]): Promise<Outcome<null>> {
    const stray = { type: 'stray-changed', id } as const;
    const noted = await commit([{ ...stray, isGone: false }]);
    if (!noted.ok) return failed({ ...noted.failure, ...connectionWords.notListed(noted.failure.message) });
    const saved = await vault.save(tokenName(id), token);
    if (!saved.ok) {
      await commit([{ ...stray, isGone: true }]);
      return failed(notKept(saved.failure));
    }
    const listed = await commit([...events, { ...stray, isGone: true }]);
    if (listed.ok) return listed;
    const removed = await vault.remove(tokenName(id));
    if (removed.ok) await commit([{ ...stray, isGone: true }]);
    return failed({ ...listed.failure, ...connectionWords.notListed(listed.failure.message) });
  }

  async function add({ token: pasted, label, isForThisRunOnly = false }: NewConnection): Promise<Outcome<CommandResult>> {
    const isFull = [...state().connections.values()].filter((one) => one.isSaved).length >= maximumConnections;
    if (isFull && !isForThisRunOnly) return failed({ kind: 'conflict', ...connectionWords.tooMany(maximumConnections) });
    const checked = await checkToken(pasted, null, { ...options, lives });
    if (!checked.ok) return checked;
    const { token, live, account } = checked.value;
    const id = newId(options);
    const identity = { id, label: label?.trim() || null, isDemo: false, isForThisRunOnly };
    const connection = { ...newConnection(identity), account };
    const added = { type: 'connection-added', connection } as const;
    if (isForThisRunOnly) dispatch(added);
    else {
      const kept = await keepNew(id, token, [added]);
      if (!kept.ok) {
        await live.close();
        return kept;
      }
    }
    lives.begin(id, token, live);
    const words = isForThisRunOnly ? connectionWords.addedForThisRun : connectionWords.added;
    return done(words(labelOf(connection)));
  }

  async function replaceToken(
    id: string,
    { token: pasted, isForThisRunOnly = false }: NewToken,
  ): Promise<Outcome<CommandResult>> {
    const connection = find(id);
    if (!connection || connection.isDemo) return unknown();
    const checked = await checkToken(pasted, id, { ...options, lives });
    if (!checked.ok) return checked;
    const { token, live, account } = checked.value;
    const other = otherTeam(connection, account);
    const kept = other ? failed(other) : await keepInstead(connection, token, isForThisRunOnly);
    if (!kept.ok) {
      await live.close();
      return kept;
    }
    dispatch({ type: 'access-changed', connectionId: id, access: { status: 'ok', failure: null } });
    if (connection.tokenEndsOn !== null) await setTokenEnd(id, null);
    dispatch({ type: 'token-replaced', connectionId: id });
    lives.begin(id, token, live);
    return done(connectionWords.replaced(labelOf(connection)));
  }

  /** The list of connections changes only when the connection was not in it. */
  async function keepInstead({ id, isSaved }: ConnectionState, token: string, isForThisRunOnly: boolean): Promise<Outcome<null>> {
    const event = { type: 'connection-kept-for-this-run', connectionId: id, isForThisRunOnly } as const;
    if (!isForThisRunOnly && !isSaved) return keepNew(id, token, [event]);
    const saved = isForThisRunOnly ? success(null) : await vault.save(tokenName(id), token);
    if (!saved.ok) return failed(notKept(saved.failure));
    dispatch(event);
    return saved;
  }

  async function rename(connectionId: string, wanted: string): Promise<Outcome<CommandResult>> {
    const connection = find(connectionId);
    if (!connection) return unknown();
    const label = wanted.trim();
    const renamed = { type: 'connection-renamed', connectionId, label } as const;
    const written = connection.isSaved ? await commit([renamed]) : success(dispatch(renamed));
    if (!written.ok)
      return failed({ ...written.failure, ...connectionWords.notRenamed(labelOf(connection), written.failure.message) });
    return done(connectionWords.renamed(label));
  }

  async function setTokenEnd(connectionId: string, endsOn: string | null): Promise<Outcome<CommandResult>> {
    const connection = find(connectionId);
    if (!connection) return unknown();
    const changed = { type: 'token-end-changed', connectionId, endsOn } as const;
    const written = connection.isSaved ? await commit([changed]) : success(dispatch(changed));
    if (written.ok) return success({ status: 'done', message: null });
    return failed({ ...written.failure, ...connectionWords.endNotSaved(labelOf(connection), written.failure.message) });
  }

  async function remove(connectionId: string): Promise<Outcome<CommandResult>> {
    const connection = find(connectionId);
    if (!connection) return unknown();
    const label = labelOf(connection);
    const gone = { type: 'connection-removed', connectionId } as const;
    if (!connection.isSaved) {
      dispatch(gone);
      await lives.end(connectionId);
      return done(connectionWords.forgotten(label));
    }
    const deleted = await deleteToken(connectionId);
    // A keyring that does not exist holds no token. A locked one still does, so the connection stays until it is unlocked.
    if (!deleted.ok && deleted.failure.kind !== 'vault-unavailable') {
      return failed({ ...deleted.failure, ...connectionWords.notDeleted(label, deleted.failure) });
    }
    const listed = await commit([gone]);
    if (!listed.ok) {
      const back =
        deleted.ok && deleted.value !== null ? await vault.save(tokenName(connectionId), deleted.value) : success(null);
      const words = back.ok ? connectionWords.notRemoved : connectionWords.onlyTokenRemoved;
      return failed({ ...listed.failure, ...words(label, listed.failure.message) });
    }
    await lives.end(connectionId);
    return done(deleted.ok ? connectionWords.removed(label) : connectionWords.removedWithoutVault(label));
  }

  /** Deletes a token from the vault. Answers what it was, so that it can be put back; `null`: there was none. */
  async function deleteToken(connectionId: string): Promise<Outcome<string | null>> {
    const before = await vault.read(tokenName(connectionId));
    if (!before.ok) return before;
    const removed = await vault.remove(tokenName(connectionId));
    return removed.ok ? before : removed;
  }

  return {
    add: (wanted) => inTurn(keyOf(wanted.token), () => add(wanted)),
    // Also in turn with its removal, which would otherwise leave the new token behind.
    replaceToken: (id, wanted) => inTurn(id, () => inTurn(keyOf(wanted.token), () => replaceToken(id, wanted))),
    rename: (id, label) => inTurn(id, () => rename(id, label)),
    setTokenEnd: (id, endsOn) => inTurn(id, () => setTokenEnd(id, endsOn)),
    remove: (id) => inTurn(id, () => remove(id)),
  };
}

/** What is the same for two texts that hold the same token. */
function keyOf(pasted: string): string {
  const shape = checkTokenShape(pasted);
  return `token ${shape.ok ? shape.value : pasted}`;
}

/** An id that no connection has. It contains the time, so that the id of a removed connection is not used again. */
function newId({ clock, random, state }: ChangeOptions): string {
  const start = `c${clock.now().toString(36)}${Math.floor(random() * 36 ** 5).toString(36)}`;
  let id = start;
  for (let count = 2; state().connections.has(id) || state().strays.has(id); count += 1) id = `${start}-${count}`;
  return id;
}

const done = (message: string): Outcome<CommandResult> => success({ status: 'done', message });
const unknown = (): Outcome<never> => failed({ kind: 'not-found', ...connectionWords.unknownConnection });
const notKept = (failure: Failure): Failure => ({ ...failure, ...connectionWords.notKept(failure) });

/**
 * A failure when the new token belongs to another team, whose droplets would then appear under this connection's name.
 * `null`: the team is the same, or one of the two tokens may not read it.
 */
function otherTeam(connection: ConnectionState, account: ConnectionState['account']): Failure | null {
  const [before, now] = [connection.account?.team, account?.team];
  if (!before || !now || before.uuid === now.uuid) return null;
  return { kind: 'conflict', ...connectionWords.otherTeam(now.name, labelOf(connection)), field: 'token' };
}
