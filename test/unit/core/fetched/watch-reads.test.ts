import { describe, expect, it } from 'vitest';
import { standingAlerts } from '../../../../main/core/fetched/alerts.ts';
import { shareOf } from '../../../../main/core/pollers/intervals.ts';
import { type PollTarget, poll } from '../../../../main/core/pollers/poll.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { reduce } from '../../../../main/core/state/reduce.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { createFakeApi, Failing, type Reply, type SeenCall } from '../../../doubles/core/fake-api.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { aCheck, aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';

const signal = new AbortController().signal;
const minuteMs = 60_000;
const failing = (kind: Failure['kind']) => new Failing({ kind, message: `It answered ${kind}.` });

function setUp(replies: Record<string, Reply>, ...events: StateEvent[]) {
  const api = createFakeApi(replies);
  const clock = createFakeClock(startMs);
  let state = fold(
    loadedState(),
    fetched('droplets', [aDroplet({ id: 1, name: 'web-01' }), aDroplet({ id: 2, name: 'worker-02', tags: ['jobs'] })]),
    ...events,
  );
  const target: PollTarget = {
    connectionId: 'c1',
    api,
    clock,
    state: () => state,
    isRefused: async () => false,
    dispatch: (event) => {
      state = reduce(state, event);
    },
  };
  return {
    api,
    clock,
    target,
    connection: () => connectionIn(state),
    share: (what: 'uptime' | 'alerts') => shareOf(state, connectionIn(state), what),
    asked: () => api.seen.map((call) => call.operationId),
  };
}

describe('the poll of uptime checks', () => {
  it('lists them without their states, and skips items that are none', async () => {
    const raw = { id: 'a', name: 'shop', type: 'https', target: 'https://shop.example.com', enabled: true };
    const { target, connection, asked } = setUp({ uptime_list_checks: () => [raw, { name: 'nobody' }, null] });
    expect(await poll(target, 'checks', signal)).toEqual({ failure: null, cost: 1 });
    expect(asked()).toEqual(['uptime_list_checks']);
    expect([...connection().checks.keys()]).toEqual(['a']);
  });
});

