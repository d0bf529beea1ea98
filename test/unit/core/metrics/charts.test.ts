import { beforeAll, describe, expect, it } from 'vitest';
import { loadIndex, loadTag } from '../../../../main/core/digitalocean/catalogue/load.ts';
import type { Operation } from '../../../../main/core/digitalocean/catalogue/types.ts';
import { chartOf, charts, thingParameters } from '../../../../main/core/metrics/charts/all.ts';
import type { Series } from '../../../../main/core/metrics/matrix.ts';
import { isAboutSchema, metricCharts, metricKinds } from '../../../../preload/contract/metric-charts.ts';
import { metricWords } from '../../../../preload/contract/metric-words.ts';

/** Operations whose names begin like those of metrics, and which are none. */
const noMetrics: Record<string, string> = {
  monitoring_get_alertPolicy: 'one alert policy',
  monitoring_get_destination: 'where logs go to',
  monitoring_get_sink: 'what sends logs there',
};

/** Types of alert policies whose limits lie on no chart. */
const withoutLine: Record<string, string> = {
  'v1/insights/droplet/disk_read': 'the API has no metric of it',
  'v1/insights/droplet/disk_write': 'the API has no metric of it',
  'v1/insights/lbaas/droplet_health': 'counts targets, while the metric has each one for itself',
  'v1/droplet/autoscale_alerts/scale_up': 'tells of an event',
  'v1/droplet/autoscale_alerts/scale_down': 'tells of an event',
};

const all = metricKinds.flatMap((kind) => metricCharts[kind].map((name) => ({ kind, name, chart: chartOf(kind, name) })));
let operations: Map<string, Operation>;
beforeAll(async () => {
  const { tags } = await loadIndex();
  const loaded = await Promise.all(tags.map(({ name }) => loadTag(name)));
  operations = new Map(loaded.flatMap((tag) => tag.operations.map((operation) => [operation.id, operation])));
});

describe('the charts', () => {
  it('read every metric of the catalogue', () => {
    const metrics = [...operations.keys()].filter((id) => id.startsWith('monitoring_get_'));
    const read = new Set(all.flatMap(({ chart }) => chart?.reads.map(({ operationId }) => operationId) ?? []));
    expect(metrics.length).toBeGreaterThan(60);
    expect(metrics.filter((id) => !read.has(id)).sort()).toEqual(Object.keys(noMetrics).sort());
    expect([...read].filter((id) => !operations.has(id))).toEqual([]);
  });

  it('give each operation exactly the parameters that it needs, with values that it takes', () => {
    for (const { kind, name, chart } of all) {
      for (const { operationId, query = {} } of chart?.reads ?? []) {
        const parameters = operations.get(operationId)?.parameters ?? [];
        const given = [thingParameters[kind], 'start', 'end', ...Object.keys(query), ...(isAboutSchema(name) ? ['schema'] : [])];
        const needed = parameters.filter(({ isRequired }) => isRequired).map((parameter) => parameter.name);
        expect([operationId, given.sort()]).toEqual([operationId, needed.sort()]);
        for (const [parameter, value] of Object.entries(query)) {
          const { schema } = parameters.find((one) => one.name === parameter) ?? {};
          expect((schema as { enum?: string[] } | undefined)?.enum, `${operationId} ${parameter}`).toContain(value);
        }
      }
    }
  });

  it('have a place for the limit of every type of alert policy, or a reason', async () => {
    const types = await policyTypes();
    const placed = new Set(
      Object.values(charts).flatMap((ofKind) => Object.values(ofKind).flatMap(({ policies }) => Object.keys(policies))),
    );
    expect(types.length).toBeGreaterThan(30);
    expect(types.filter((type) => !placed.has(type)).sort()).toEqual(Object.keys(withoutLine).sort());
    expect([...placed].filter((type) => !types.includes(type))).toEqual([]);
  });

  it('have the unit in which the policies on them set their limits', () => {
    const units: Record<string, string> = {
      ' %': 'percent',
      ' Mbit/s': 'megabits-per-second',
      ' s': 'seconds',
      '': 'count',
    };
    for (const { chart } of all)
      for (const type of Object.keys(chart?.policies ?? {}))
        expect([type, chart?.unit]).toEqual([type, units[metricWords(type).unit]]);
  });
});

