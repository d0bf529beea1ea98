import { describe, expect, it } from 'vitest';
import type { AlertPolicy } from '../../../../main/core/digitalocean/resources/alert-policies.ts';
import { createMetrics } from '../../../../main/core/metrics/metrics.ts';
import type { MetricRequest } from '../../../../preload/contract/metrics.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { anAlert, aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';

const request = (more: Partial<MetricRequest> = {}): MetricRequest => ({
  requestId: 'r1',
  connectionId: 'c1',
  kind: 'droplet',
  thingId: '101',
  chart: 'load',
  range: '1h',
  ...more,
});

const nowSeconds = startMs / 1000;
const answer = (...series: [labels: Record<string, string>, ...values: string[]][]) => ({
  data: {
    resultType: 'matrix',
    result: series.map(([metric, ...values]) => ({
      metric,
      values: values.map((value, index) => [nowSeconds - 60 * (values.length - index), value]),
    })),
  },
});
const onLoad = (more: Partial<AlertPolicy> = {}) =>
  aPolicy({
    type: 'v1/insights/droplet/load_5',
    description: 'Load on the API',
    value: 4,
    windowMinutes: 10,
    entities: [],
    isAboutAll: true,
    ...more,
  });

function begin(replies: Record<string, Reply> = {}, policies: readonly AlertPolicy[] = []) {
  const core = createCoreServices(replies);
  const { calls } = createMetrics(core.services, () => true);
  core.dispatch(fetched('droplets', [aDroplet({ id: 101, tags: ['prod'], status: 'active' })]));
  core.dispatch(fetched('policies', policiesOf(policies)));
  return { core, calls, asked: () => core.api.seen.map(({ operationId }) => operationId) };
}

const loads: Record<string, Reply> = {
  monitoring_get_dropletLoad1Metrics: () => answer([{ host_id: '101' }, '1', '2', 'NaN', '4']),
  monitoring_get_dropletLoad5Metrics: () => answer([{ host_id: '101' }, '1', '1', '1', '1.5']),
  monitoring_get_dropletLoad15Metrics: () => answer(),
};