describe('the poll of their states', () => {
  const checks = (...ids: string[]) =>
    fetched(
      'checks',
      ids.map((id) => aCheck({ id, name: `check ${id}` })),
    );
  const state = (regions: Record<string, string>, previous_outage?: object) => ({
    state: {
      regions: Object.fromEntries(
        Object.entries(regions).map(([name, status], index) => [
          name,
          { status, status_changed_at: `2026-11-23T14:0${index}:00Z`, thirty_day_uptime_percentage: 99.9 },
        ]),
      ),
      ...(previous_outage ? { previous_outage } : {}),
    },
  });
  const looked = (made: ReturnType<typeof setUp>, from: number) =>
    made.api.seen.slice(from).map(({ args }) => args.path?.check_id);

  it.each<[string, Record<string, string>, string, string[], string | null]>([
    ['up everywhere, since the last region saw it', { us_east: 'UP', eu_west: 'UP' }, 'up', [], '2026-11-23T14:01:00Z'],
    ['down in one region', { us_east: 'UP', eu_west: 'DOWN' }, 'down', ['eu_west'], '2026-11-23T14:01:00Z'],
    [
      'down in two, since the first saw it',
      { us_east: 'DOWN', eu_west: 'DOWN' },
      'down',
      ['us_east', 'eu_west'],
      '2026-11-23T14:00:00Z',
    ],
    ['being checked', { us_east: 'CHECKING' }, 'unknown', [], '2026-11-23T14:00:00Z'],
    ['without a region', {}, 'unknown', [], null],
  ])('reads a check that is %s', async (_case, regions, status, downIn, since) => {
    const { target, connection } = setUp({ uptime_get_checkState: () => state(regions) }, checks('a'));
    expect(await poll(target, 'uptime', signal)).toEqual({ failure: null, cost: 1 });
    const changedAtMs = since === null ? null : Date.parse(since);
    expect(connection().uptime.get('a')).toMatchObject({ status, downIn, changedAtMs, lookedAtMs: startMs });
    expect(
      connection()
        .uptime.get('a')
        ?.regions.map(({ region }) => region),
    ).toEqual(Object.keys(regions));
  });

  it('asks nothing before the checks are known, and says nothing of them', async () => {
    const { target, connection, asked } = setUp({});
    expect(await poll(target, 'uptime', signal)).toEqual({ failure: null, cost: 0 });
    expect([asked(), connection().fetches.uptime]).toMatchObject([[], { fetchedAtMs: null, isFetching: false, failure: null }]);
  });

  it('does not ask for disabled checks, and their days say that nobody looked', async () => {
    const made = setUp({ uptime_get_checkState: () => state({ eu_west: 'UP' }) }, checks('a'));
    await poll(made.target, 'uptime', signal);
    made.target.dispatch(fetched('checks', [aCheck({ id: 'a', isEnabled: false })]));
    await made.clock.advance(10 * minuteMs);
    await poll(made.target, 'uptime', signal);
    expect(made.asked()).toEqual(['uptime_get_checkState']);
    const days = [{ day: '2026-11-23', upSeconds: 480, downSeconds: 0, unknownSeconds: 600 }];
    expect(made.connection().uptime.get('a')).toMatchObject({ isEnabled: false, status: 'unknown', days });
  });

  it('looks at every one of 60 in turns, within its share, and again at those that are down', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const made = setUp(
      { uptime_get_checkState: ({ args }: SeenCall) => state({ eu_west: args.path?.check_id === 'c7' ? 'DOWN' : 'UP' }) },
      checks(...ids),
    );
    const costs: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      costs.push((await poll(made.target, 'uptime', signal)).cost);
      await made.clock.advance(5 * minuteMs);
    }
    const share = made.share('uptime');
    expect(share).toBe(420);
    // A sixth of the share at first, so that what was never looked at is soon.
    expect([costs[0], Math.max(...costs.slice(1))]).toEqual([60, 35]);
    expect([...made.connection().uptime.values()].every(({ lookedAtMs }) => lookedAtMs !== null)).toBe(true);
    const times = Map.groupBy(looked(made, 0), (id) => id);
    expect(times.get('c7')?.length).toBe(12);
    expect(Math.min(...ids.map((id) => times.get(id)?.length ?? 0))).toBeGreaterThanOrEqual(6);
  });

  it('keeps the last state of a check that cannot be read this time, and fails if none can be', async () => {
    let broken = new Set<unknown>();
    const made = setUp(
      {
        uptime_get_checkState: ({ args }: SeenCall) =>
          broken.has(args.path?.check_id) ? failing('server-error') : state({ us_east: 'UP' }),
      },
      checks('a', 'b'),
    );
    await poll(made.target, 'uptime', signal);
    broken = new Set(['a']);
    await made.clock.advance(5 * minuteMs);
    expect((await poll(made.target, 'uptime', signal)).failure).toBeNull();
    expect(made.connection().uptime.get('a')).toMatchObject({
      status: 'up',
      lookedAtMs: startMs,
      triedAtMs: startMs + 5 * minuteMs,
    });
    broken = new Set(['a', 'b']);
    await made.clock.advance(5 * minuteMs);
    expect((await poll(made.target, 'uptime', signal)).failure?.kind).toBe('server-error');
    expect(made.connection().uptime.get('b')?.status).toBe('up');
  });

  it('forgets a check that is gone, and counts how often one went down', async () => {
    let status = 'UP';
    const made = setUp({ uptime_get_checkState: () => state({ eu_west: status }) }, checks('a', 'b'));
    for (const next of ['UP', 'DOWN', 'UP', 'DOWN']) {
      status = next;
      await poll(made.target, 'uptime', signal);
      await made.clock.advance(5 * minuteMs);
    }
    expect(made.connection().uptime.get('a')?.flaps.atMs).toEqual([5, 15].map((minute) => startMs + minute * minuteMs));
    made.target.dispatch(checks('b'));
    await poll(made.target, 'uptime', signal);
    expect([...made.connection().uptime.keys()]).toEqual(['b']);
  });

  it('adds the days up from look to look, with an outage that nobody saw', async () => {
    let answer = state({ eu_west: 'UP' });
    const made = setUp({ uptime_get_checkState: () => answer }, checks('a'));
    await poll(made.target, 'uptime', signal);
    await made.clock.advance(20 * minuteMs);
    const at = (minute: number) => new Date(startMs + minute * minuteMs).toISOString();
    answer = state({}, { region: 'eu_west', started_at: at(5), ended_at: at(9), duration_seconds: 240 });
    answer.state.regions = { eu_west: { status: 'UP', status_changed_at: at(9), thirty_day_uptime_percentage: 99 } };
    await poll(made.target, 'uptime', signal);
    expect(made.connection().uptime.get('a')).toMatchObject({
      days: [{ day: '2026-11-23', upSeconds: 1440, downSeconds: 240, unknownSeconds: 0 }],
      previousOutage: { region: 'eu_west', startedAtMs: startMs + 5 * minuteMs },
    });
  });
});

