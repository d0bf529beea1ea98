import { describe, expect, it } from 'vitest';
import { createConnections } from '../../../../main/core/connections/connections.ts';
import type { Live } from '../../../../main/core/connections/live.ts';
import { tokenName } from '../../../../main/core/names/token-name.ts';
import type { DemoPort } from '../../../../main/core/ports.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { reduce } from '../../../../main/core/state/reduce.ts';
import { toSaved } from '../../../../main/core/state/saved/connections.ts';
import { initialState, newConnection, type State } from '../../../../main/core/state/state.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { createFakeApi, Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { createMemoryPorts } from '../../../doubles/core/memory-ports.ts';

const token = (digit: string) => `dop_v1_${digit.repeat(64)}`;
const account = {
  account: {
    droplet_limit: 25,
    floating_ip_limit: 5,
    email: 'ops@example.com',
    name: 'Ops',
    uuid: 'b6fr89',
    email_verified: true,
    status: 'active',
    status_message: '',
    team: { uuid: 't1', name: 'Harbour Works' },
  },
};
const failing = (kind: Failure['kind']) => () => new Failing({ kind, message: `It answered ${kind}.` });

function setUp(replies: Record<string, Reply> = {}, saved: string[] = [], demo: DemoPort | null = null) {
  const ports = createMemoryPorts({
    openTransport: () => {
      throw new Error('Nothing is sent in this test');
    },
  });
  let count = 0;
  let state: State = { ...initialState, isLoaded: true };
  for (const id of saved) {
    const connection = newConnection({ id, label: id, isDemo: false, isForThisRunOnly: false });
    state = { ...state, connections: new Map([...state.connections, [id, connection]]) };
  }
  const lives: (Live & { token: string; baseUrl: string | null; startedAs: string | null; isClosed: boolean })[] = [];
  const connections = createConnections({
    clock: ports.clock,
    vault: ports.vault,
    demo,
    random: () => {
      count += 1;
      return (count * 0.137) % 1;
    },
    open(opened, baseUrl) {
      const api = createFakeApi({ account_get: () => account, droplets_list: () => ({ droplets: [] }), ...replies });
      const live = {
        api,
        token: opened,
        baseUrl,
        startedAs: null as string | null,
        isClosed: false,
        start(id: string) {
          live.startedAs = id;
        },
        refresh: () => Promise.resolve(),
        pollNow: () => Promise.resolve(),
        wake: () => {},
        close: async () => {
          live.isClosed = true;
        },
      };
      lives.push(live);
      return live;
    },
    state: () => state,
    dispatch: (event: StateEvent) => {
      state = reduce(state, event);
    },
    async commit(events) {
      const planned = events.reduce(reduce, state);
      const written = await ports.documents.write('connections', toSaved(planned));
      if (written.ok) state = events.reduce(reduce, state);
      return written;
    },
  });
  /** The list of connections as it is on disk. */
  const onDisk = () => JSON.parse(ports.files.get('connections') ?? 'null');
  const only = () => {
    const [connection] = state.connections.values();
    if (!connection) throw new Error('There is no connection');
    return connection;
  };
  return { ports, connections, lives, state: () => state, only, onDisk };
}

