import { describe, expect, it } from 'vitest';
import { type PinStates, pins } from '../../../../main/core/fetched/pins.ts';
import { wantedIntervalMs } from '../../../../main/core/pollers/intervals.ts';
import { poll } from '../../../../main/core/pollers/poll.ts';
import { pinKey } from '../../../../preload/contract/pin-key.ts';
import type { PinnedThing } from '../../../../preload/contract/settings.ts';
import { Doubted, Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { pollOver } from '../../../doubles/core/one-poll.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { anAction } from '../../../doubles/invented/facts.ts';

const signal = new AbortController().signal;

const pinned = (familyId: string, itemId: string, name: string, parent: Record<string, string> = {}): PinnedThing => ({
  key: pinKey({ connectionId: 'c1', familyId, parent, id: itemId }),
  connectionId: 'c1',
  familyId,
  parent,
  itemId,
  name,
});
const storefront = pinned('apps_list', 'a1', 'storefront');
const blog = pinned('apps_list', 'a2', 'blog');
const main = pinned('databases_list_clusters', 'd1', 'db-main');
const check = pinned('uptime_list_checks', 'u1', 'docs');
const address = pinned('reservedIPs_list', '198.51.100.9', '198.51.100.9');

const appRow = (id: string, name: string, phase: string) => ({
  id,
  spec: { name },
  live_url: `https://${name}.example.com`,
  active_deployment: { phase },
});
const rows: Record<string, Reply> = {
  apps_list: () => [appRow('a1', 'storefront', 'ACTIVE'), appRow('a2', 'journal', 'DEPLOYING')],
  databases_list_clusters: () => [
    {
      id: 'd1',
      name: 'db-main',
      status: 'online',
      region: 'fra1',
      connection: { uri: 'pg://shop:s3cret@db', password: 's3cret' },
    },
  ],
  reservedIPs_list: () => [{ ip: '198.51.100.9', droplet: { name: 'web-02' }, region: { slug: 'fra1' } }],
};

function setUp(things: PinnedThing[], replies: Record<string, Reply> = rows) {
  const loaded = loadedState();
  const settings = { ...loaded.settings, pinned: things.map(({ key }) => key), pinnedThings: things };
  const one = pollOver(replies, { ...loaded, settings });
  return { ...one, read: () => poll(one.target, 'pins', signal) };
}

describe('the poll of pinned things', () => {
  it('asks once for each family and not for each pin', async () => {
    const { read, connection, asked, api } = setUp([storefront, blog, main]);
    expect(await read()).toEqual({ failure: null, cost: 2 });
    expect(asked()).toEqual(['apps_list', 'databases_list_clusters']);
    expect(api.seen.every(({ options }) => options.lane === 'poll')).toBe(true);
    const told = [...connection().pins.values()].map(({ name, state, address: reached }) => [name, state, reached]);
    expect(told).toEqual([
      ['storefront', 'ACTIVE', 'https://storefront.example.com'],
      ['journal', 'DEPLOYING', 'https://journal.example.com'],
      ['db-main', 'online', ''],
    ]);
  });

  it('asks for a list inside a thing by the path values of that thing', async () => {
    const pool = pinned('kubernetes_list_nodePools', 'p1', 'general', { cluster_id: 'k1' });
    const { read, api } = setUp([pool], { kubernetes_list_nodePools: () => [{ id: 'p1', name: 'general' }] });
    await read();
    expect(api.seen[0]?.args).toEqual({ path: { cluster_id: 'k1' } });
  });

  it('asks for nothing without pins, and for checks, which are read anyway, and says nothing of the token then', async () => {
    const { read, connection, asked } = setUp([check]);
    const before = connection().lastWorkedAtMs;
    expect(await read()).toMatchObject({ cost: 0 });
    expect(asked()).toEqual([]);
    expect(connection().lastWorkedAtMs).toBe(before);
    expect(connection().fetches.pins).toMatchObject({ failure: null, isFetching: false });
  });

  it('is given up while a quarter of the hour or less is left, which other polls still use', async () => {
    const { read, connection, asked, api } = setUp([storefront]);
    await read();
    api.setBudget({ remaining: 1250 });
    expect(await read()).toMatchObject({ cost: 0, failure: { kind: 'held' } });
    expect(asked()).toHaveLength(1);
    expect(connection().pins.get(storefront.key)?.name).toBe('storefront');
    api.setBudget({ remaining: 1251 });
    expect(await read()).toMatchObject({ cost: 1, failure: null });
  });

  it('says what is gone, and keeps its name', async () => {
    const { read, connection, api } = setUp([storefront, blog]);
    await read();
    api.answer({ apps_list: () => [appRow('a1', 'storefront', 'ACTIVE')] });
    await read();
    expect(connection().pins.get(blog.key)).toMatchObject({ isGone: true, name: 'journal', row: null });
    expect(connection().pins.get(storefront.key)).toMatchObject({ isGone: false });
  });

  it('holds nothing for gone that DigitalOcean left out of a list', async () => {
    const { read, connection, api } = setUp([storefront]);
    await read();
    api.answer({ apps_list: () => new Doubted([], 'It says 2 and lists none.', { isShort: true }) });
    await read();
    expect(connection().pins.get(storefront.key)).toMatchObject({ isGone: false });
  });

  it('keeps the pins of a list that fails, with the reason, while others are read', async () => {
    const { read, connection, api } = setUp([storefront, main]);
    await read();
    api.answer({ apps_list: () => new Failing({ kind: 'forbidden', message: 'This token may not read apps.' }) });
    expect(await read()).toMatchObject({ failure: null });
    expect(connection().pins.get(storefront.key)).toMatchObject({
      name: 'storefront',
      failure: { message: 'This token may not read apps.' },
    });
    api.answer({ databases_list_clusters: () => new Failing({ kind: 'server-error', message: 'It answered 503.' }) });
    expect(await read()).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  it('finds a thing by an id that its family keeps in a field of its own', async () => {
    const key = pinned('spacesKey_list', 'DO00KEY', 'ci');
    const listed = [
      { name: 'other', access_key: 'DO00OTHER' },
      { name: 'deploy', access_key: 'DO00KEY' },
    ];
    const { read, connection } = setUp([key], { spacesKey_list: () => listed });
    await read();
    expect(connection().pins.get(key.key)).toMatchObject({ name: 'deploy', isGone: false });
  });

  it('keeps the very row while it is the same, and the droplet that an address leads to', async () => {
    const { read, connection } = setUp([address]);
    await read();
    const row = connection().pins.get(address.key)?.row;
    await read();
    expect(connection().pins.get(address.key)).toMatchObject({ about: 'web-02', state: 'assigned', region: 'fra1' });
    expect(connection().pins.get(address.key)?.row).toBe(row);
  });
});

describe('what is saved of pinned things', () => {
  it('holds no row, which may have a password in it, and is read back with its age', async () => {
    const { read, connection } = setUp([main]);
    await read();
    const saved = JSON.parse(JSON.stringify(pins.saved?.write(connection().pins)));
    expect(JSON.stringify(saved)).not.toContain('s3cret');
    const restored = pins.saved?.read(saved)?.held as PinStates;
    expect(restored.get(main.key)).toMatchObject({ name: 'db-main', state: 'online', readAtMs: startMs, row: null });
  });
});

describe('the interval of pinned things', () => {
  it('is five minutes, and half a minute for a minute after something ended on one of them', async () => {
    const { read, state } = setUp([storefront]);
    await read();
    const wanted = (now = state(), nowMs = startMs) => wantedIntervalMs(now, connectionIn(now), 'pins', nowMs) / 1000;
    expect(wanted()).toBe(300);
    const follow = {
      kind: 'deployment',
      target: { app_id: 'a1' },
      titles: { running: '', completed: '', errored: '' },
      route: null,
    };
    const ended = { ...anAction({ status: 'completed', completedAtMs: startMs }), follow };
    const after = fold(state(), fetched('actions', []), {
      type: 'follow-changed',
      atMs: startMs,
      action: {
        ...ended,
        key: 'c1:follow-1',
        connectionId: 'c1',
        actionId: null,
        resourceId: 'dep-1',
        resourceName: 'storefront',
        value: null,
        startedBy: 'buoy',
        isSlow: false,
        failure: null,
        sizeSlug: null,
      },
    });
    expect([0, 59_000, 60_000].map((ms) => wanted(after, startMs + ms))).toEqual([30, 30, 300]);
  });
});
