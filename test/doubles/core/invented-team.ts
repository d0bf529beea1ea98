import type { Transport } from '../../../main/core/digitalocean/transport-port.ts';
import { createMemoryTransport } from '../../unit/core/digitalocean/memory-transport.ts';

/** Lists of one thing each, with the operation that reads them. */
export const lists = [
  { familyId: 'apps_list', path: '/v2/apps', key: 'apps' },
  { familyId: 'databases_list_clusters', path: '/v2/databases', key: 'databases' },
  { familyId: 'kubernetes_list_clusters', path: '/v2/kubernetes/clusters', key: 'kubernetes_clusters' },
  { familyId: 'loadBalancers_list', path: '/v2/load_balancers', key: 'load_balancers' },
  { familyId: 'volumes_list', path: '/v2/volumes', key: 'volumes' },
  { familyId: 'firewalls_list', path: '/v2/firewalls', key: 'firewalls' },
  { familyId: 'certificates_list', path: '/v2/certificates', key: 'certificates' },
  { familyId: 'vpcs_list', path: '/v2/vpcs', key: 'vpcs' },
] as const;

/** A droplet as the API tells it, of which there is nothing to say. */
export const quietDroplet = (id: number, name: string, createdAt: string, tags: readonly string[] = []) => ({
  id,
  name,
  status: 'active',
  created_at: createdAt,
  memory: 1024,
  vcpus: 1,
  disk: 25,
  size_slug: 's-1vcpu-1gb',
  size: { price_monthly: 6, price_hourly: 0.009 },
  region: { slug: 'fra1', name: 'Frankfurt 1' },
  image: { id: 1, name: '24.04 x64', distribution: 'Ubuntu' },
  networks: { v4: [], v6: [] },
  tags,
  features: [],
});

/**
 * A DigitalOcean without sockets, for weeks in seconds: a team of twenty droplets whose load never stands still, whose bill
 * grows every hour, and on which somebody else reboots a droplet every two hours. `changed` may change an answer, as JSON; '' is
 * a refusal of the token. `remaining` says what the token has left of its hour, which others use up too.
 */
export function inventedTeam(
  now: () => number,
  changed: (path: string, text: string) => string = (_path, text) => text,
  remaining?: () => number,
) {
  const firstMs = now();
  const iso = (ms: number) => new Date(ms).toISOString();
  const hours = () => (now() - firstMs) / 3_600_000;

  const droplet = (id: number) => quietDroplet(id, `web-${id}`, iso(firstMs - 86_400_000));
  /** A reboot at the beginning of every second hour; each takes 30 s. */
  const reboots = () =>
    Array.from({ length: Math.min(50, Math.floor(hours() / 2)) }, (_, index) => {
      const number = Math.floor(hours() / 2) - index;
      const startedAtMs = firstMs + number * 7_200_000;
      const isOver = now() > startedAtMs + 30_000;
      return {
        id: 9000 + number,
        type: 'reboot',
        status: isOver ? 'completed' : 'in-progress',
        started_at: iso(startedAtMs),
        completed_at: isOver ? iso(startedAtMs + 30_000) : null,
        resource_id: 101 + (number % 20),
        resource_type: 'droplet',
        region_slug: 'fra1',
      };
    });
  const spent = () => (100 + Math.floor(hours()) / 10).toFixed(2);
  const metric = () => ({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: ['user', 'idle'].map((mode) => ({
        metric: { mode },
        values: Array.from({ length: 6 }, (_, index) => [
          Math.floor(now() / 1000) - 60 * (5 - index),
          String(Math.round(now() / 977 + index * 60 * (1 + (now() % 7)))),
        ]),
      })),
    },
  });

  function answer(path: string): object {
    if (path === '/v2/account') {
      const team = { uuid: 't1', name: 'Harbour Works' };
      return { account: { droplet_limit: 25, email: 'ops@example.com', name: 'Ops', uuid: 'b6', status: 'active', team } };
    }
    if (path === '/v2/customers/my/balance') {
      const generated_at = iso(firstMs + Math.floor(hours()) * 3_600_000);
      return { month_to_date_balance: spent(), account_balance: '0.00', month_to_date_usage: spent(), generated_at };
    }
    if (path === '/v2/droplets')
      return { droplets: Array.from({ length: 20 }, (_, index) => droplet(101 + index)), meta: { total: 20 } };
    if (path === '/v2/actions') return { actions: reboots(), meta: { total: reboots().length } };
    if (path === '/v2/uptime/checks') return { checks: [], meta: { total: 0 } };
    if (path === '/v2/monitoring/alerts') {
      const policy = {
        uuid: 'p1',
        type: 'v1/insights/droplet/cpu',
        description: 'Hot',
        compare: 'GreaterThan',
        value: 101,
        window: '5m',
      };
      return { policies: [{ ...policy, enabled: true, entities: ['101', '102'], tags: [], alerts: {} }], meta: { total: 1 } };
    }
    if (path.startsWith('/v2/monitoring/metrics/')) return metric();
    if (path === '/v2/reserved_ips') return { reserved_ips: [], meta: { total: 0 } };
    if (path === '/v2/reserved_ipv6') return { reserved_ipv6s: [], meta: { total: 0 } };
    const list = lists.find((one) => one.path === path);
    if (list) return { [list.key]: [{ id: 'x1', name: 'one', status: 'active' }], meta: { total: 1 } };
    throw new Error(`This team has no ${path}`);
  }

  const asked = new Map<string, number>();
  const openTransport = (): Transport =>
    createMemoryTransport(({ url }) => {
      const { pathname } = new URL(url);
      asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
      const text = changed(pathname, JSON.stringify(answer(pathname)));
      if (text === '') return { status: 401, json: { id: 'Unauthorized', message: 'Unable to authenticate you' } };
      const reset = String(Math.ceil(now() / 1000) + 3600);
      const headers = remaining && {
        'ratelimit-limit': '5000',
        'ratelimit-remaining': String(remaining()),
        'ratelimit-reset': reset,
      };
      return { json: JSON.parse(text), ...(headers && { headers }) };
    });
  return { openTransport, asked };
}
