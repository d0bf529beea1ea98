import type { Call, Handler } from '../../wire/call.ts';
import { hashOf } from '../../world/random.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import { matrix, type Series } from './matrix.ts';
import { waveOf } from './waves.ts';

/** The kinds of things besides droplets that have metrics: how their paths begin, how they are named, and where they are. */
const kinds: readonly [prefix: string, parameter: string, table: string][] = [
  ['/v2/monitoring/metrics/load_balancer/', 'lb_id', '/v2/load_balancers'],
  ['/v2/monitoring/metrics/apps/', 'app_id', '/v2/apps'],
  ['/v2/monitoring/metrics/droplet_autoscale/', 'autoscale_pool_id', '/v2/droplets/autoscale'],
  ['/v2/monitoring/metrics/database/mysql/', 'db_id', '/v2/databases'],
];

type Make = (call: Call, thing: Row) => readonly Series[];

/** A value that swings around its mean, by what it is called. Never below zero. */
const swinging = (name: string, mean: number, share = 0.5) => {
  const wave = waveOf(name, mean, mean * share);
  return (seconds: number) => Math.max(0, wave.at(seconds));
};

const plain =
  (mean: number, share?: number): Make =>
  (call, { id }) => [
    { metric: {}, at: swinging(`${call.operation.id} ${id} ${call.query}`.replace(/(start|end)=\d+/g, ''), mean, share) },
  ];

const constant =
  (value: number): Make =>
  () => [{ metric: {}, at: () => value }];

const byCode: Make = (call, { id }) =>
  Object.entries({ '2xx': 42, '3xx': 6, '4xx': 1.8, '5xx': 0.3 }).map(([code, mean]) => ({
    metric: { code },
    at: swinging(`${call.operation.id} ${id} ${code}`, mean, 0.6),
  }));

/** One line for each droplet behind a load balancer. */
const byTarget =
  (at: (name: string) => (seconds: number) => number): Make =>
  (call, thing) =>
    listOf(thing, 'droplet_ids').map((droplet) => ({
      metric: { server: `node-${droplet}` },
      at: at(`${call.operation.id} ${droplet}`),
    }));

/** A target fails its health check for some minutes every few hours. */
const healthy = (name: string) => (seconds: number) => ((seconds + (hashOf(name) % 20_000)) % 20_000 < 300 ? 0 : 100);

/** One line for each component of an app. */
const byComponent =
  (mean: number, share?: number): Make =>
  (call, thing) =>
    ['services', 'workers', 'jobs']
      .flatMap((part) => listOf(rowOf(thing, 'spec'), part) as Row[])
      .map((component) => {
        const name = textOf(component, 'name');
        return { metric: { app_component: name }, at: swinging(`${call.operation.id} ${thing.id} ${name}`, mean, share) };
      });

const counting: Make = (call, thing) =>
  byComponent(0)(call, thing).map(({ metric }, index) => ({
    metric,
    at: (seconds) => (seconds % 90_000 < 240 && index === 0 ? 1 : 0),
  }));

/** A pool has two droplets, and more for an hour now and then; it aims at them some minutes before. */
const poolSize =
  (leadSeconds: number): Make =>
  () => [{ metric: {}, at: (seconds) => ((seconds + leadSeconds) % 28_800 < 3_600 ? 4 : 2) }];

/** The extreme of what is asked for: a wave beside that of the average. */
const aggregated =
  (mean: number): Make =>
  ({ operation, query }, { id }) => {
    const wave = swinging(`${operation.id} ${id}`, mean, 0.4);
    const factor = { avg: 1, max: 1.3, min: 0.7 }[query.get('aggregate') ?? 'avg'] ?? 1;
    return [{ metric: {}, at: (seconds) => Math.min(100, wave(seconds) * factor) }];
  };

const makes: Record<string, Make> = {
  frontend_connections_current: plain(340),
  frontend_connections_limit: constant(10_000),
  frontend_cpu_utilization: plain(24),
  frontend_firewall_dropped_bytes: plain(900, 0.9),
  frontend_firewall_dropped_packets: plain(12, 0.9),
  frontend_http_responses: byCode,
  frontend_http_requests_per_second: plain(50),
  frontend_network_throughput_http: plain(1_400_000),
  frontend_network_throughput_tcp: plain(220_000),
  frontend_network_throughput_udp: constant(0),
  frontend_nlb_tcp_network_throughput: plain(900_000),
  frontend_nlb_udp_network_throughput: plain(60_000),
  frontend_tls_connections_current: plain(18),
  frontend_tls_connections_limit: constant(250),
  frontend_tls_connections_exceeding_rate_limit: constant(0),
  droplets_http_session_duration_avg: plain(0.9),
  droplets_http_session_duration_50p: plain(0.6),
  droplets_http_session_duration_95p: plain(2.4),
  droplets_http_response_time_avg: plain(0.09),
  droplets_http_response_time_50p: plain(0.06),
  droplets_http_response_time_95p: plain(0.24),
  droplets_http_response_time_99p: plain(0.52),
  droplets_queue_size: plain(0.4, 0.9),
  droplets_http_responses: byCode,
  droplets_connections: byTarget((name) => swinging(name, 90)),
  droplets_health_checks: byTarget(healthy),
  droplets_downtime: byTarget((name) => (seconds) => 1 - healthy(name)(seconds) / 100),
  memory_percentage: byComponent(46, 0.3),
  cpu_percentage: byComponent(22, 0.7),
  restart_count: counting,
  current_instances: poolSize(0),
  target_instances: poolSize(300),
  current_cpu_utilization: plain(41, 0.4),
  target_cpu_utilization: constant(60),
  current_memory_utilization: plain(38, 0.2),
  target_memory_utilization: constant(75),
  cpu_usage: aggregated(31),
  memory_usage: aggregated(58),
  disk_usage: aggregated(44),
  load: aggregated(0.8),
  threads_connected: plain(46, 0.3),
  threads_active: plain(4),
  threads_created_rate: plain(0.2),
  index_vs_sequential_reads: plain(93, 0.05),
  op_rates: plain(120),
  schema_throughput: plain(800),
  schema_latency: plain(0.012),
};

/** A handler for each metric of load balancers, apps, pools and databases. A thing that is not there has no line. */
export function otherMetricHandlers(operations: readonly { id: string; path: string }[]): Record<string, Handler> {
  const handlers = operations.flatMap(({ id, path }) => {
    const [prefix, parameter, table] = kinds.find(([one]) => path.startsWith(one)) ?? [];
    if (prefix === undefined || parameter === undefined || table === undefined) return [];
    const make = makes[path.slice(prefix.length)] ?? plain(12);
    return [[id, ofThing(make, parameter, table)] as const];
  });
  return Object.fromEntries(handlers);
}

const ofThing =
  (make: Make, parameter: string, table: string): Handler =>
  (call) => {
    const id = call.query.get(parameter) ?? '';
    const thing = call.team.table(table).find(id);
    if (thing === undefined) return matrix(call, []);
    const series = make(call, thing).map(({ metric, at }) => ({ metric: { [parameter]: id, ...metric }, at }));
    return matrix(call, series);
  };