describe('adding a connection', () => {
  it('checks the token with one read, saves it in the vault and starts', async () => {
    const { ports, connections, lives, only, onDisk } = setUp();
    expect(await connections.add({ token: `${token('a')}\n` })).toEqual({
      ok: true,
      value: { status: 'done', message: 'Harbour Works is connected.' },
    });
    expect([...ports.secrets]).toEqual([[tokenName(only().id), token('a')]]);
    expect(lives.map((live) => [live.startedAs, live.isClosed])).toEqual([[only().id, false]]);
    expect(onDisk()).toEqual({ version: 1, connections: [{ id: only().id, label: null }] });
  });

  it('takes the name that the person gives', async () => {
    const { connections, only } = setUp();
    await connections.add({ token: token('a'), label: '  Work ' });
    expect(only().label).toBe('Work');
  });

  it.each([
    ['unauthorized', 'does not accept this token'],
    ['network', 'was not checked and not saved'],
    ['untrusted', 'was not checked and not saved'],
    ['timeout', 'was not checked and not saved'],
    ['server-error', 'was not checked and not saved'],
  ] as const)('saves nothing after %s, and says so', async (kind, words) => {
    const { ports, connections, lives, state } = setUp({ account_get: failing(kind) });
    const added = await connections.add({ token: token('a') });
    expect(added).toMatchObject({ ok: false, failure: { kind, message: expect.stringContaining(words) } });
    expect([ports.secrets.size, state().connections.size, lives[0]?.isClosed]).toEqual([0, 0, true]);
  });

  it('works with a token of few scopes: no account, but droplets', async () => {
    const { connections, only } = setUp({ account_get: failing('forbidden') });
    expect(await connections.add({ token: token('a') })).toMatchObject({ ok: true });
    expect(only().account).toBeNull();
  });

  it('refuses a token that may read neither account nor droplets', async () => {
    const { connections } = setUp({ account_get: failing('forbidden'), droplets_list: failing('forbidden') });
    expect(await connections.add({ token: token('a') })).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: 'This token may read neither the account nor droplets.' },
    });
  });

  it('refuses the same token again without asking DigitalOcean', async () => {
    const { connections, lives } = setUp();
    await connections.add({ token: token('a') });
    expect(await connections.add({ token: token('a') })).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', message: expect.stringContaining('Harbour Works') },
    });
    expect(lives).toHaveLength(1);
  });

  it('saves nothing if the vault refuses, and offers to keep the token for this run only', async () => {
    const { ports, connections, state, lives } = setUp();
    ports.failVault({ kind: 'vault-locked', message: 'Your keyring is locked.' });
    const added = await connections.add({ token: token('a') });
    expect(added).toMatchObject({
      ok: false,
      failure: { kind: 'vault-locked', nextStep: expect.stringContaining('this run only') },
    });
    expect([state().connections.size, lives[0]?.isClosed]).toEqual([0, true]);
    expect(await connections.add({ token: token('a'), isForThisRunOnly: true })).toMatchObject({ ok: true });
    expect(state().connections.size).toBe(1);
  });

  it('touches neither vault nor file if it is for this run only', async () => {
    const { ports, connections, only } = setUp();
    await connections.add({ token: token('a'), isForThisRunOnly: true });
    expect([ports.secrets.size, ports.writes.length, only().isForThisRunOnly]).toEqual([0, 0, true]);
  });
});

describe('replacing a token', () => {
  it('uses the new token from then on, and ends what ran with the old one', async () => {
    const { ports, connections, lives, only } = setUp();
    await connections.add({ token: token('a') });
    expect(await connections.replaceToken(only().id, { token: token('b') })).toMatchObject({ ok: true });
    expect([...ports.secrets.values()]).toEqual([token('b')]);
    expect(lives.map((live) => live.isClosed)).toEqual([true, false]);
  });

  it('refuses a token of another team', async () => {
    const { ports, connections, only } = setUp();
    await connections.add({ token: token('a') });
    account.account.team = { uuid: 't2', name: 'Tidepool' };
    const replaced = await connections.replaceToken(only().id, { token: token('b') });
    account.account.team = { uuid: 't1', name: 'Harbour Works' };
    expect(replaced).toMatchObject({ ok: false, failure: { kind: 'conflict', message: expect.stringContaining('Tidepool') } });
    expect([...ports.secrets.values()]).toEqual([token('a')]);
  });

  it('refuses a connection that does not exist', async () => {
    expect(await setUp().connections.replaceToken('c9', { token: token('a') })).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });
});

describe('removing a connection', () => {
  it('deletes its secret first', async () => {
    const { ports, connections, state, only } = setUp();
    await connections.add({ token: token('a') });
    expect(await connections.remove(only().id)).toMatchObject({ ok: true });
    expect([ports.secrets.size, state().connections.size]).toEqual([0, 0]);
  });

  it('is refused while the keyring is locked, because the token would stay behind', async () => {
    const { ports, connections, state, only } = setUp();
    await connections.add({ token: token('a') });
    ports.failVault({ kind: 'vault-locked', message: 'Your keyring is locked.' });
    expect(await connections.remove(only().id)).toMatchObject({ ok: false, failure: { kind: 'vault-locked' } });
    expect(state().connections.size).toBe(1);
  });

  it('works if there is no keyring at all, and says what that means', async () => {
    const { ports, connections, state, only } = setUp();
    await connections.add({ token: token('a') });
    ports.failVault({ kind: 'vault-unavailable', message: 'There is no keyring.' });
    const removed = await connections.remove(only().id);
    expect(removed).toMatchObject({ ok: true, value: { message: expect.stringContaining('no keyring') } });
    expect(state().connections.size).toBe(0);
  });
});

