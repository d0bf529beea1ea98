import { describe, expect, it } from 'vitest';
import { planOf, standingAlerts } from '../../../../main/core/fetched/alerts.ts';
import { poll } from '../../../../main/core/pollers/poll.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { setUp } from '../../../doubles/core/one-poll.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';

const signal = new AbortController().signal;
const minuteMs = 60_000;
const failing = (kind: Failure['kind']) => new Failing({ kind, message: `It answered ${kind}.` });

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
      'autoscale-pool': null,
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

describe('what is pinned', () => {
  const balancers = ['l1', 'l2'].map((id) => ({ id, name: `front-${id}`, engine: null, tags: id === 'l2' ? ['prod'] : [] }));
  const policy = aPolicy({ type: 'v1/insights/lbaas/avg_cpu_utilization_percent', entities: [], isAboutAll: true });
  const { connection } = setUp({}, fetched('policies', policiesOf([policy], { 'load-balancer': balancers })));

  it('comes before production, droplet or not', () => {
    const pin = { connectionId: 'c1', familyId: 'loadBalancers_list', parent: {}, itemId: 'l1', key: 'l1', name: 'front-l1' };
    const orderWith = (pins: (typeof pin)[]) =>
      planOf(connection(), { isPinned: () => false, pins: () => pins, sharePerHour: 100, watching: 'usual' }).needs.map(
        ({ pairs, rank }) => [pairs[0]?.thing.name, rank],
      );
    expect(orderWith([])).toEqual([
      ['front-l2', 'prod'],
      ['front-l1', 'other'],
    ]);
    expect(orderWith([pin, { ...pin, familyId: 'vpcs_list', itemId: 'l2' }])).toEqual([
      ['front-l1', 'pinned'],
      ['front-l2', 'prod'],
    ]);
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

  it('keeps when it fired, from its first sample on the wrong side to its last, until the policy is another', async () => {
    used = 0.9;
    const { look, alert, target } = watching(onWorker);
    await look(0);
    const fromMs = alert()?.firingSinceMs ?? 0;
    await look();
    used = 0.1;
    await look();
    // The samples of the stretch say until when; what the invented answer no longer has ends where it was on the right side.
    expect(alert()?.past).toEqual([{ fromMs, toMs: expect.any(Number) }]);
    expect(alert()?.past[0]?.toMs).toBeLessThanOrEqual(startMs + 10 * minuteMs - 300_000);
    expect(alert()?.past[0]?.toMs).toBeGreaterThan(fromMs);
    await look();
    expect(alert()?.past).toHaveLength(1);
    target.dispatch(policies({ ...onWorker, value: 95 }));
    await look();
    expect(alert()?.past).toEqual([]);
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

  it('looks at first at one thing of every policy, and within the requests of a poll', async () => {
    used = 0.1;
    const many = Array.from({ length: 40 }, (_, index) => aDroplet({ id: index + 1, tags: index < 30 ? ['prod'] : [] }));
    const ofTwo = aPolicy({ uuid: 'p2', type: 'v1/insights/droplet/load_5', entities: ['39', '40'] });
    const disks = aPolicy({ uuid: 'p3', type: 'v1/insights/droplet/disk_utilization_percent', entities: [], isAboutAll: true });
    const made = watching(aPolicy({ entities: [], isAboutAll: true }), ofTwo, disks);
    const nothing = () => ({ data: { result: [] } });
    for (const metric of ['dropletLoad5Metrics', 'dropletFilesystemSizeMetrics', 'dropletFilesystemFreeMetrics'])
      made.api.answer({ [`monitoring_get_${metric}`]: nothing });
    made.target.dispatch(fetched('droplets', many));
    const perPoll = Math.ceil(made.share('alerts') / 12);
    for (let round = 0; round < 4; round += 1) expect((await made.look(0.5)).cost).toBeLessThanOrEqual(perPoll + 2);
    const tried = [...made.connection().alerts.values()].map(({ policyUuid }) => policyUuid);
    expect(new Set(tried)).toEqual(new Set(['p1', 'p2', 'p3']));
    expect(tried.filter((uuid) => uuid === 'p2')).toHaveLength(2);
  });

  it('uses few requests, however much a policy covers, and looks at all of it in turns', async () => {
    used = 0.1;
    const many = Array.from({ length: 40 }, (_, index) => aDroplet({ id: index + 1, name: `d${index}` }));
    const made = watching(aPolicy({ entities: [], isAboutAll: true }));
    made.target.dispatch(fetched('droplets', many));
    const costs: number[] = [];
    for (let round = 0; round < 48; round += 1) costs.push((await made.look()).cost);
    expect(made.share('alerts')).toBe(24);
    expect(Math.max(...costs)).toBeLessThanOrEqual(3);
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
