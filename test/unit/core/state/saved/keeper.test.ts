import { describe, expect, it } from 'vitest';
import type { DocumentName } from '../../../../../main/core/ports.ts';
import { newConnection } from '../../../../../main/core/state/state.ts';
import { documentWords } from '../../../../../main/core/words/documents.ts';
import { settle } from '../../../../doubles/core/fake-clock.ts';
import { filesOf, openKeptStore } from '../../../../doubles/core/kept-store.ts';
import { fetched, startMs } from '../../../../doubles/core/states.ts';
import { aDroplet } from '../../../../doubles/invented/facts.ts';

const connections = { version: 1, connections: [{ id: 'c1', label: 'Harbour' }] };

async function opened() {
  const kept = await openKeptStore(filesOf({ connections }));
  const { store, ports, keeper } = kept;
  const spend = (spendThresholdUsd: number) =>
    store.dispatch({ type: 'settings-changed', settings: { ...store.state().settings, spendThresholdUsd } });
  store.dispatch(fetched('droplets', [aDroplet()], startMs));
  await ports.clock.advance(3_600_000);
  ports.writes.length = 0;
  return { ...kept, spend, keeper, written: (name: DocumentName) => JSON.parse(ports.files.get(name) ?? 'null') };
}

/** What the system says of a disk that is full, not ours, or read-only. */
const broken = ['ENOSPC', 'EACCES', 'EROFS'] as const;
const failureOf = (code: string) => documentWords.unusable('/home/ops/.config/Buoy/settings.json', 'written', code);

describe('writing', () => {
  it('combines the changes of five seconds into one write', async () => {
    const { ports, spend, written } = await opened();
    for (let step = 1; step <= 20; step += 1) {
      spend(step);
      await ports.clock.advance(100);
    }
    await ports.clock.advance(10_000);
    expect(ports.writes).toEqual(['settings']);
    expect(written('settings')).toMatchObject({ spendThresholdUsd: 20 });
  });

  it('does not repeat what was just written at once', async () => {
    const { ports, keeper, spend } = await opened();
    spend(3);
    await keeper.write('settings');
    await ports.clock.advance(60_000);
    expect(ports.writes).toEqual(['settings']);
  });

  it('ends with everything written when it is flushed', async () => {
    const { ports, keeper, spend } = await opened();
    spend(9);
    await settle();
    expect(await keeper.flush()).toEqual([]);
    expect(ports.writes).toEqual(['settings']);
    expect(ports.clock.waiting()).toEqual([]);
  });
});

/** An operation that has no action of its own. */
const created = {
  key: 'c1:follow-1',
  connectionId: 'c1',
  actionId: null,
  type: 'create',
  status: 'in-progress',
  startedAtMs: startMs,
  completedAtMs: null,
  resourceType: 'database',
  resourceId: 'd1',
  resourceName: 'db-1',
  regionSlug: null,
  sizeSlug: null,
  value: null,
  startedBy: 'buoy',
  isSlow: false,
  failure: null,
} as const;

describe('what polls bring', () => {
  it('is written twice an hour at most, however much it changes', async () => {
    const { ports, store } = await opened();
    for (let minute = 1; minute <= 120; minute += 1) {
      const status = minute % 2 === 0 ? 'active' : 'new';
      store.dispatch(fetched('droplets', [aDroplet({ status })], ports.clock.now()));
      await ports.clock.advance(60_000);
    }
    expect(ports.writes).toEqual(Array(4).fill('last-view'));
  });

  it('does not delay a pause, or an operation that Buoy follows from now on', async () => {
    const { ports, store, written } = await opened();
    store.dispatch({ type: 'pause-changed', pause: { untilMs: null } });
    await ports.clock.advance(5000);
    expect(written('last-view').pause).toEqual({ untilMs: null });
    const titles = { running: 'Creating', completed: 'Created', errored: 'Not created' };
    const follow = { kind: 'create', target: { id: '7' }, titles, route: null };
    store.dispatch({ type: 'follow-changed', action: { ...created, follow }, atMs: ports.clock.now() });
    await ports.clock.advance(5000);
    expect(written('last-view').connections[0].actions).toMatchObject([{ follow }]);
    expect(ports.writes).toEqual(['last-view', 'last-view']);
  });
});

describe.each(broken)('a write that fails with %s', (code) => {
  it('is told, and repeated in growing intervals until it went well, without another change', async () => {
    const { ports, store, spend, written } = await opened();
    ports.failWrites(failureOf(code));
    ports.clock.delaysSet();
    spend(7);
    await ports.clock.advance(3_600_000);
    expect(store.state().storageFailures.get('settings')).toEqual(failureOf(code));
    const seconds = ports.clock.delaysSet().map((ms) => ms / 1000);
    expect(seconds).toEqual([5, 5, 10, 20, 40, 80, 160, 320, 600, 600, 600, 600, 600]);
    ports.failWrites(null);
    await ports.clock.advance(600_000);
    expect([store.state().storageFailures.size, written('settings').spendThresholdUsd]).toEqual([0, 7]);
    expect(ports.clock.waiting()).toEqual([]);
  });

  it('is tried once more at the end, and then named', async () => {
    const { ports, keeper, spend, written } = await opened();
    ports.failWrites(failureOf(code));
    spend(7);
    await ports.clock.advance(30_000);
    expect(await keeper.flush()).toEqual([failureOf(code)]);
    expect(ports.clock.waiting()).toEqual([]);
    ports.failWrites(null);
    expect(await keeper.flush()).toEqual([]);
    expect(written('settings')).toBeNull();
  });
});

describe('a change that must be on disk before it counts', () => {
  const added = {
    type: 'connection-added',
    connection: newConnection({ id: 'c2', label: null, isDemo: false, isForThisRunOnly: false }),
  } as const;

  it('is folded once it is written', async () => {
    const { keeper, store, written } = await opened();
    expect((await keeper.commit('connections', [added])).ok).toBe(true);
    expect(written('connections').connections).toHaveLength(2);
    expect(store.state().connections.has('c2')).toBe(true);
  });

  it.each(broken)('changes nothing, on disk or in the state, and leaves nothing to repeat after %s', async (code) => {
    const { keeper, store, ports, written } = await opened();
    const before = written('connections');
    ports.failWrites(failureOf(code));
    expect(await keeper.commit('connections', [added])).toEqual({ ok: false, failure: failureOf(code) });
    expect([store.state().connections.has('c2'), written('connections')]).toEqual([false, before]);
    expect(await keeper.flush()).toEqual([]);
  });

  it('takes its turn behind another one, and neither is lost', async () => {
    const { keeper, written } = await opened();
    const renamed = { type: 'connection-renamed', connectionId: 'c1', label: 'Quay' } as const;
    await Promise.all([keeper.commit('connections', [added]), keeper.commit('connections', [renamed])]);
    expect(written('connections').connections).toEqual([
      { id: 'c1', label: 'Quay' },
      { id: 'c2', label: null },
    ]);
  });
});
