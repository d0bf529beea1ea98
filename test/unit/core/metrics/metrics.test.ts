import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../../main/core/metrics/metrics.ts';
import type { MetricRequest } from '../../../../preload/contract/metrics.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

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
const aPolicy = (more: Record<string, unknown> = {}) => ({
  uuid: 'p1',
  type: 'v1/insights/droplet/load_5',
  description: 'Load on the API',
  compare: 'GreaterThan',
  value: 4,
  window: '10m',
  entities: [],
  tags: [],
  alerts: {},
  enabled: true,
  ...more,
});

function begin(replies: Record<string, Reply> = {}) {
  const core = createCoreServices({ monitoring_list_alertPolicy: () => [], ...replies });
  const { calls } = createMetrics(core.services, () => true);
  core.dispatch(fetched('droplets', [aDroplet({ id: 101, tags: ['prod'], status: 'active' })]));
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

  it('has the limits of the policies that watch this thing: named, tagged, or about all', async () => {
    const policies = [
      aPolicy({ uuid: 'named', entities: ['101'] }),
      aPolicy({ uuid: 'tagged', tags: ['prod'], type: 'v1/insights/droplet/load_1', compare: 'LessThan' }),
      aPolicy({ uuid: 'all' }),
      aPolicy({ uuid: 'other', entities: ['102'] }),
      aPolicy({ uuid: 'other-tag', tags: ['staging'] }),
      aPolicy({ uuid: 'off', enabled: false }),
      aPolicy({ uuid: 'cpu', type: 'v1/insights/droplet/cpu' }),
      aPolicy({ uuid: 'strange', compare: 'Sideways' }),
    ];
    const { calls, asked } = begin({ ...loads, monitoring_list_alertPolicy: () => policies });
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
      },
      expect.objectContaining({ policyUuid: 'tagged', comparison: 'LessThan', line: 'load-1' }),
      expect.objectContaining({ policyUuid: 'all' }),
    ]);
    await calls.readMetric(request({ range: '6h' }));
    expect(asked().filter((id) => id === 'monitoring_list_alertPolicy')).toHaveLength(1);
  });

  it('shades since when a policy fires, as far as Buoy saw', async () => {
    const { core, calls } = begin({
      ...loads,
      monitoring_list_alertPolicy: () => [aPolicy({ uuid: 'p1' }), aPolicy({ uuid: 'p2' })],
    });
    const alert = (policyUuid: string, isFiring: boolean) => ({
      key: `${policyUuid}/101`,
      policyUuid,
      description: '',
      type: 'v1/insights/droplet/load_5',
      comparison: 'GreaterThan' as const,
      threshold: 4,
      dropletId: 101,
      value: 5,
      isFiring,
      changedAtMs: startMs - 420_000,
    });
    core.dispatch(fetched('alerts', [alert('p1', true), alert('p2', false)]));
    const read = await calls.readMetric(request());
    expect(read.ok && read.value.limits?.map(({ firingSinceMs }) => firingSinceMs)).toEqual([startMs - 420_000, null]);
  });

  it('is shown without limits when the policies cannot be read, and asks for them again', async () => {
    const forbidden = () => new Failing({ kind: 'forbidden', message: 'No.' });
    const { core, calls } = begin({ ...loads, monitoring_list_alertPolicy: forbidden });
    const read = await calls.readMetric(request());
    expect(read).toMatchObject({ ok: true, value: { limits: null } });
    core.api.answer({ monitoring_list_alertPolicy: () => [aPolicy()] });
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
