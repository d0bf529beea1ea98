import type { ChartOf } from '../../../../preload/contract/metric-charts.ts';
import { countOver5Min, increaseOver5Min, shareOf } from '../joined.ts';
import type { Sample, Series } from '../matrix.ts';
import { type Chart, drawn, plainChart } from './chart.ts';

export const frontend = (name: string) => ({ operationId: `monitoring_get_lb_frontend_${name}` });
export const targets = (name: string) => ({ operationId: `monitoring_get_lb_droplets_${name}` });

/** What policies about error answers compare, made of the answers by code. */
const errors = (
  unit: 'count' | 'percent',
  what: 'count' | 'percentage',
  values: (lines: readonly Series[], digit: string) => readonly Sample[],
): Chart => ({
  reads: [frontend('http_responses')],
  unit,
  lines: ([answers = []]) => [...drawn('4xx', values(answers, '4')), ...drawn('5xx', values(answers, '5'))],
  policies: {
    [`v1/insights/lbaas/increase_in_http_error_rate_${what}_4xx`]: '4xx',
    [`v1/insights/lbaas/increase_in_http_error_rate_${what}_5xx`]: '5xx',
  },
});

/** How much of a limit is in use: the first read is what there is, the second the limit. */
const shareInUse = (current: string, limit: string, policy: string): Chart => ({
  reads: [frontend(current), frontend(limit)],
  unit: 'percent',
  lines: ([currents = [], limits = []]) => drawn('used', shareOf(limits, currents)),
  policies: { [policy]: 'used' },
});

/**
 * Load balancers. None of these counts up: DigitalOcean answers amounts and rates. What a load balancer is not for (HTTP on one
 * for TCP) it answers without a series.
 * https://docs.digitalocean.com/reference/api/digitalocean/#tag/Monitoring
 */
export const loadBalancerCharts: Readonly<Record<ChartOf<'load-balancer'>, Chart>> = {
  requests: plainChart('per-second', [{ ...frontend('http_requests_per_second'), line: 'requests' }]),
  responses: plainChart('per-second', [{ ...frontend('http_responses'), line: 'code', label: 'code' }]),
  errors: errors('count', 'count', countOver5Min),
  'error-rise': errors('percent', 'percentage', increaseOver5Min),
  'response-time': plainChart(
    'seconds',
    [
      { ...targets('http_response_time_avg'), line: 'average' },
      { ...targets('http_response_time_50p'), line: 'half' },
      { ...targets('http_response_time_95p'), line: 'most' },
      { ...targets('http_response_time_99p'), line: 'nearly-all' },
    ],
    {
      'v1/insights/lbaas/high_http_request_response_time': 'average',
      'v1/insights/lbaas/high_http_request_response_time_50p': 'half',
      'v1/insights/lbaas/high_http_request_response_time_95p': 'most',
      'v1/insights/lbaas/high_http_request_response_time_99p': 'nearly-all',
    },
  ),
  connections: plainChart('count', [
    { ...frontend('connections_current'), line: 'open' },
    { ...frontend('connections_limit'), line: 'limit' },
  ]),
  'connection-use': shareInUse('connections_current', 'connections_limit', 'v1/insights/lbaas/connection_utilization_percent'),
  cpu: plainChart('percent', [{ ...frontend('cpu_utilization'), line: 'used' }], {
    'v1/insights/lbaas/avg_cpu_utilization_percent': 'used',
  }),
  traffic: plainChart('bytes-per-second', [
    { ...frontend('network_throughput_http'), line: 'http' },
    { ...frontend('network_throughput_tcp'), line: 'tcp' },
    { ...frontend('network_throughput_udp'), line: 'udp' },
  ]),
  'network-traffic': plainChart('bytes-per-second', [
    { ...frontend('nlb_tcp_network_throughput'), line: 'tcp' },
    { ...frontend('nlb_udp_network_throughput'), line: 'udp' },
  ]),
  tls: plainChart('per-second', [
    { ...frontend('tls_connections_current'), line: 'new' },
    { ...frontend('tls_connections_limit'), line: 'limit' },
    { ...frontend('tls_connections_exceeding_rate_limit'), line: 'closed' },
  ]),
  'tls-use': shareInUse(
    'tls_connections_current',
    'tls_connections_limit',
    'v1/insights/lbaas/tls_connections_per_second_utilization_percent',
  ),
  'dropped-bytes': plainChart('bytes-per-second', [{ ...frontend('firewall_dropped_bytes'), line: 'dropped' }]),
  'dropped-packets': plainChart('per-second', [{ ...frontend('firewall_dropped_packets'), line: 'dropped' }]),
  'target-responses': plainChart('per-second', [{ ...targets('http_responses'), line: 'code', label: 'code' }]),
  'target-connections': plainChart('count', [{ ...targets('connections'), line: 'target', label: 'server' }]),
  // 100 for a target that answers its health check, 0 for one that does not.
  'target-health': plainChart('percent', [{ ...targets('health_checks'), line: 'target', label: 'server' }]),
  'target-downtime': plainChart('count', [{ ...targets('downtime'), line: 'target', label: 'server' }]),
  queue: plainChart('count', [{ ...targets('queue_size'), line: 'waiting' }]),
  'session-length': plainChart('seconds', [
    { ...targets('http_session_duration_avg'), line: 'average' },
    { ...targets('http_session_duration_50p'), line: 'half' },
    { ...targets('http_session_duration_95p'), line: 'most' },
  ]),
};
