import { describe, expect, it } from 'vitest';
import { findOperation } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { charts, thingParameters } from '../../../../main/core/metrics/charts/all.ts';
import type { Series } from '../../../../main/core/metrics/matrix.ts';
import { policyTypeOf, policyTypes } from '../../../../main/core/watching/policy-metrics.ts';
import { metricWords } from '../../../../preload/contract/metric-words.ts';

const line = (labels: Record<string, string>, ...values: number[]): Series => ({
  labels,
  samples: values.map((value, index) => ({ atMs: index * 60_000, value })),
});
const valuesOf = (type: string, ...answers: Series[][]) => {
  const metric = policyTypeOf(type)?.metric;
  if (metric === undefined || metric === 'none') throw new Error(`${type} has no metric`);
  return metric.values(answers).map(({ value }) => Math.round(value * 1000) / 1000);
};

/** The types as the catalogue has them. */
async function specifiedTypes(): Promise<string[]> {
  const { schemas } = await findOperation('monitoring_create_alertPolicy');
  return JSON.stringify(schemas).match(/v1\/[a-z]+\/[a-z_]+\/[a-z0-9_]+/g) ?? [];
}

describe('the table of policy types', () => {
  it('has every type of the API, and no other', async () => {
    const types = new Set(await specifiedTypes());
    expect(types.size).toBe(36);
    expect(new Set(Object.keys(policyTypes))).toEqual(types);
  });

  it('reads metrics that the API has, by parameters that they take', async () => {
    for (const [type, { thing, metric }] of Object.entries(policyTypes)) {
      if (metric === 'none') continue;
      for (const { operationId, query } of metric.reads) {
        const { operation } = await findOperation(operationId);
        const known = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
        const sent = [thingParameters[thing], 'start', 'end', ...Object.keys(query ?? {})];
        expect([type, known.toSorted()]).toEqual([type, sent.toSorted()]);
      }
    }
  });

  it('has a name for each', () => {
    for (const type of Object.keys(policyTypes)) expect(metricWords(type).name).not.toMatch(/[/_]/);
  });

  it('says that these have no metric', () => {
    const without = Object.entries(policyTypes).flatMap(([type, { metric }]) =>
      metric === 'none' ? [type.split('/').at(-1)] : [],
    );
    expect(without).toEqual(['disk_read', 'disk_write', 'droplet_health', 'scale_up', 'scale_down']);
    expect(policyTypeOf('v1/insights/app/cpu')).toBeNull();
  });
});

describe('what a policy compares', () => {
  it('CPU: what idle leaves of all modes', () => {
    const modes = [line({ mode: 'idle' }, 1000, 1009, 1012), line({ mode: 'user' }, 500, 580, 677)];
    expect(valuesOf('v1/insights/droplet/cpu', modes)).toEqual([89.888, 97]);
  });

  it('memory: what is not available of it all', () => {
    expect(valuesOf('v1/insights/droplet/memory_utilization_percent', [line({}, 8, 8)], [line({}, 2, 1)])).toEqual([75, 87.5]);
  });

  it('disk: the one at the root, also where another is fuller', () => {
    const sizes = [line({ mountpoint: '/data' }, 100), line({ mountpoint: '/' }, 50)];
    const frees = [line({ mountpoint: '/' }, 20), line({ mountpoint: '/data' }, 5)];
    expect(valuesOf('v1/insights/droplet/disk_utilization_percent', sizes, frees)).toEqual([60]);
    const [data] = sizes;
    expect(valuesOf('v1/insights/droplet/disk_utilization_percent', data ? [data] : [], frees)).toEqual([95]);
  });

  it('connections of a load balancer: those of all nodes, of what all of them allow', () => {
    const type = 'v1/insights/lbaas/connection_utilization_percent';
    expect(
      valuesOf(type, [line({ node: '1' }, 100), line({ node: '2' }, 100)], [line({ node: '1' }, 10), line({ node: '2' }, 30)]),
    ).toEqual([20]);
  });

  it('errors of a load balancer: how many in five minutes, whatever label has the code', () => {
    const type = 'v1/insights/lbaas/increase_in_http_error_rate_count_5xx';
    const answers = [line({ code: '2xx' }, ...Array(6).fill(9)), line({ code: '5xx' }, 0, 0, 1, 1, 1, 1)];
    expect(valuesOf(type, answers)).toEqual([180, 240]);
    expect(valuesOf(type, [line({ status: '200' }, ...Array(6).fill(9))])).toEqual([0, 0]);
    expect(valuesOf(type, [])).toEqual([]);
  });

  it('errors of a load balancer: by how many percent more than in the five minutes before', () => {
    const type = 'v1/insights/lbaas/increase_in_http_error_rate_percentage_4xx';
    expect(valuesOf(type, [line({ code: '404' }, ...Array(5).fill(2), ...Array(5).fill(3))])).toEqual([50]);
    expect(valuesOf(type, [line({ code: '404' }, ...Array(5).fill(0), ...Array(5).fill(3))])).toEqual([]);
    expect(valuesOf(type, [line({ code: '404' }, ...Array(10).fill(0))])).toEqual([0]);
  });

  it('the average where there are several lines, at moments that all of them have', () => {
    const type = 'v1/insights/lbaas/avg_cpu_utilization_percent';
    expect(valuesOf(type, [line({ node: '1' }, 40, 60), line({ node: '2' }, 20)])).toEqual([30]);
  });
});

describe('what a policy compares and what its chart draws', () => {
  /** The lines of charts on which the limit of a policy lies, with their chart. */
  const drawn = Object.values(charts).flatMap((ofKind) =>
    Object.values(ofKind).flatMap((chart) => Object.entries(chart.policies).map(([type, name]) => ({ chart, type, name }))),
  );

  it('is known of all that have a metric', () => {
    const onChart = new Set(drawn.map(({ type }) => type));
    const without = Object.entries(policyTypes).flatMap(([type, { metric }]) =>
      metric === 'none' || onChart.has(type) ? [] : [type],
    );
    expect(without).toEqual([]);
  });

  it.each(drawn)('is the same for $type', ({ chart, type, name }) => {
    const metric = policyTypeOf(type)?.metric;
    if (metric === undefined || metric === 'none') throw new Error(`${type} has no metric`);
    const answerOf = ({
      operationId,
      query = {},
    }: {
      operationId: string;
      query?: Readonly<Record<string, string>>;
    }): Series[] => {
      const start = [...JSON.stringify([operationId, query])].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
      const own = [start, start + 20, start + 90];
      // What compares five minutes with those before needs more than ten.
      const codes = ['4xx', '5xx'].map((code, index) =>
        line({ code }, ...Array.from({ length: 14 }, (_, minute) => start + index + minute)),
      );
      if (operationId.endsWith('http_responses')) return codes;
      return operationId.endsWith('CpuMetrics')
        ? [line({ mode: 'idle' }, ...own), line({ mode: 'user' }, ...own.map((value) => value * 3))]
        : [line({ mountpoint: '/' }, ...own)];
    };
    const read = (reads: readonly { operationId: string; query?: Readonly<Record<string, string>> }[]) => reads.map(answerOf);
    const shown = chart.lines(read(chart.reads)).filter((one) => one.line === name);
    expect(shown.map(({ samples }) => samples)).toEqual([metric.values(read(metric.reads))]);
    expect(shown[0]?.samples.length).toBeGreaterThan(1);
  });
});
