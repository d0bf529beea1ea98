import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentName, Documents } from '../../../../main/core/ports.ts';
import { restore } from '../../../../main/core/state/saved/restore.ts';
import { failed, success } from '../../../../preload/contract/failure.ts';
import { settingsSchema } from '../../../../preload/contract/settings.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { openKeptStore } from '../../../doubles/core/kept-store.ts';
import { createMemoryPorts } from '../../../doubles/core/memory-ports.ts';
import { anyHistory } from '../../../doubles/core/random-events.ts';
import { connectionIn, fetched, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';
import { aCheck, anAlert, anUptime, aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';
import { aNotice } from '../../../doubles/invented/notices.ts';

const connectionId = 'c1';
const openTransport = () => {
  throw new Error('Nothing is asked in this test');
};

const saved = JSON.stringify({ version: 1, connections: [{ id: connectionId, label: 'Harbour' }] });

async function filled() {
  const first = await openKeptStore(new Map([['connections', saved]]));
  const { store } = first;
  const atMs = startMs;
  store.dispatch(fetched('droplets', [aDroplet()], atMs));
  const ended = (id: number) => anAction({ id, status: 'completed', startedAtMs: atMs, completedAtMs: atMs + 20_000 });
  store.dispatch(fetched('actions', [ended(1), ended(2), anAction({ id: 3 })], atMs));
  store.dispatch({ type: 'pause-changed', pause: { untilMs: startMs + 1 } });
  await settle();
  await first.keeper.flush();
  return first;
}

describe('what survives a restart', () => {
  it('is what was last known, with its age', async () => {
    const { files, store: before } = await filled();
    const { store } = await openKeptStore(files);
    const [one, other] = [connectionIn(store.state()), connectionIn(before.state())];
    expect(one.droplets).toEqual(other.droplets);
    expect(one.actions).toEqual(other.actions);
    expect(one.runningOn).toEqual(other.runningOn);
    expect(one.fetches.droplets).toEqual({
      fetchedAtMs: startMs,
      isFetching: false,
      failure: null,
      failedAtMs: null,
      leftOut: 0,
    });
    expect(one.label).toBe('Harbour');
    expect(store.state().durations).toEqual(before.state().durations);
    expect(store.state().pause).toEqual({ untilMs: startMs + 1 });
  });

  it('includes alerts and checks, so that nothing is told twice', async () => {
    const { files, store, keeper } = await filled();
    const flaps = { atMs: [startMs - 1, startMs], calledAtMs: null };
    const past = [{ fromMs: startMs - 9_000_000, toMs: startMs - 8_000_000 }];
    const alert = anAlert({ judgement: 'firing', firingSinceMs: startMs - 300_000, changedAtMs: startMs, flaps, past });
    const days = [{ day: '2026-11-23', upSeconds: 100, downSeconds: 20, unknownSeconds: 0 }];
    const previousOutage = { region: 'eu_west', startedAtMs: startMs - 2000, endedAtMs: startMs - 1000 };
    const state = anUptime({ status: 'down', downIn: ['eu_west'], changedAtMs: startMs, days, previousOutage, flaps });
    const policies = policiesOf([aPolicy()], { database: [{ id: 'd', name: 'db', tags: ['prod'], engine: 'mysql' }] });
    store.dispatch(fetched('alerts', [alert]));
    store.dispatch(fetched('uptime', [state]));
    store.dispatch(fetched('checks', [aCheck()]));
    store.dispatch(fetched('policies', policies));
    await settle();
    await keeper.flush();
    const { restored } = await openKeptStore(files);
    const [again] = restored.connections;
    expect(again?.alerts).toEqual(new Map([['p1/101', alert]]));
    expect(again?.uptime).toEqual(new Map([['u1', state]]));
    expect(again?.checks).toEqual(new Map([['u1', aCheck()]]));
    expect(again?.policies).toEqual(policies);
  });

  it('includes alerts and checks as 0.1.0 wrote them', async () => {
    const row = {
      policyUuid: 'p1',
      description: 'Hot',
      type: 'v1/insights/droplet/cpu',
      comparison: 'GreaterThan',
      threshold: 80,
    };
    const alert = { ...row, key: 'p1/101', dropletId: 101, value: 91, isFiring: true, changedAtMs: startMs };
    const check = { checkId: 'u1', name: 'shop', target: 'https://shop.example.com', isEnabled: true };
    const uptime = { ...check, status: 'down', downIn: ['eu_west'], changedAtMs: startMs };
    const files = new Map<DocumentName, string>([
      ['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}'],
      ['last-view', JSON.stringify({ version: 1, pause: null, connections: [{ id: 'c1', alerts: [alert], uptime: [uptime] }] })],
    ]);
    const { restored } = await openKeptStore(files);
    expect(restored.connections[0]?.alerts.get('p1/101')).toMatchObject({
      thing: { kind: 'droplet', id: '101' },
      judgement: 'firing',
      firingSinceMs: startMs,
      past: [],
    });
    expect(restored.connections[0]?.uptime.get('u1')).toMatchObject({
      status: 'down',
      changedAtMs: startMs,
      downSinceMs: startMs,
      days: [],
    });
  });

  it('includes pinned things with their last state, and not their rows', async () => {
    const { files, store, keeper } = await filled();
    const key = 'c1:databases_list_clusters/d1';
    const pinned = { key, connectionId: 'c1', familyId: 'databases_list_clusters', parent: {}, itemId: 'd1', name: 'db-main' };
    const told = { key, itemId: 'd1', name: 'db-main', state: 'online', about: '', address: '', region: 'fra1', isGone: false };
    const pin = { ...told, readAtMs: startMs, failure: null, row: { id: 'd1', connection: { password: 's3cret' } } };
    const { settings } = store.state();
    store.dispatch({ type: 'settings-changed', settings: { ...settings, pinned: [key], pinnedThings: [pinned] } });
    store.dispatch(fetched('pins', [pin]));
    await settle();
    await keeper.flush();
    expect([...files.values()].join('')).not.toContain('s3cret');
    const { restored } = await openKeptStore(files);
    expect(restored.settings).toMatchObject({ pinned: [key], pinnedThings: [pinned] });
    expect(restored.connections[0]?.pins).toEqual(new Map([[key, { ...pin, row: null }]]));
  });

  it('includes what is snoozed until when, even if nothing else changed', async () => {
    const { files, store, ports } = await filled();
    store.dispatch({ type: 'matter-snoozed', matter: 'down/c1:101', untilMs: startMs + 3_600_000 });
    await ports.clock.advance(6000);
    const { store: again } = await openKeptStore(files);
    expect([...again.state().snoozes]).toEqual([['down/c1:101', startMs + 3_600_000]]);
  });

  it('is every notice, also with a button that another version wrote differently', async () => {
    const odd = { ...aNotice(), buttons: [{ label: 'Do it', deed: { kind: 'command', command: { kind: 'of-tomorrow' } } }] };
    const files = new Map<DocumentName, string>([
      ['history', JSON.stringify({ version: 1, notices: [odd], toldFacts: [], snoozes: 'x' })],
    ]);
    const { store } = await openKeptStore(files);
    expect(store.state().notices).toEqual([aNotice()]);
    expect(store.state().snoozes.size).toBe(0);
  });

  it('is complete for any history of saved connections', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const files = new Map<DocumentName, string>();
        const { store, keeper } = await openKeptStore(files);
        for (const event of history) store.dispatch(event);
        await Promise.all((['connections', 'last-view', 'durations', 'history'] as const).map(keeper.write));
        const again = await openKeptStore(files);
        expect(again.store.state().notices).toEqual(store.state().notices);
        expect(again.store.state().snoozes).toEqual(store.state().snoozes);
        for (const connection of store.state().connections.values()) {
          const restored = again.store.state().connections.get(connection.id);
          if (connection.isDemo) expect(restored).toBeUndefined();
          else {
            expect(restored?.droplets).toEqual(connection.droplets);
            expect(restored?.actions).toEqual(connection.actions);
            expect(restored?.downs).toEqual(connection.downs);
            expect(restored?.suspicions).toEqual(connection.suspicions);
            expect(restored?.balance).toEqual(connection.balance);
          }
        }
        expect(again.store.state().durations).toEqual(store.state().durations);
      }),
      { numRuns: 40 },
    );
  });

  it('does not include the demo account or connections for one run', async () => {
    const { files, store, keeper } = await filled();
    const one = connectionIn(store.state());
    store.dispatch({ type: 'connection-added', connection: { ...one, id: 'demo-1', isDemo: true, isSaved: false } });
    store.dispatch({ type: 'connection-added', connection: { ...one, id: 'c7', isForThisRunOnly: true, isSaved: false } });
    await keeper.write('connections');
    await keeper.write('last-view');
    for (const text of files.values()) expect(text).not.toMatch(/demo-1|c7/);
  });
});