/** The types that an alert policy may have, by the catalogue. */
const policyTypes = async (): Promise<string[]> => [
  ...new Set(JSON.stringify(await loadTag('Monitoring')).match(/v1\/(?:insights|dbaas|droplet)\/[\w/]+/g) ?? []),
];

const series = (labels: Record<string, string>, ...values: number[]): Series => ({
  labels,
  samples: values.map((value, index) => ({ atMs: index * 60_000, value })),
});
const told = (kind: 'droplet' | 'load-balancer' | 'app', name: string, ...answers: Series[][]) =>
  chartOf(kind, name)
    ?.lines(answers)
    .map(({ line, detail, samples }) => [line, detail, samples.at(-1)?.value]);

describe('the lines of a chart', () => {
  it('are the modes of the processors without the idle one, from which the use follows', () => {
    const modes = [series({ mode: 'idle' }, 0, 30), series({ mode: 'user' }, 0, 20), series({ mode: 'steal' }, 0, 10)];
    expect(told('droplet', 'cpu', modes)).toEqual([['used', null, 50]]);
    expect(told('droplet', 'cpu-modes', modes)).toEqual([
      ['mode', 'user', expect.closeTo(33.3, 1)],
      ['mode', 'steal', expect.closeTo(16.7, 1)],
    ]);
  });

  it('are one for each file system, named by where it is mounted', () => {
    const [root, data] = [
      { mountpoint: '/', device: '/dev/vda1' },
      { mountpoint: '/mnt/data', device: '/dev/sda' },
    ];
    const sizes = [series(root, 100), series(data, 1000)];
    const frees = [series(root, 25), series(data, 900)];
    expect(told('droplet', 'disk', sizes, frees)).toEqual([
      ['used', '/', 75],
      ['used', '/mnt/data', 10],
    ]);
    expect(told('droplet', 'disk-free', frees)).toEqual([
      ['free', '/', 25],
      ['free', '/mnt/data', 900],
    ]);
  });

  it('are what memory is used for', () => {
    const of = (value: number) => [series({ host_id: '1' }, value)];
    expect(told('droplet', 'memory', of(1000), of(400))).toEqual([['used', null, 60]]);
    expect(told('droplet', 'memory-parts', of(1000), of(400), of(300), of(100))).toEqual([
      ['used', null, 600],
      ['cached', null, 300],
      ['free', null, 100],
      ['total', null, 1000],
    ]);
  });

  it('are the codes of answers, and how much of a limit is in use', () => {
    const codes = [series({ code: '2xx', lb_id: 'a' }, 12), series({ code: '5xx', lb_id: 'a' }, 1)];
    expect(told('load-balancer', 'responses', codes)).toEqual([
      ['code', '2xx', 12],
      ['code', '5xx', 1],
    ]);
    expect(told('load-balancer', 'connection-use', [series({}, 250)], [series({}, 10_000)])).toEqual([['used', null, 2.5]]);
  });

  it('are told apart by whatever label differs where the expected one is missing', () => {
    const parts = [series({ app_id: 'a', part: 'web', node: '1' }, 5), series({ app_id: 'a', part: 'worker', node: '1' }, 7)];
    expect(told('app', 'cpu', parts)).toEqual([
      ['component', 'web', 5],
      ['component', 'worker', 7],
    ]);
    expect(told('app', 'cpu', [series({ app_id: 'a' }, 5)])).toEqual([['component', null, 5]]);
  });

  it('are none for a thing that sends nothing', () => {
    for (const { chart } of all) expect(chart?.lines(chart.reads.map(() => []))).toEqual([]);
  });
});
