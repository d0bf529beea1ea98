import { describe, expect, it } from 'vitest';
import { dates, isDue, isWhole, outdated, thingsOf } from '../../../../main/core/fetched/dates.ts';
import { type PollTarget, poll } from '../../../../main/core/pollers/poll.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { reduce } from '../../../../main/core/state/reduce.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { aCertificate, aSource } from '../../../doubles/core/date-sources.ts';
import { createFakeApi, Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';
import { connectionIn, loadedState, startMs } from '../../../doubles/core/states.ts';

const hourMs = 3_600_000;
const signal = new AbortController().signal;
const failing = (kind: Failure['kind'], scopes?: string[]) =>
  new Failing({ kind, message: `It answered ${kind}.`, ...(scopes ? { scopes } : {}) });

const nothing: Record<string, Reply> = {
  certificates_list: () => [],
  databases_list_clusters: () => [],
  kubernetes_list_clusters: () => [],
  functions_list_namespaces: () => [],
  byoipPrefixes_list: () => [],
};
const certificate = { id: 'c', name: 'shop', not_after: '2026-12-02T10:00:00Z', type: 'custom', dns_names: ['shop.example.com'] };

function setUp(replies: Record<string, Reply> = {}) {
  const api = createFakeApi({ ...nothing, ...replies });
  const clock = createFakeClock(startMs);
  let state = loadedState();
  const dispatch = (event: StateEvent) => {
    state = reduce(state, event);
  };
  const target: PollTarget = { connectionId: 'c1', api, clock, state: () => state, isRefused: async () => false, dispatch };
  return {
    api,
    clock,
    dispatch,
    held: () => connectionIn(state).dates,
    fetch: () => connectionIn(state).fetches.dates,
    connection: () => connectionIn(state),
    turn: (isAsked = false) => poll(target, 'dates', signal, isAsked),
    asked: () => api.seen.splice(0).map(({ operationId }) => operationId),
  };
}

describe('the poll of dates', () => {
  it('asks for each list twice a day, although it looks every hour', async () => {
    const { turn, clock, asked } = setUp();
    await turn();
    await clock.advance(hourMs);
    await turn();
    await clock.advance(hourMs);
    await turn();
    expect(asked()).toEqual(Object.keys(nothing));
    for (let hour = 3; hour < 12; hour += 1) {
      await clock.advance(hourMs);
      expect(await turn()).toMatchObject({ cost: 0 });
    }
    expect(asked()).toEqual([]);
    await clock.advance(hourMs);
    expect(await turn()).toEqual({ failure: null, cost: 2 });
  });

  it('asks for versions once there are databases, and for what is offered to each cluster and in each namespace', async () => {
    const { turn, asked, held } = setUp({
      databases_list_clusters: () => [{ id: 'd', name: 'db', engine: 'pg', version: '15' }],
      databases_list_options: () => ({ options: { pg: { versions: ['15', '17'] } } }),
      kubernetes_list_clusters: () => [{ id: 'k', name: 'harbour', version: '1.33.5-do.1' }],
      kubernetes_get_availableUpgrades: () => ({ available_upgrade_versions: [{ slug: '1.34.1-do.0' }] }),
      functions_list_namespaces: () => [{ namespace: 'fn-1', label: 'hooks' }],
      functionsAccessKey_list: () => [{ id: 'a', name: 'deploy', expires_at: '2026-12-02T10:00:00Z' }],
    });
    await turn(true);
    expect(isWhole(held())).toBe(true);
    expect(asked()).toEqual([
      ...Object.keys(nothing),
      'databases_list_options',
      'kubernetes_get_availableUpgrades',
      'functionsAccessKey_list',
    ]);
    expect(thingsOf(held(), 'upgrade')).toEqual([
      { thing: { kind: 'upgrade', id: 'k', versions: ['1.34.1-do.0'] }, inside: 'k' },
    ]);
    expect(thingsOf(held(), 'function-key')).toMatchObject([{ inside: 'fn-1', thing: { name: 'deploy' } }]);
  });

  it('spends two requests in an hour at most, and takes the rest in turns until each had its look', async () => {
    const clusters = Array.from({ length: 30 }, (_, index) => ({ id: `k${index}`, name: `k${index}`, version: '1.33.5-do.1' }));
    const { turn, clock, held } = setUp({
      kubernetes_list_clusters: () => clusters,
      kubernetes_get_availableUpgrades: () => ({ available_upgrade_versions: [] }),
    });
    for (let turns = 0; turns < 24; turns += 1) {
      const { cost } = await turn();
      expect(cost).toBeLessThanOrEqual(2);
      await clock.advance(hourMs);
    }
    expect([...held().values()].filter(({ inside, readAtMs }) => inside !== '' && readAtMs !== null)).toHaveLength(30);
  });

  it('takes a list that the token may not read as a fact: the others are read, and it is not asked for sooner', async () => {
    const { turn, clock, asked, held, fetch, connection } = setUp({
      certificates_list: () => failing('forbidden', ['certificate:read']),
    });
    expect(await turn(true)).toEqual({ failure: null, cost: 5 });
    expect(fetch().failure).toBeNull();
    expect(connection().access.status).toBe('ok');
    expect(held().get('certificates_list')?.failure).toMatchObject({ kind: 'forbidden', scopes: ['certificate:read'] });
    asked();
    await clock.advance(2 * hourMs);
    await turn();
    expect(asked()).toEqual([]);
  });

  it('asks again an hour later for a list that failed, and keeps what was known of it', async () => {
    const { api, turn, clock, asked, held } = setUp({ certificates_list: () => [certificate] });
    await turn(true);
    api.answer({ certificates_list: () => failing('server-error') });
    await clock.advance(12 * hourMs);
    await turn(true);
    asked();
    expect(thingsOf(held(), 'certificate')).toHaveLength(1);
    await clock.advance(hourMs);
    await turn();
    expect(asked()).toEqual(['certificates_list']);
  });

  it('fails as a whole without a network, and with a refused token', async () => {
    const down = Object.fromEntries(Object.keys(nothing).map((id) => [id, () => failing('network')]));
    const { turn, fetch, held } = setUp(down);
    expect((await turn()).failure?.kind).toBe('network');
    expect(fetch().failure?.kind).toBe('network');
    expect(held().size).toBe(0);
    const refused = setUp({ certificates_list: () => failing('unauthorized') });
    expect((await refused.turn()).failure?.kind).toBe('unauthorized');
  });

  it('asks for nothing while few requests are left', async () => {
    const { api, turn, asked } = setUp();
    api.setBudget({ remaining: 1250 });
    expect(await turn()).toMatchObject({ failure: { kind: 'held' }, cost: 0 });
    expect(asked()).toEqual([]);
  });

  it('asks anew when a person asks, but not for what was read ten minutes ago', async () => {
    const { turn, clock, asked } = setUp();
    await turn(true);
    asked();
    await clock.advance(540_000);
    await turn(true);
    expect(asked()).toEqual([]);
    await clock.advance(60_000);
    await turn(true);
    expect(asked()).toEqual(Object.keys(nothing));
  });

  it('asks anew for what a change at DigitalOcean may have made untrue, and for nothing else', async () => {
    const { turn, dispatch, clock, asked } = setUp({
      kubernetes_list_clusters: () => [{ id: 'k', name: 'harbour', version: '1.33.5-do.1' }],
      kubernetes_get_availableUpgrades: () => ({ available_upgrade_versions: [] }),
    });
    await turn(true);
    asked();
    await clock.advance(1000);
    const path = '/v2/kubernetes/clusters/k/upgrade';
    dispatch({ type: 'dates-outdated', connectionId: 'c1', path, atMs: clock.now() });
    await turn();
    expect(asked()).toEqual(['kubernetes_list_clusters', 'kubernetes_get_availableUpgrades']);
    await turn();
    expect(asked()).toEqual([]);
  });

  it('forgets what lay in a cluster that is gone', async () => {
    const { api, turn, clock, held } = setUp({
      kubernetes_list_clusters: () => [{ id: 'k', name: 'harbour', version: '1.33.5-do.1' }],
      kubernetes_get_availableUpgrades: () => ({ available_upgrade_versions: [{ slug: '1.34.1-do.0' }] }),
    });
    await turn(true);
    api.answer({ kubernetes_list_clusters: () => [] });
    await clock.advance(12 * hourMs);
    await turn(true);
    expect(thingsOf(held(), 'upgrade')).toEqual([]);
  });
});

describe('when a list is due', () => {
  const window = { day: 'tuesday', time: '03:00:00', lastsMs: null };
  const pending = { id: 'd', name: 'db', engine: 'pg', version: '15', endsAtMs: null, window, isPending: true, updates: [] };

  it('is an hour after a window in which something waited, since that is done then', () => {
    const source = aSource('database', [pending]);
    const windowMs = Date.UTC(2026, 10, 24, 3);
    expect(isDue({ ...source, askedAtMs: windowMs - hourMs, readAtMs: windowMs - hourMs }, windowMs + hourMs - 1)).toBe(false);
    expect(isDue({ ...source, askedAtMs: windowMs - hourMs, readAtMs: windowMs - hourMs }, windowMs + hourMs)).toBe(true);
    expect(isDue({ ...source, askedAtMs: windowMs + hourMs, readAtMs: windowMs + hourMs }, windowMs + 2 * hourMs)).toBe(false);
  });

  it('is at once when the clock was set back', () => {
    expect(isDue(aSource('certificate', []), startMs - 1)).toBe(true);
  });
});

describe('dates across a restart', () => {
  it('are read back as they were, with the lists that the token may not read', () => {
    const source = aSource('certificate', [aCertificate('shop', startMs + 1)], {});
    const forbidden = aSource('prefix', [], {
      readAtMs: null,
      failure: { kind: 'forbidden', message: 'No.', scopes: ['byoip_prefix:read'] },
    });
    const held = new Map([source, forbidden].map((one) => [one.key, one]));
    const text = JSON.stringify(dates.saved?.write(held));
    expect(dates.saved?.read(JSON.parse(text))?.held).toEqual(held);
  });

  it('keep the rest where another version wrote a thing that is not understood', () => {
    const source = aSource('certificate', [aCertificate('shop', startMs + 1)]);
    const written = [{ ...source, things: [...source.things, { kind: 'licence', id: 'x' }] }, { key: 'broken' }];
    const read = dates.saved?.read(written)?.held;
    expect(read && thingsOf(read, 'certificate')).toHaveLength(1);
    expect(read?.size).toBe(1);
  });
});

it('keeps a change that came while the list was being read', () => {
  const before = new Map([['certificates_list', aSource('certificate', [])]]);
  const marked = outdated(before, '/v2/certificates/x', startMs + 500);
  const read = { ...aSource('certificate', []), askedAtMs: startMs + 400 };
  const fold = dates.fold as (held: typeof marked, answer: readonly (typeof read)[]) => typeof marked;
  expect(fold(marked, [read]).get('certificates_list')?.outdatedAtMs).toBe(startMs + 500);
  expect(fold(marked, [{ ...read, askedAtMs: startMs + 501 }]).get('certificates_list')?.outdatedAtMs).toBeNull();
});