describe('a chart', () => {
  it('has its lines at shared moments, in the lane of a person', async () => {
    const { core, calls } = begin(loads);
    const read = await calls.readMetric(request());
    expect(read).toMatchObject({
      ok: true,
      value: {
        unit: 'count',
        startMs: startMs - 3_600_000,
        endMs: startMs,
        fromMs: startMs - 240_000,
        stepMs: 60_000,
        lines: [
          { line: 'load-1', detail: null, values: [1, 2, null, 4] },
          { line: 'load-5', detail: null, values: [1, 1, 1, 1.5] },
        ],
        sampledAtMs: startMs - 60_000,
        freshUntilMs: startMs + 60_000,
        limits: [],
      },
    });
    expect(new Set(core.api.seen.map(({ options }) => options.lane))).toEqual(new Set(['command']));
  });

  it('has the limits of the policies that watch this thing: named, tagged, or about all, without asking for them', async () => {
    const isAboutAll = false;
    const { calls, asked } = begin(loads, [
      onLoad({ uuid: 'named', isAboutAll, entities: ['101'] }),
      onLoad({ uuid: 'tagged', isAboutAll, tags: ['prod'], type: 'v1/insights/droplet/load_1', compare: 'LessThan' }),
      onLoad({ uuid: 'all' }),
      onLoad({ uuid: 'other', isAboutAll, entities: ['102'] }),
      onLoad({ uuid: 'other-tag', isAboutAll, tags: ['staging'] }),
      onLoad({ uuid: 'off', isEnabled: false }),
      onLoad({ uuid: 'cpu', type: 'v1/insights/droplet/cpu' }),
      onLoad({ uuid: 'strange', compare: 'unknown', compareRaw: 'Sideways' }),
    ]);
    const read = await calls.readMetric(request());
    expect(read.ok && read.value.limits).toEqual([
      {
        policyUuid: 'named',
        description: 'Load on the API',
        comparison: 'GreaterThan',
        value: 4,
        windowMinutes: 10,
        line: 'load-5',
        firingSinceMs: null,
        fired: [],
      },
      expect.objectContaining({ policyUuid: 'tagged', comparison: 'LessThan', line: 'load-1' }),
      expect.objectContaining({ policyUuid: 'all' }),
    ]);
    expect(asked()).toEqual(Object.keys(loads));
  });

  it('has the limits of policies that name a load balancer by its tag', async () => {
    const { core, calls } = begin({ monitoring_get_lb_frontend_cpu_utilization: () => answer([{}, '10', '20']) });
    const policy = onLoad({ type: 'v1/insights/lbaas/avg_cpu_utilization_percent', isAboutAll: false, tags: ['edge'] });
    const balancer = { id: 'lb1', name: 'front', tags: ['edge'], engine: null };
    core.dispatch(fetched('policies', policiesOf([policy], { 'load-balancer': [balancer] })));
    const limitsFor = async (thingId: string) => {
      const read = await calls.readMetric(request({ kind: 'load-balancer', chart: 'cpu', thingId }));
      return read.ok && read.value.limits?.map(({ policyUuid }) => policyUuid);
    };
    expect([await limitsFor('lb1'), await limitsFor('lb2')]).toEqual([['p1'], []]);
  });

  it('shades when a policy fired before, by the samples that it draws', async () => {
    const values = ['1', '1', ...Array(12).fill('9'), ...Array(8).fill('1')];
    const five = Object.fromEntries(Object.keys(loads).map((id) => [id, () => answer([{}, ...values])]));
    const { calls } = begin(five, [onLoad({ uuid: 'p1' }), onLoad({ uuid: 'p2', value: 20 })]);
    const read = await calls.readMetric(request());
    const [first, second] = (read.ok && read.value.limits) || [];
    expect(first?.fired.map(({ fromMs, toMs }) => (toMs - fromMs) / 60_000)).toEqual([11]);
    expect(second?.fired).toEqual([]);
  });

  it('shades when the watcher saw it fire within the chart, which its samples may be too coarse for', async () => {
    const { core, calls } = begin(loads, [onLoad({ uuid: 'p1' })]);
    const minuteMs = 60_000;
    const at = (fromMinutes: number, toMinutes: number) => ({
      fromMs: startMs - fromMinutes * minuteMs,
      toMs: startMs - toMinutes * minuteMs,
    });
    const past = [at(90, 80), at(50, 44), at(30, 29)];
    core.dispatch(fetched('alerts', [anAlert({ key: 'p1/101', policyUuid: 'p1', past })]));
    const read = await calls.readMetric(request({ range: '1h' }));
    expect(read.ok && read.value.limits?.[0]?.fired).toEqual([at(50, 44), at(30, 29)]);
  });

  it('shades since when a policy fires, as the watcher judged it, at once when that changes', async () => {
    const { core, calls, asked } = begin(loads, [onLoad({ uuid: 'p1' }), onLoad({ uuid: 'p2' })]);
    const sinceMs = startMs - 420_000;
    const shaded = async () => {
      const read = await calls.readMetric(request());
      return read.ok && read.value.limits?.map(({ firingSinceMs }) => firingSinceMs);
    };
    core.dispatch(
      fetched('alerts', [
        anAlert({ key: 'p1/101', policyUuid: 'p1', judgement: 'firing', firingSinceMs: sinceMs }),
        anAlert({ key: 'p2/101', policyUuid: 'p2' }),
      ]),
    );
    expect(await shaded()).toEqual([sinceMs, null]);
    core.dispatch(fetched('alerts', [anAlert({ key: 'p1/101', policyUuid: 'p1' })]));
    expect(await shaded()).toEqual([null, null]);
    expect(asked()).toHaveLength(3);
  });

  it('is shown without limits until the policies were read', async () => {
    const core = createCoreServices(loads);
    const { calls } = createMetrics(core.services, () => true);
    expect(await calls.readMetric(request())).toMatchObject({ ok: true, value: { limits: null } });
    core.dispatch(fetched('policies', policiesOf([onLoad()])));
    expect(await calls.readMetric(request())).toMatchObject({ ok: true, value: { limits: [{ policyUuid: 'p1' }] } });
  });

  it('has no lines for a thing that sends nothing, and says why it cannot be read', async () => {
    const nothing = Object.fromEntries(Object.keys(loads).map((id) => [id, () => answer()]));
    expect(await begin(nothing).calls.readMetric(request())).toMatchObject({ ok: true, value: { lines: [], sampledAtMs: null } });
    const failing = { ...loads, monitoring_get_dropletLoad5Metrics: () => new Failing({ kind: 'server-error', message: 'No.' }) };
    expect(await begin(failing).calls.readMetric(request())).toMatchObject({ ok: false, failure: { kind: 'server-error' } });
  });

  it('names the schema in every read of a chart about one, and refuses what does not exist', async () => {
    const { core, calls } = begin({ monitoring_get_database_mysql_schema_latency: () => answer([{}, '0.1', '0.2']) });
    const schema = request({ kind: 'database', thingId: 'db1', chart: 'schema-latency', schema: 'shop' });
    expect(await calls.readMetric(schema)).toMatchObject({ ok: true, value: { unit: 'seconds' } });
    expect(core.api.seen.map(({ args }) => [args.query?.db_id, args.query?.schema, args.query?.metric])).toEqual(
      ['fetch', 'insert', 'update', 'delete'].map((metric) => ['db1', 'shop', metric]),
    );
    const refused = { ok: false, failure: { kind: 'invalid-arguments', field: 'chart' } };
    const { schema: _schema, ...without } = schema;
    expect(await calls.readMetric(without)).toMatchObject(refused);
    expect(await calls.readMetric(request({ schema: 'shop' }))).toMatchObject(refused);
    expect(await calls.readMetric(request({ chart: 'session-length' }))).toMatchObject(refused);
    expect(await calls.readMetric(request({ chart: 'toString' }))).toMatchObject(refused);
  });

  it('is abandoned when it goes away, and its requests with it', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const hanging: Reply = ({ options }) => {
      signals.push(options.signal);
      return new Promise(() => {});
    };
    const { calls } = begin(Object.fromEntries(Object.keys(loads).map((id) => [id, hanging])));
    const waiting = calls.readMetric(request());
    await settle();
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false, false]);
    await calls.cancelMetric({ requestId: 'r1' });
    expect(await waiting).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true]);
  });
});
