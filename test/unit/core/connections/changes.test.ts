import { describe, expect, it } from 'vitest';
import { createConnections } from '../../../../main/core/connections/connections.ts';
import { tokenName } from '../../../../main/core/names/token-name.ts';
import { documentWords } from '../../../../main/core/words/documents.ts';
import { vaultWords } from '../../../../main/core/words/vault.ts';
import { createFakeApi } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { filesOf, openKeptStore } from '../../../doubles/core/kept-store.ts';

const token = (digit: string) => `dop_v1_${digit.repeat(64)}`;
const team = { uuid: 't1', name: 'Harbour Works' };
const account = { droplet_limit: 25, email: 'ops@example.com', name: 'Ops', uuid: 'b6', status: 'active', team };

/** Connections over the keeper and a disk that can fail. */
async function opened(documents: Parameters<typeof filesOf>[0] = {}) {
  const { ports, store, keeper, files } = await openKeptStore(filesOf(documents));
  const lives: { token: string; isClosed: boolean }[] = [];
  const connections = createConnections({
    ...ports,
    state: store.state,
    dispatch: store.dispatch,
    commit: (events) => keeper.commit('connections', events),
    open(given) {
      const live = {
        api: createFakeApi({ account_get: () => ({ account }), droplets_list: () => ({ droplets: [] }) }),
        token: given,
        isClosed: false,
        start: () => {},
        refresh: () => Promise.resolve(),
        pollNow: () => Promise.resolve(),
        wake: () => {},
        async close() {
          live.isClosed = true;
        },
      };
      lives.push(live);
      return live;
    },
  });
  const names = () => [...store.state().connections.keys()];
  const onDisk = () => JSON.parse(files.get('connections') ?? '{"connections":[]}');
  return { ports, store, connections, lives, names, onDisk, secrets: ports.secrets };
}

const broken = (code: string) => documentWords.unusable('/home/ops/.config/Buoy/connections.json', 'written', code);
const saved = { version: 1, connections: [{ id: 'c1', label: 'Harbour Works' }] };
const notSaved = { ok: false, failure: { kind: 'storage', message: expect.stringMatching(/^The token was not saved/) } };

describe.each(['ENOSPC', 'EACCES', 'EROFS'])('a disk that answers %s', (code) => {
  it.each([0, 1])('adds no connection and leaves no token behind, when it fails after %i writes', async (count) => {
    const { connections, lives, names, onDisk, secrets, ports } = await opened();
    ports.failWrites(broken(code), count);
    expect(await connections.add({ token: token('a') })).toMatchObject(notSaved);
    expect([names(), secrets.size, onDisk().connections, lives[0]?.isClosed]).toEqual([[], 0, [], true]);
  });

  it('deletes neither the token nor the connection when the list cannot be written', async () => {
    const { connections, names, onDisk, secrets, ports } = await opened({ connections: saved });
    secrets.set(tokenName('c1'), token('a'));
    ports.failWrites(broken(code));
    expect(await connections.remove('c1')).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/^Harbour Works was not removed/) },
    });
    expect([names(), onDisk(), [...secrets.values()]]).toEqual([['c1'], saved, [token('a')]]);
    ports.failWrites(null);
    expect(await connections.remove('c1')).toMatchObject({ ok: true });
    expect([names(), onDisk().connections, secrets.size]).toEqual([[], [], 0]);
  });

  it('changes no name that it cannot keep', async () => {
    const { connections, store, ports } = await opened({ connections: saved });
    ports.failWrites(broken(code));
    expect(await connections.rename('c1', 'Quay')).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    expect(store.state().connections.get('c1')?.label).toBe('Harbour Works');
  });

  it('does not save the token of a connection for this run alone, which then goes on as it was', async () => {
    const { connections, names, onDisk, secrets, ports, store, lives } = await opened();
    await connections.add({ token: token('a'), isForThisRunOnly: true });
    const [id = ''] = names();
    ports.failWrites(broken(code), 1);
    expect(await connections.replaceToken(id, { token: token('b') })).toMatchObject(notSaved);
    expect([secrets.size, onDisk().connections, store.state().connections.get(id)?.isForThisRunOnly]).toEqual([0, [], true]);
    expect(lives.map((live) => live.isClosed)).toEqual([false, true]);
  });
});

