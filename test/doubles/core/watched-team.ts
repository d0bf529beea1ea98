import type { Transport } from '../../../main/core/digitalocean/transport-port.ts';
import { createMemoryTransport } from '../../unit/core/digitalocean/memory-transport.ts';
import { lists, quietDroplet } from './invented-team.ts';

/** How large an invented team is. */
export interface WatchedSize {
  droplets: number;
  policies: number;
  checks: number;
}

/** Every fourth policy is about all droplets, the others by tag: a tenth of the droplets has `prod`, a fifth `web`. */
const tagsOf = (index: number): string[] => [...(index % 10 === 0 ? ['prod'] : []), ...(index % 5 === 1 ? ['web'] : [])];
const types = ['cpu', 'memory_utilization_percent', 'disk_utilization_percent', 'load_5', 'public_outbound_bandwidth'];
const metricPath = /^\/v2\/monitoring\/metrics\/droplet\/(\w+)$/;

/**
 * A DigitalOcean without sockets that is quiet: a team of that size, of which nothing ever changes. It counts what is asked, by path
 * and by the thing that it is about.
 */
export function watchedTeam(now: () => number, { droplets, policies, checks }: WatchedSize) {
  const iso = (ms: number) => new Date(ms).toISOString();
  const firstMs = now();
  const droplet = (index: number) => quietDroplet(101 + index, `web-${index}`, iso(firstMs - 86_400_000), tagsOf(index));
  const policy = (index: number) => ({
    uuid: `p${index}`,
    type: `v1/insights/droplet/${types[index % types.length]}`,
    description: `Policy ${index}`,
    compare: 'GreaterThan',
    value: 101,
    window: ['5m', '10m', '30m', '1h'][index % 4],
    entities: [],
    tags: index % 4 === 0 ? [] : [index % 2 === 0 ? 'prod' : 'web'],
    alerts: { email: [], slack: [] },
    enabled: true,
  });
  const check = (index: number) => ({
    id: `u${index}`,
    name: `check ${index}`,
    type: 'https',
    target: 'https://example.com',
    enabled: true,
  });
  const page = <T>(count: number, make: (index: number) => T, query: URLSearchParams) => {
    const [number, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)];
    const from = (number - 1) * size;
    return Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, index) => make(from + index));
  };
  const samples = (query: URLSearchParams, value: (seconds: number) => number) => {
    const [start, end] = [Number(query.get('start')), Number(query.get('end'))];
    const first = Math.ceil(start / 60) * 60;
    return Array.from({ length: Math.max(0, Math.floor((end - first) / 60) + 1) }, (_, index) => {
      const seconds = first + index * 60;
      return [seconds, String(value(seconds))];
    });
  };

  function answer(path: string, query: URLSearchParams): object {
    if (path === '/v2/account') {
      const team = { uuid: 't1', name: 'Harbour Works' };
      return { account: { droplet_limit: 25, email: 'ops@example.com', name: 'Ops', uuid: 'b6', status: 'active', team } };
    }
    if (path === '/v2/customers/my/balance') {
      return { month_to_date_balance: '1', account_balance: '0', month_to_date_usage: '1', generated_at: iso(firstMs) };
    }
    if (path === '/v2/droplets') return { droplets: page(droplets, droplet, query), meta: { total: droplets } };
    if (path === '/v2/actions') return { actions: [], meta: { total: 0 } };
    if (path === '/v2/uptime/checks') return { checks: page(checks, check, query), meta: { total: checks } };
    if (path.startsWith('/v2/uptime/checks/')) {
      const up = { status: 'UP', status_changed_at: iso(firstMs - 86_400_000), thirty_day_uptime_percentage: 100 };
      return { state: { regions: { eu_west: up }, previous_outage: null } };
    }
    if (path === '/v2/monitoring/alerts') return { policies: page(policies, policy, query), meta: { total: policies } };
    const metric = metricPath.exec(path)?.[1];
    if (metric === 'cpu') {
      const line = (mode: string, part: number) => ({ metric: { mode }, values: samples(query, (seconds) => seconds * part) });
      return { status: 'success', data: { resultType: 'matrix', result: [line('idle', 0.7), line('user', 0.3)] } };
    }
    if (metric !== undefined) {
      const result = [{ metric: { mountpoint: '/' }, values: samples(query, () => (/total|size/.test(metric) ? 100 : 60)) }];
      return { status: 'success', data: { resultType: 'matrix', result } };
    }
    if (path === '/v2/reserved_ips') return { reserved_ips: [], meta: { total: 0 } };
    if (path === '/v2/reserved_ipv6') return { reserved_ipv6s: [], meta: { total: 0 } };
    const list = lists.find((one) => one.path === path);
    if (list) return { [list.key]: [{ id: 'x1', name: 'one', status: 'active' }], meta: { total: 1 } };
    throw new Error(`This team has no ${path}`);
  }

  /** When each request was made, in milliseconds since the start, and what it was about. */
  const asked: { atMs: number; path: string; about: string | null }[] = [];
  const openTransport = (): Transport =>
    createMemoryTransport(({ url }) => {
      const { pathname, searchParams } = new URL(url);
      asked.push({ atMs: now() - firstMs, path: pathname, about: searchParams.get('host_id') });
      return { json: answer(pathname, searchParams) };
    });
  return { openTransport, asked };
}