describe('files that are not as they should be', () => {
  it('lose a setting that cannot be understood, and keep the others', async () => {
    const text = JSON.stringify({ appearance: 'dark', polling: 'often', spendThresholdUsd: 50, fromTheFuture: 1 });
    const { restored } = await openKeptStore(new Map([['settings', text]]));
    expect(restored.settings).toEqual({ ...settingsSchema.parse({}), appearance: 'dark', spendThresholdUsd: 50 });
  });

  it('never overwrite a list of connections that another version wrote', async () => {
    const text = JSON.stringify({ version: 9, teams: ['x'] });
    const { untouchable, keeper, files } = await openKeptStore(new Map([['connections', text]]));
    expect(untouchable.map((one) => one.name)).toEqual(['connections']);
    await keeper.write('connections');
    expect(files.get('connections')).toBe(text);
  });

  it('start over from a last view that cannot be understood', async () => {
    const { restored } = await openKeptStore(
      new Map([
        ['connections', saved],
        ['last-view', JSON.stringify({ version: 1, pause: null, connections: [{ id: 'c1' }] })],
      ]),
    );
    expect(restored.connections.map((one) => [one.id, one.droplets.size])).toEqual([['c1', 0]]);
  });

  it('are named and left alone if they cannot be read', async () => {
    const failure = { kind: 'storage' as const, message: 'No permission.' };
    const documents: Documents = {
      read: async (name) => (name === 'history' ? failed(failure) : success({ value: null, setAside: null })),
      write: async () => success(null),
      setAside: async () => success(''),
    };
    const { untouchable } = await restore(documents, { info: () => {}, warn: () => {} });
    expect(untouchable).toEqual([{ name: 'history', failure }]);
  });

  it('are reported with where they are kept if they were corrupt', async () => {
    const ports = createMemoryPorts({ openTransport, setAside: '/home/ops/settings.corrupt.json' });
    expect((await restore(ports.documents, ports.log)).restored.setAside).toEqual(['/home/ops/settings.corrupt.json']);
  });
});