describe('saved connections at the start', () => {
  it('start with the token from the vault', async () => {
    const { ports, connections, lives } = setUp({}, ['c1', 'c2']);
    ports.secrets.set(tokenName('c1'), token('a'));
    ports.secrets.set(tokenName('c2'), token('b'));
    connections.load();
    await settle();
    expect(lives.map((live) => [live.startedAs, live.token])).toEqual([
      ['c1', token('a')],
      ['c2', token('b')],
    ]);
  });

  it('report a lost secret, and stay in the list', async () => {
    const { connections, only, state } = setUp({}, ['c1']);
    connections.load();
    await settle();
    expect(only().access.status).toBe('secret-lost');
    expect(connections.api('c1')).toMatchObject({ ok: false, failure: { kind: 'secret-lost' } });
    expect(state().connections.size).toBe(1);
  });

  it('say what is wrong with the vault, ask it once for all, and start when it works', async () => {
    const { ports, connections, state, lives } = setUp({}, ['c1', 'c2']);
    ports.secrets.set(tokenName('c1'), token('a'));
    ports.secrets.set(tokenName('c2'), token('b'));
    ports.failVault({ kind: 'vault-locked', message: 'Your keyring is locked.' });
    connections.load();
    await settle();
    expect([...state().connections.values()].map((one) => one.access.status)).toEqual(['waiting-for-vault', 'waiting-for-vault']);
    expect(state().vaultProblem?.kind).toBe('vault-locked');
    expect(connections.api('c2')).toMatchObject({ ok: false, failure: { kind: 'vault-locked' } });
    await ports.clock.advance(600_000);
    expect(lives).toHaveLength(0);
    ports.failVault(null);
    await connections.retryVault();
    expect(state().vaultProblem).toBeNull();
    expect(lives.map((live) => live.startedAs)).toEqual(['c1', 'c2']);
  });

  it('ask a missing vault again every minute, because it may start after Buoy', async () => {
    const { ports, connections, lives } = setUp({}, ['c1']);
    ports.secrets.set(tokenName('c1'), token('a'));
    ports.failVault({ kind: 'vault-unavailable', message: 'There is no keyring.' });
    connections.load();
    await ports.clock.advance(30_000);
    ports.failVault(null);
    expect(lives).toHaveLength(0);
    await ports.clock.advance(40_000);
    expect(lives.map((live) => live.startedAs)).toEqual(['c1']);
  });

  it('say after a moment that they wait for the keyring', async () => {
    const { ports, connections, only } = setUp({}, ['c1']);
    ports.vault.read = () => new Promise(() => {});
    connections.load();
    await ports.clock.advance(1000);
    expect(only().access.status).toBe('checking');
    await ports.clock.advance(1000);
    expect(only().access).toEqual({ status: 'waiting-for-vault', failure: null });
  });
});

describe('the demo account', () => {
  const spent = [21, 22].map((day) => ({ atMs: Date.UTC(2026, 10, day, 23), usedUsd: String(day), accountUsd: '0.00' }));
  const demo = (isBroken = false): DemoPort & { stopped: number } => ({
    stopped: 0,
    start: () =>
      isBroken
        ? Promise.reject(new Error('The port is taken'))
        : Promise.resolve({ baseUrl: 'http://127.0.0.1:4999', tokens: [{ label: 'Harbour Works', token: token('d'), spent }] }),
    stop() {
      this.stopped += 1;
      return Promise.resolve();
    },
  });

  it('keeps its teams only in memory, at its own address', async () => {
    const { ports, connections, lives, only, state } = setUp({}, [], demo());
    expect(await connections.openDemo()).toMatchObject({ ok: true });
    expect(only()).toMatchObject({ id: 'demo-1', isDemo: true, label: 'Harbour Works' });
    expect(lives[0]).toMatchObject({ baseUrl: 'http://127.0.0.1:4999', startedAs: 'demo-1' });
    // What Buoy would have seen of its bill before, so that the month has a forecast with its band.
    expect(
      state()
        .spending.get('demo-1')
        ?.map(({ key }) => key),
    ).toEqual(['2026-11-21', '2026-11-22']);
    expect([ports.secrets.size, ports.writes.length]).toEqual([0, 0]);
  });

  it('opens only once, and closes with its teams', async () => {
    const port = demo();
    const { connections, state, lives } = setUp({}, [], port);
    await connections.openDemo();
    await connections.openDemo();
    expect(lives).toHaveLength(1);
    await connections.closeDemo();
    expect([state().connections.size, state().isDemoOpen, lives[0]?.isClosed, port.stopped]).toEqual([0, false, true, 1]);
  });

  it('says why it does not start, and if there is none', async () => {
    const broken = setUp({}, [], demo(true));
    expect(await broken.connections.openDemo()).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('port is taken') },
    });
    expect(broken.state().isDemoOpen).toBe(false);
    expect(await setUp().connections.openDemo()).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
  });
});

describe('a saved connection whose token is replaced for this run only', () => {
  it('stays in the list, so that its settings survive a locked keyring', async () => {
    const { ports, connections, only, state } = setUp({}, ['c1']);
    ports.failVault({ kind: 'vault-locked', message: 'Your keyring is locked.' });
    connections.load();
    await settle();
    expect(await connections.replaceToken('c1', { token: token('a'), isForThisRunOnly: true })).toMatchObject({ ok: true });
    expect(only()).toMatchObject({ isForThisRunOnly: true, isSaved: true, access: { status: 'ok' } });
    expect(toSaved(state()).connections).toEqual([{ id: 'c1', label: 'c1' }]);
  });
});
