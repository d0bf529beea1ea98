/** What an alert policy compares: its name for people, and the unit of its limit with the space before it. */
export interface MetricWords {
  name: string;
  unit: string;
}

const percent = ' %';
const traffic = ' Mbit/s';

/** By the last part of the policy's type, which is the same for droplets, load balancers, databases and pools. */
const metrics: Readonly<Record<string, MetricWords>> = {
  cpu: { name: 'CPU', unit: percent },
  cpu_alerts: { name: 'CPU', unit: percent },
  avg_cpu_utilization_percent: { name: 'CPU', unit: percent },
  current_cpu_utilization: { name: 'CPU', unit: percent },
  target_cpu_utilization: { name: 'CPU aimed at', unit: percent },
  memory_utilization_percent: { name: 'Memory', unit: percent },
  memory_utilization_alerts: { name: 'Memory', unit: percent },
  current_memory_utilization: { name: 'Memory', unit: percent },
  target_memory_utilization: { name: 'Memory aimed at', unit: percent },
  disk_utilization_percent: { name: 'Disk', unit: percent },
  disk_utilization_alerts: { name: 'Disk', unit: percent },
  disk_read: { name: 'Disk reads', unit: ' MB/s' },
  disk_write: { name: 'Disk writes', unit: ' MB/s' },
  load_1: { name: 'Load (1 min)', unit: '' },
  load_5: { name: 'Load (5 min)', unit: '' },
  load_15: { name: 'Load (15 min)', unit: '' },
  load_15_alerts: { name: 'Load (15 min)', unit: '' },
  public_outbound_bandwidth: { name: 'Public traffic out', unit: traffic },
  public_inbound_bandwidth: { name: 'Public traffic in', unit: traffic },
  private_outbound_bandwidth: { name: 'Private traffic out', unit: traffic },
  private_inbound_bandwidth: { name: 'Private traffic in', unit: traffic },
  current_instances: { name: 'Droplets of the pool', unit: '' },
  target_instances: { name: 'Droplets aimed at', unit: '' },
  scale_up: { name: 'Pool grew', unit: '' },
  scale_down: { name: 'Pool shrank', unit: '' },
  droplet_health: { name: 'Healthy droplets', unit: '' },
  connection_utilization_percent: { name: 'Connections in use', unit: percent },
  tls_connections_per_second_utilization_percent: { name: 'TLS connections in use', unit: percent },
  increase_in_http_error_rate_count_4xx: { name: 'More HTTP 4xx answers', unit: '' },
  increase_in_http_error_rate_count_5xx: { name: 'More HTTP 5xx answers', unit: '' },
  increase_in_http_error_rate_percentage_4xx: { name: 'More HTTP 4xx answers', unit: percent },
  increase_in_http_error_rate_percentage_5xx: { name: 'More HTTP 5xx answers', unit: percent },
  high_http_request_response_time: { name: 'HTTP response time', unit: ' s' },
  high_http_request_response_time_50p: { name: 'HTTP response time, half of all', unit: ' s' },
  high_http_request_response_time_95p: { name: 'HTTP response time, 95 of 100', unit: ' s' },
  high_http_request_response_time_99p: { name: 'HTTP response time, 99 of 100', unit: ' s' },
};

/** Whether a text is a type of alert policy, such as `v1/insights/droplet/cpu`. */
export const isMetricType = (type: string): boolean => /^v1\/\w+\/\w+\/\w+$/.test(type);

/** The words of a policy's type. An unknown one keeps the API's words for its last part, and has no unit. */
export function metricWords(type: string): MetricWords {
  const last = type.split('/').at(-1) ?? '';
  if (Object.hasOwn(metrics, last) && metrics[last]) return metrics[last];
  const words = isMetricType(type) ? last.replaceAll('_', ' ') : type;
  return { name: words.charAt(0).toUpperCase() + words.slice(1), unit: '' };
}