describe('the poll of alert policies', () => {
  const wire = (fields = {}) => ({
    uuid: 'p1',
    type: 'v1/insights/droplet/cpu',
    description: 'Hot',
    compare: 'GreaterThan',
    value: 80,
    window: '5m',
    entities: ['1'],
    tags: [],
    enabled: true,
    alerts: {},
    ...fields,
  });
  const database = wire({ uuid: 'p2', type: 'v1/dbaas/alerts/cpu_alerts', entities: [] });

  it('is one request while they are about droplets', async () => {
    const { target, asked, connection } = setUp({
      monitoring_list_alertPolicy: () => [wire(), wire({ entities: [1], uuid: 'p3' })],
    });
    expect(await poll(target, 'policies', signal)).toEqual({ failure: null, cost: 1 });
    expect(asked()).toEqual(['monitoring_list_alertPolicy']);
    expect(connection().policies.all.map(({ entities }) => entities)).toEqual([['1'], ['1']]);
  });

  it('asks for the names of other things only where some policy is about them', async () => {
    const { target, asked, connection } = setUp({
      monitoring_list_alertPolicy: () => [
        wire(),
        database,
        wire({ uuid: 'p4', type: 'v1/insights/lbaas/droplet_health', enabled: false }),
      ],
      databases_list_clusters: () => [{ id: 'd1', name: 'db-main', engine: 'mysql', tags: ['prod'] }],
    });
    expect((await poll(target, 'policies', signal)).cost).toBe(2);
    expect(asked()).toEqual(['monitoring_list_alertPolicy', 'databases_list_clusters']);
    expect(connection().policies.others).toEqual({
      'load-balancer': null,
      database: [{ id: 'd1', name: 'db-main', engine: 'mysql', tags: ['prod'] }],
      pool: null,
    });
  });

  it('keeps what it knew of them when they cannot be read, unless that is forbidden', async () => {
    let reply: Reply = () => [{ id: 'd1', name: 'db-main', engine: 'mysql', tags: [] }];
    const { target, connection } = setUp({
      monitoring_list_alertPolicy: () => [database],
      databases_list_clusters: (call) => reply(call),
    });
    await poll(target, 'policies', signal);
    reply = () => failing('server-error');
    expect((await poll(target, 'policies', signal)).failure).toBeNull();
    expect(connection().policies.others.database).toHaveLength(1);
    reply = () => failing('forbidden');
    await poll(target, 'policies', signal);
    expect(connection().policies.others.database).toBeNull();
  });
});

