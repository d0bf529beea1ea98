import type { CommandResult } from '../../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { Token } from '../digitalocean/request/token.ts';
import { labelOf } from '../names/connection-label.ts';
import { tokenName } from '../names/token-name.ts';
import type { Clock, DemoPort, Vault } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import { type ConnectionState, newConnection, type State } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';
import type { Live, OpenLive } from './live.ts';
import { probe } from './probe.ts';
import { checkTokenShape } from './token-shape.ts';
import { createVaultReader } from './vault-reader.ts';

/** The saved tokens and what runs with them. The only part of the core, with `live.ts`, that ever holds a token. */
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

export interface ConnectionSurroundings {
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

export function createConnections(surroundings: ConnectionSurroundings): Connections {
  const { clock, vault, dispatch, open, save } = surroundings;
  const lives = new Map<string, Live>();
  const tokens = new Map<string, Token>();
  const reader = createVaultReader({
    ...surroundings,
    hasToken: (id) => lives.has(id),
    onToken: (id, token) => begin(id, token, null),
  });

  const find = (id: string): ConnectionState | undefined => surroundings.state().connections.get(id);

  function begin(id: string, token: string, opened: Live | null, baseUrl: string | null = null): void {
    const before = lives.get(id);
    const live = opened ?? open(token, baseUrl);
    tokens.set(id, new Token(token));
    lives.set(id, live);
    if (before) void before.close();
    live.start(id);
  }

  /** A working token with what DigitalOcean says of it, or the reason why not. Nothing is kept yet. */
  async function check(pasted: string, except: string | null): Promise<Outcome<Checked>> {
    const shape = checkTokenShape(pasted);
    if (!shape.ok) return shape;
    const pastedToken = new Token(shape.value);
    for (const [id, token] of tokens) {
      const known = find(id);
      const isSame = token.authorization() === pastedToken.authorization();
      if (id !== except && isSame && known) return failed(already(labelOf(known)));
    }
    const live = open(shape.value, null);
    const probed = await probe(live.api);
    if (probed.ok) return success({ token: shape.value, live, account: probed.value.account });
    await live.close();
    return probed;
  }

  async function keep(id: string, token: string, isForThisRunOnly: boolean): Promise<Outcome<null>> {
    if (isForThisRunOnly) return success(null);
    const saved = await vault.save(tokenName(id), token);
    return saved.ok ? saved : failed({ ...saved.failure, ...connectionWords.notKept(saved.failure.message) });
  }

  function newId(): string {
    const start = `c${clock.now().toString(36)}${Math.floor(surroundings.random() * 36 ** 5).toString(36)}`;
    let id = start;
    for (let count = 2; find(id); count += 1) id = `${start}-${count}`;
    return id;
  }

  const noSuch = (): Outcome<never> => failed({ kind: 'not-found', ...connectionWords.unknownConnection });

  return {
    load: () => reader.readAll(),
    async add(wanted) {
      const checked = await check(wanted.token, null);
      if (!checked.ok) return checked;
      const { token, live, account } = checked.value;
      const isForThisRunOnly = wanted.isForThisRunOnly ?? false;
      const id = newId();
      const kept = await keep(id, token, isForThisRunOnly);
      if (!kept.ok) {
        await live.close();
        return kept;
      }
      const label = wanted.label?.trim() || null;
      const connection = { ...newConnection({ id, label, isDemo: false, isForThisRunOnly }), account };
      dispatch({ type: 'connection-added', connection });
      begin(id, token, live);
      if (!isForThisRunOnly) await save();
      const words = isForThisRunOnly ? connectionWords.addedForThisRun : connectionWords.added;
      return done(words(labelOf(connection)));
    },
    async replaceToken(connectionId, wanted) {
      const connection = find(connectionId);
      if (!connection || connection.isDemo) return noSuch();
      const checked = await check(wanted.token, connectionId);
      if (!checked.ok) return checked;
      const { token, live, account } = checked.value;
      const isForThisRunOnly = wanted.isForThisRunOnly ?? false;
      const isOtherTeam = account?.team && connection.account?.team && account.team.uuid !== connection.account.team.uuid;
      const kept = isOtherTeam
        ? failed(otherTeam(account.team?.name ?? '', connection))
        : await keep(connectionId, token, isForThisRunOnly);
      if (!kept.ok) {
        await live.close();
        return kept;
      }
      dispatch({ type: 'access-changed', connectionId, access: { status: 'ok', failure: null } });
      dispatch({ type: 'connection-kept-for-this-run', connectionId, isForThisRunOnly });
      begin(connectionId, token, live);
      await save();
      return done(connectionWords.replaced(labelOf(connection)));
    },
    async rename(connectionId, label) {
      if (!find(connectionId)) return noSuch();
      dispatch({ type: 'connection-renamed', connectionId, label: label.trim() });
      await save();
      return done(connectionWords.renamed(label.trim()));
    },
    async remove(connectionId) {
      const connection = find(connectionId);
      if (!connection) return noSuch();
      const label = labelOf(connection);
      const removed = connection.isSaved ? await vault.remove(tokenName(connectionId)) : success(null);
      // Without any keyring there is nothing to wait for; a locked one still holds the token.
      if (!removed.ok && removed.failure.kind !== 'vault-unavailable') {
        return failed({ ...removed.failure, ...connectionWords.notDeleted(label, removed.failure.message) });
      }
      await end(connectionId);
      await save();
      return done(removed.ok ? connectionWords.removed(label) : connectionWords.removedWithoutVault(label));
    },
    async openDemo() {
      if (!surroundings.demo) return failed({ kind: 'not-supported', ...connectionWords.noDemo });
      if (surroundings.state().isDemoOpen) return done(connectionWords.demoOpenAlready);
      dispatch({ type: 'demo-changed', isOpen: true });
      const started = await startDemo(surroundings.demo);
      if (!started.ok) {
        dispatch({ type: 'demo-changed', isOpen: false });
        return started;
      }
      const { baseUrl, tokens: teams } = started.value;
      teams.forEach(({ label, token }, index) => {
        const id = `demo-${index + 1}`;
        dispatch({ type: 'connection-added', connection: newConnection({ id, label, isDemo: true, isForThisRunOnly: true }) });
        begin(id, token, null, baseUrl);
      });
      return done(connectionWords.demoOpened(teams.length));
    },
    async closeDemo() {
      const demos = [...surroundings.state().connections.values()].filter((connection) => connection.isDemo);
      for (const { id } of demos) await end(id);
      dispatch({ type: 'demo-changed', isOpen: false });
      await surroundings.demo?.stop();
      return done(connectionWords.demoClosed);
    },
    api(connectionId) {
      const live = lives.get(connectionId);
      if (live) return success(live.api);
      const access = find(connectionId)?.access;
      if (!access) return noSuch();
      if (access.status === 'secret-lost') return failed({ kind: 'secret-lost', ...connectionWords.secretLost });
      return failed(access.failure ?? { kind: 'vault-timeout', ...connectionWords.stillWaiting });
    },
    live: (connectionId) =>
      connectionId === undefined ? [...lives.values()] : [lives.get(connectionId)].filter((one) => one !== undefined),
    retryVault: () => reader.retry(),
    async stop() {
      reader.stop();
      await Promise.all([...lives.values()].map((live) => live.close()));
      lives.clear();
      tokens.clear();
      if (surroundings.state().isDemoOpen) await surroundings.demo?.stop();
    },
  };

  async function end(id: string): Promise<void> {
    const live = lives.get(id);
    lives.delete(id);
    tokens.delete(id);
    dispatch({ type: 'connection-removed', connectionId: id });
    await live?.close();
  }
}

interface Checked {
  token: string;
  live: Live;
  account: ConnectionState['account'];
}

const done = (message: string): Outcome<CommandResult> => success({ status: 'done', message });
const already = (label: string): Failure => ({ kind: 'conflict', ...connectionWords.alreadyConnected(label), field: 'token' });
const otherTeam = (team: string, connection: ConnectionState): Failure => ({
  kind: 'conflict',
  ...connectionWords.otherTeam(team, labelOf(connection)),
  field: 'token',
});

async function startDemo(demo: DemoPort): Promise<Outcome<Awaited<ReturnType<DemoPort['start']>>>> {
  try {
    return success(await demo.start());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed({ kind: 'internal', ...connectionWords.demoFailed(why) });
  }
}
