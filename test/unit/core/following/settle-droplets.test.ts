import { describe, expect, it } from 'vitest';
import { createDropletSettling } from '../../../../main/core/following/settle-droplets.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { createStore } from '../../../../main/core/state/store.ts';
import { success } from '../../../../preload/contract/failure.ts';
import { createFakeApi, Failing } from '../../../doubles/core/fake-api.ts';
import { createFakeClock, settle } from '../../../doubles/core/fake-clock.ts';
import { connectionIn, fetched, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

/** A droplet as the API writes it, as far as this needs. */
const wire = (status: string) => ({
  droplet: {
    id: 101,
    name: 'web-01',
    memory: 4096,
    vcpus: 2,
    disk: 80,
    disk_info: [],
    locked: false,
    status,
    kernel: null,
    created_at: '2026-03-01T00:00:00Z',
    features: ['monitoring'],
    backup_ids: [],
    snapshot_ids: [],
    volume_ids: [],
    next_backup_window: null,
    size_slug: 's-2vcpu-4gb',
    tags: ['web', 'prod'],
    vpc_uuid: null,
    image: { id: 1, name: '12 x64', distribution: 'Debian', slug: 'debian-12-x64', public: true, regions: [], type: 'base' },
    region: { slug: 'fra1', name: 'Frankfurt 1', features: [], available: true, sizes: [] },
    size: { slug: 's-2vcpu-4gb', memory: 4096, vcpus: 2, disk: 80, transfer: 4, price_monthly: 24, price_hourly: 0.03571 },
    networks: { v4: [{ ip_address: '203.0.113.21', netmask: '255.255.255.0', gateway: '203.0.113.1', type: 'public' }], v6: [] },
  },
});

async function setUp(count = 1) {
  const clock = createFakeClock(startMs);
  let status = 'active';
  const api = createFakeApi({
    droplets_get: () => (status === 'gone' ? new Failing({ kind: 'not-found', message: 'Gone.' }) : wire(status)),
  });
  const polled: string[] = [];
  const store = createStore((error) => {
    throw error;
  });
  const [connection] = loadedState().connections.values();
  if (connection) store.dispatch({ type: 'connection-added', connection });
  const settling = createDropletSettling({
    clock,
    dispatch: store.dispatch,
    state: store.state,
    api: () => success(api),
    pollNow: async (_id, what) => void polled.push(what),
  });
  store.subscribe(settling.watch);
  const ids = Array.from({ length: count }, (_, index) => 101 + index);
  const actions = (fields: object): StateEvent =>
    fetched(
      'actions',
      ids.map((id) => anAction({ id, resourceId: id, type: 'power_off', ...fields })),
      clock.now(),
    );
  const droplets = ids.map((id) => aDroplet({ id }));
  store.dispatch(fetched('droplets', droplets));
  store.dispatch(actions({}));
  await settle();
  return {
    clock,
    api,
    polled,
    settling,
    end: async () => {
      store.dispatch(actions({ status: 'completed', completedAtMs: clock.now() }));
      await settle();
    },
    become: (next: string) => {
      status = next;
    },
    connection: () => connectionIn(store.state()),
    dispatch: store.dispatch,
  };
}

describe('after an action ended', () => {
  it('looks at once, and again until the droplet is as expected after the action', async () => {
    const { clock, api, end, become, connection } = await setUp();
    await end();
    expect(api.seen).toHaveLength(1);
    expect(connection().expectations.size).toBe(1);
    await clock.advance(5000);
    expect(api.seen).toHaveLength(2);
    become('off');
    await clock.advance(10_000);
    expect(connection().droplets.get(101)?.status).toBe('off');
    expect([connection().expectations.get(101)?.found, connection().suspicions.size]).toEqual(['off', 0]);
    await clock.advance(120_000);
    expect(api.seen).toHaveLength(3);
  });

  it('stops looking after a minute, and then shows what the API says', async () => {
    const { clock, api, end, connection } = await setUp();
    await end();
    await clock.advance(600_000);
    expect(api.seen.length).toBeLessThanOrEqual(5);
    expect(connection().expectations.size).toBe(0);
    expect(clock.waiting()).toEqual([]);
  });

  it('drops a droplet that is gone', async () => {
    const { end, become, connection } = await setUp();
    become('gone');
    await end();
    expect(connection().droplets.size).toBe(0);
  });

  it('lists all droplets if many actions ended at once', async () => {
    const { api, end, polled } = await setUp(9);
    await end();
    expect(polled).toEqual(['droplets']);
    expect(api.seen).toEqual([]);
  });

  it('lists them again while more than a few are not as expected, and never asks for each', async () => {
    const { clock, api, end, polled } = await setUp(9);
    await end();
    await clock.advance(5000);
    expect(polled).toEqual(['droplets', 'droplets']);
    expect(api.seen).toEqual([]);
  });

  it('asks for the newest actions as soon as a droplet is suspicious', async () => {
    const { polled, dispatch, clock } = await setUp();
    const droplets = [aDroplet({ status: 'off' })];
    dispatch(fetched('droplets', droplets, clock.now()));
    await settle();
    expect(polled).toEqual(['actions']);
  });

  it('leaves no timer behind when it stops', async () => {
    const { clock, end, settling } = await setUp();
    await end();
    settling.stop();
    expect(clock.waiting()).toEqual([]);
  });
});
