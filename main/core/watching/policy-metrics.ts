import type { MetricKind } from '../../../preload/contract/metric-charts.ts';
import type { ChartRead } from '../metrics/charts/chart.ts';
import { bandwidth, cpu, fileSystem, load, memory } from '../metrics/charts/droplet.ts';
import { frontend, targets } from '../metrics/charts/load-balancer.ts';
import { mysql, ofAutoscale } from '../metrics/charts/others.ts';
import { busyPercent } from '../metrics/derive.ts';
import { averaged, countOver5Min, diskPercent, increaseOver5Min, memoryPercent, shareOf } from '../metrics/joined.ts';
import type { Sample, Series } from '../metrics/matrix.ts';

/*
 * What each type of alert policy compares, for all types of the API's specification (36, read 2026-11-26). None of them is about
 * apps: an app's own alerts stand in its spec, and DigitalOcean evaluates and tells those.
 */

/** What a policy can be about. Another thing than a droplet is known by its id as text. */
export type ThingKind = Exclude<MetricKind, 'app'>;

/** One request for samples; the span of time and the thing's id are added. */
export interface MetricRead extends ChartRead {
  /** It hardly ever changes, such as the size of a disk, so it need not be asked at every look. */
  isSteady?: true;
}

/** Where the values come from that policies of a type compare. */
export interface PolicyMetric {
  reads: readonly MetricRead[];
  /** One value for each moment, in the policy's unit, from what the reads answered, in their order. */
  values(answers: readonly (readonly Series[])[]): readonly Sample[];
  /** How far before a moment its value looks back, in milliseconds. */
  spanMs: number;
}

/** `none`: the API has no metric that says what such policies compare. */
export interface PolicyType {
  thing: ThingKind;
  metric: PolicyMetric | 'none';
}

type Answers = readonly (readonly Series[])[];
const at = (answers: Answers, index: number): readonly Series[] => answers[index] ?? [];

const gauge = (read: ChartRead): PolicyMetric => ({
  reads: [read],
  values: (answers) => averaged(at(answers, 0)),
  spanMs: 0,
});
/** A whole, which hardly ever changes, and a part of it. */
const ofWhole = (
  whole: ChartRead,
  part: ChartRead,
  values: (wholes: readonly Series[], parts: readonly Series[]) => readonly Sample[],
): PolicyMetric => ({
  reads: [{ ...whole, isSteady: true }, part],
  values: (answers) => values(at(answers, 0), at(answers, 1)),
  spanMs: 0,
});

const answersOfClass = (
  digit: '4' | '5',
  values: (lines: readonly Series[], digit: string) => readonly Sample[],
  spanMs: number,
): PolicyMetric => ({
  reads: [frontend('http_responses')],
  values: (answers) => values(at(answers, 0), digit),
  spanMs,
});