describe('a keyring that does not take a token', () => {
  it.each([
    ['vault-locked', /^Unlock your keyring/],
    ['vault-timeout', /^Unlock your keyring/],
    ['vault-unavailable', /^Install GNOME Keyring/],
    ['vault-missing', /^Install it \(libsecret/],
    ['vault-refused', /^Allow Buoy/],
  ] as const)('gets the advice that helps with it: %s', async (kind, advice) => {
    const { connections, ports } = await opened();
    ports.failVault(vaultWords.failure(kind, 'linux'));
    const added = await connections.add({ token: token('a') });
    expect(added).toMatchObject({ failure: { kind, nextStep: expect.stringMatching(advice) } });
    expect(added).toMatchObject({ failure: { nextStep: expect.stringContaining('this run only') } });
  });
});

describe('a token without a connection', () => {
  it('is known of before the vault gets it, so that a run which ends there cannot leave it behind', async () => {
    const { connections, onDisk, ports } = await opened();
    const never = Promise.withResolvers<never>();
    ports.vault.save = () => never.promise;
    void connections.add({ token: token('a') });
    await settle();
    expect(onDisk()).toMatchObject({ connections: [], strays: [expect.stringMatching(/^c/)] });
  });

  it('is deleted at the next start', async () => {
    const { connections, secrets, onDisk } = await opened({ connections: { ...saved, strays: ['c1', 'c7'] } });
    secrets.set(tokenName('c1'), token('a')).set(tokenName('c7'), token('b'));
    connections.load();
    await settle();
    expect([[...secrets.keys()], onDisk()]).toEqual([[tokenName('c1')], saved]);
  });

  it('stays known while the vault is locked', async () => {
    const given = { ...saved, strays: ['c7'] };
    const { connections, ports, onDisk } = await opened({ connections: given });
    ports.failVault({ kind: 'vault-locked', message: 'Your keyring is locked.' });
    connections.load();
    await settle();
    expect(onDisk()).toEqual(given);
  });
});

describe('the same token', () => {
  it('is connected once, when it is pasted five times at once', async () => {
    const { connections, names, secrets, onDisk } = await opened();
    const added = await Promise.all(Array.from({ length: 5 }, () => connections.add({ token: ` ${token('a')}` })));
    expect(added.map((one) => one.ok)).toEqual([true, false, false, false, false]);
    for (const one of added.slice(1)) {
      expect(one).toMatchObject({ failure: { kind: 'conflict', message: 'This token is already connected as Harbour Works.' } });
    }
    expect([names().length, secrets.size, onDisk().connections.length]).toEqual([1, 1, 1]);
  });

  it('is refused for another connection, also while that one is being given it', async () => {
    const { connections, names } = await opened();
    await connections.add({ token: token('a') });
    await connections.add({ token: token('b'), label: 'Quay' });
    const [first = '', second = ''] = names();
    const ended = await Promise.all([
      connections.replaceToken(first, { token: token('c') }),
      connections.replaceToken(second, { token: token('c') }),
      connections.add({ token: token('c') }),
    ]);
    expect(ended.filter((one) => one.ok)).toHaveLength(1);
  });

  it('is not left in the vault by a replacement that comes while the connection is removed', async () => {
    const { connections, names, secrets } = await opened();
    await connections.add({ token: token('a') });
    const [id = ''] = names();
    await Promise.all([connections.replaceToken(id, { token: token('b') }), connections.remove(id)]);
    expect([names(), secrets.size]).toEqual([[], 0]);
  });
});