describe('the poll of metrics', () => {
  const policies = (...all: ReturnType<typeof aPolicy>[]) => fetched('policies', policiesOf(all));
  const onWorker = aPolicy({ entities: ['2'] });
  let used = 0.9;

  /** Counters that grew by that part of each minute, up to now, as far back as was asked for. */
  function cpu(now: () => number): Reply {
    return ({ args }) => {
      const start = Number(args.query?.start);
      const end = Math.min(Number(args.query?.end), now() / 1000);
      const minutes = Array.from({ length: Math.floor((end - start) / 60) + 1 }, (_, index) => end - index * 60).reverse();
      const line = (mode: string, part: number) => ({
        metric: { mode },
        values: minutes.map((seconds, index) => [seconds, String(index * 60 * part)]),
      });
      return { data: { result: [line('idle', 1 - used), line('user', used)] } };
    };
  }
  function watching(...all: ReturnType<typeof aPolicy>[]) {
    const made = setUp({}, policies(...all));
    made.api.answer({ monitoring_get_DropletCpuMetrics: cpu(made.clock.now) });
    const look = async (minutes = 5) => {
      await made.clock.advance(minutes * minuteMs);
      return poll(made.target, 'alerts', signal);
    };
    return { ...made, look, alert: (key = 'p1/2') => made.connection().alerts.get(key) };
  }

  it('fires over the limit, says since when, and clears when it is below it again', async () => {
    used = 0.9;
    const { look, alert, api } = watching(onWorker);
    expect(await look(0)).toEqual({ failure: null, cost: 1 });
    expect(alert()).toMatchObject({
      judgement: 'firing',
      latest: { atMs: startMs },
      changedAtMs: startMs,
      thing: { kind: 'droplet', id: '2', name: 'worker-02' },
    });
    expect(alert()?.latest?.value).toBeCloseTo(90);
    expect(api.seen[0]?.args.query).toEqual({ host_id: '2', start: String(startMs / 1000 - 900), end: String(startMs / 1000) });
    await look();
    expect(alert()?.changedAtMs).toBe(startMs);
    used = 0.1;
    await look();
    expect(alert()).toMatchObject({ judgement: 'fine', firingSinceMs: null, changedAtMs: startMs + 10 * minuteMs });
  });

  it('asks once for several policies about the same metric of a droplet', async () => {
    used = 0.9;
    const { look, alert, api } = watching(onWorker, aPolicy({ uuid: 'p2', value: 95, windowMinutes: 30, entities: ['2'] }));
    await look(0);
    expect(api.seen).toHaveLength(1);
    expect([alert()?.judgement, alert('p2/2')?.judgement]).toEqual(['firing', 'fine']);
  });

  it('asks only now and then for what is steady, such as the size of a disk', async () => {
    const type = 'v1/insights/droplet/disk_utilization_percent';
    const made = watching(aPolicy({ type, value: 50, entities: ['2'] }));
    const line =
      (value: number): Reply =>
      ({ args }) => {
        const end = Number(args.query?.end);
        const values = Array.from({ length: 16 }, (_, index) => [end - (15 - index) * 60, String(value)]);
        return { data: { result: [{ metric: { mountpoint: '/' }, values }] } };
      };
    made.api.answer({
      monitoring_get_dropletFilesystemSizeMetrics: line(100),
      monitoring_get_dropletFilesystemFreeMetrics: line(40),
    });
    expect((await made.look(0)).cost).toBe(2);
    expect((await made.look()).cost).toBe(1);
    expect(made.alert()).toMatchObject({ judgement: 'firing', latest: { value: 60 } });
    // It was resized, so its disk is another one.
    made.target.dispatch(fetched('droplets', [aDroplet({ id: 2, name: 'worker-02', sizeSlug: 's-8vcpu-16gb' })]));
    made.api.answer({
      monitoring_get_dropletFilesystemSizeMetrics: line(200),
      monitoring_get_dropletFilesystemFreeMetrics: line(140),
    });
    expect((await made.look()).cost).toBe(2);
    expect(made.alert()?.latest?.value).toBe(30);
    await made.clock.advance(7 * 3_600_000);
    expect((await made.look()).cost).toBe(2);
  });

  it('judges anew what the person changed', async () => {
    used = 0.9;
    const { look, alert, target } = watching(onWorker);
    await look(0);
    target.dispatch(policies({ ...onWorker, value: 95 }));
    await look();
    expect(alert()).toMatchObject({ judgement: 'fine', threshold: 95 });
  });

  it('drops what was judged when the policy or the thing goes', async () => {
    used = 0.9;
    const { look, connection, target } = watching(onWorker, aPolicy({ uuid: 'p2', entities: ['1'] }));
    await look(0);
    expect(standingAlerts(connection())).toHaveLength(2);
    target.dispatch(policies(onWorker));
    expect(standingAlerts(connection()).map(({ key }) => key)).toEqual(['p1/2']);
    target.dispatch(fetched('droplets', [aDroplet({ id: 1 })]));
    expect(standingAlerts(connection())).toEqual([]);
    await look();
    expect(connection().alerts.size).toBe(0);
  });

  it('does not clear what it cannot read, until that is too long ago', async () => {
    used = 0.9;
    const { look, alert, api } = watching(onWorker);
    await look(0);
    api.answer({ monitoring_get_DropletCpuMetrics: () => failing('server-error') });
    expect((await look()).failure?.kind).toBe('server-error');
    expect(alert()?.judgement).toBe('firing');
    // Another thing can be read, so the poll as a whole goes on.
    const { api: other, look: lookAgain, alert: again } = watching(onWorker, aPolicy({ uuid: 'p2', entities: ['1'] }));
    await lookAgain(0);
    const reply = cpu(() => startMs + 40 * minuteMs);
    other.answer({
      monitoring_get_DropletCpuMetrics: (call) => (call.args.query?.host_id === '2' ? failing('not-found') : reply(call)),
    });
    await lookAgain(20);
    expect(again()).toMatchObject({ judgement: 'firing', lookedAtMs: startMs });
    await lookAgain(20);
    expect(again()).toMatchObject({ judgement: 'unknown', lookedAtMs: startMs, triedAtMs: startMs + 40 * minuteMs });
  });

  it('fails as a bad answer when that is no matrix', async () => {
    const { look, api } = watching(onWorker);
    api.answer({ monitoring_get_DropletCpuMetrics: () => ({ data: {} }) });
    expect((await look(0)).failure).toMatchObject({ kind: 'bad-answer' });
  });

  it('neither fires nor is fine without samples', async () => {
    const { look, alert, api } = watching(onWorker);
    api.answer({ monitoring_get_DropletCpuMetrics: () => ({ data: { result: [] } }) });
    await look(0);
    expect(alert()).toMatchObject({ judgement: 'unknown', latest: null, firingSinceMs: null });
  });

  it('uses few requests, however much a policy covers, and looks at all of it in turns', async () => {
    used = 0.1;
    const many = Array.from({ length: 40 }, (_, index) => aDroplet({ id: index + 1, name: `d${index}` }));
    const made = watching(aPolicy({ entities: [], isAboutAll: true }));
    made.target.dispatch(fetched('droplets', many));
    const costs: number[] = [];
    for (let round = 0; round < 48; round += 1) costs.push((await made.look()).cost);
    expect(made.share('alerts')).toBe(24);
    expect(Math.max(...costs)).toBeLessThanOrEqual(5);
    expect(made.connection().alerts.size).toBe(40);
  });

  it.each([
    ['an hour ahead', 60],
    ['an hour behind', -60],
  ])('does not fire by a clock that is %s, and knows its difference at the next look', async (_case, minutes) => {
    used = 0.9;
    const made = watching(onWorker);
    // DigitalOcean's clock says another time than this machine's.
    const theirs = () => made.clock.now() - minutes * minuteMs;
    const reply = cpu(theirs);
    made.api.call = async (operationId, args = {}, options = {}) => {
      made.api.seen.push({ operationId, args, options, isListing: false });
      const headers = { date: new Date(theirs()).toUTCString() };
      const body = (await reply({ operationId, args, options, isListing: false })) as never;
      return { ok: true, value: { status: 200, headers, mediaType: null, body, attempts: 1, durationMs: 1, warnings: [] } };
    };
    await made.look(0);
    expect(made.alert()).toMatchObject({ judgement: 'unknown', aheadMs: minutes * minuteMs });
    await made.look();
    expect(made.api.seen.at(-1)?.args.query?.end).toBe(String(Math.floor(theirs() / 1000)));
    expect(made.alert()?.judgement).toBe('firing');
  });
});