const droplet = (metric: PolicyMetric | 'none'): PolicyType => ({ thing: 'droplet', metric });
const balancer = (metric: PolicyMetric | 'none'): PolicyType => ({ thing: 'load-balancer', metric });
const pool = (metric: PolicyMetric | 'none'): PolicyType => ({ thing: 'autoscale-pool', metric });
/** Averages over the cluster, of MySQL only: the API has no metrics of other engines. */
const database = (name: string, query: ChartRead['query'] = {}): PolicyType => ({
  thing: 'database',
  metric: gauge(mysql(name, { ...query, aggregate: 'avg' })),
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#operation/monitoring_create_alertPolicy */
export const policyTypes: Readonly<Record<string, PolicyType>> = {
  'v1/insights/droplet/cpu': droplet({
    reads: [cpu],
    values: (answers) => busyPercent(at(answers, 0))?.samples ?? [],
    spanMs: 0,
  }),
  'v1/insights/droplet/memory_utilization_percent': droplet(ofWhole(memory('Total'), memory('Available'), memoryPercent)),
  'v1/insights/droplet/disk_utilization_percent': droplet(ofWhole(fileSystem('Size'), fileSystem('Free'), diskPercent)),
  'v1/insights/droplet/load_1': droplet(gauge(load(1))),
  'v1/insights/droplet/load_5': droplet(gauge(load(5))),
  'v1/insights/droplet/load_15': droplet(gauge(load(15))),
  'v1/insights/droplet/public_outbound_bandwidth': droplet(gauge(bandwidth('public', 'outbound'))),
  'v1/insights/droplet/public_inbound_bandwidth': droplet(gauge(bandwidth('public', 'inbound'))),
  'v1/insights/droplet/private_outbound_bandwidth': droplet(gauge(bandwidth('private', 'outbound'))),
  'v1/insights/droplet/private_inbound_bandwidth': droplet(gauge(bandwidth('private', 'inbound'))),
  // Reads and writes of disks are in no metrics operation.
  'v1/insights/droplet/disk_read': droplet('none'),
  'v1/insights/droplet/disk_write': droplet('none'),

  'v1/insights/lbaas/avg_cpu_utilization_percent': balancer(gauge(frontend('cpu_utilization'))),
  'v1/insights/lbaas/connection_utilization_percent': balancer(
    ofWhole(frontend('connections_limit'), frontend('connections_current'), shareOf),
  ),
  'v1/insights/lbaas/tls_connections_per_second_utilization_percent': balancer(
    ofWhole(frontend('tls_connections_limit'), frontend('tls_connections_current'), shareOf),
  ),
  // The specification: the percent increase, and the count, of such answers over five minutes.
  'v1/insights/lbaas/increase_in_http_error_rate_percentage_5xx': balancer(answersOfClass('5', increaseOver5Min, 600_000)),
  'v1/insights/lbaas/increase_in_http_error_rate_percentage_4xx': balancer(answersOfClass('4', increaseOver5Min, 600_000)),
  'v1/insights/lbaas/increase_in_http_error_rate_count_5xx': balancer(answersOfClass('5', countOver5Min, 300_000)),
  'v1/insights/lbaas/increase_in_http_error_rate_count_4xx': balancer(answersOfClass('4', countOver5Min, 300_000)),
  'v1/insights/lbaas/high_http_request_response_time': balancer(gauge(targets('http_response_time_avg'))),
  'v1/insights/lbaas/high_http_request_response_time_50p': balancer(gauge(targets('http_response_time_50p'))),
  'v1/insights/lbaas/high_http_request_response_time_95p': balancer(gauge(targets('http_response_time_95p'))),
  'v1/insights/lbaas/high_http_request_response_time_99p': balancer(gauge(targets('http_response_time_99p'))),
  // It tells of changes of the droplets' health. The metric of health checks has states, and no value that a limit compares.
  'v1/insights/lbaas/droplet_health': balancer('none'),

  'v1/dbaas/alerts/cpu_alerts': database('cpu_usage'),
  'v1/dbaas/alerts/memory_utilization_alerts': database('memory_usage'),
  'v1/dbaas/alerts/disk_utilization_alerts': database('disk_usage'),
  'v1/dbaas/alerts/load_15_alerts': database('load', { metric: 'load15' }),

  // Whether utilizations of pools come as parts or in percent is not written down. Policy and metric are compared as they come.
  'v1/droplet/autoscale_alerts/current_instances': pool(gauge(ofAutoscale('current_instances'))),
  'v1/droplet/autoscale_alerts/target_instances': pool(gauge(ofAutoscale('target_instances'))),
  'v1/droplet/autoscale_alerts/current_cpu_utilization': pool(gauge(ofAutoscale('current_cpu_utilization.yml'))),
  'v1/droplet/autoscale_alerts/target_cpu_utilization': pool(gauge(ofAutoscale('target_cpu_utilization'))),
  'v1/droplet/autoscale_alerts/current_memory_utilization': pool(gauge(ofAutoscale('current_memory_utilization'))),
  'v1/droplet/autoscale_alerts/target_memory_utilization': pool(gauge(ofAutoscale('target_memory_utilization'))),
  // Events, of which no metric tells.
  'v1/droplet/autoscale_alerts/scale_up': pool('none'),
  'v1/droplet/autoscale_alerts/scale_down': pool('none'),
};

/** `null`: a type that the specification does not have. */
export const policyTypeOf = (type: string): PolicyType | null =>
  Object.hasOwn(policyTypes, type) ? (policyTypes[type] ?? null) : null;
