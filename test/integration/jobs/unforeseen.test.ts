import { afterEach, describe, expect, it } from 'vitest';
import { isObject, type Json } from '../../../preload/contract/json.ts';
import { idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob } from '../../doubles/core/run-job.ts';

/*
 * The published schemas lack fields that things really have. A job that sends a whole thing back sends those too, or they would be
 * reset: each job here changes one thing of a row that has an unknown field in each of its parts.
 */

interface Row {
  path: string | ((world: World) => string);
  /** A text in the row, which tells it. */
  named: string;
  how: Omit<Doing, 'parent'> & { parent?: (world: World) => Record<string, string> };
  /** Parts of the body that have the unknown field, as dotted paths; '' is the body itself. */
  keeps: readonly string[];
  /** What makes the thing first, where the demo account has none. */
  after?: Doing;
}

const balancer = (job: string, values: Doing['values']): Row => ({
  path: '/v2/load_balancers',
  named: 'shop-front',
  how: { familyId: 'loadBalancers_list', thing: 'shop-front', job, ...(values ? { values } : {}) },
  keeps: ['', 'forwarding_rules.0', 'forwarding_rules.1', 'health_check', 'sticky_sessions'],
});
const app = (job: string, values: Doing['values'] = {}): Row => ({
  path: '/v2/apps',
  named: 'storefront',
  how: { familyId: 'apps_list', thing: 'storefront', job, values },
  keeps: ['spec', 'spec.services.0', 'spec.services.1', 'spec.jobs.0'],
});
const pool = (job: string, values: Doing['values']): Row => ({
  path: '/v2/droplets/autoscale',
  named: 'edge-pool',
  how: { familyId: 'autoscalepools_list', thing: 'edge-pool', job, ...(values ? { values } : {}) },
  keeps: ['', 'config', 'droplet_template'],
});
const gateway = (job: string, values: Doing['values']): Row => ({
  path: '/v2/vpc_nat_gateways',
  named: 'outbound-fra1',
  how: { familyId: 'vpcnatgateways_list', thing: 'outbound-fra1', job, ...(values ? { values } : {}) },
  keeps: ['', 'vpcs.0'],
});
const endpoint = (job: string, values: Doing['values']): Row => ({
  path: '/v2/cdn/endpoints',
  named: 'images.shop.example.com',
  how: { familyId: 'cdn_list_endpoints', thing: 'images.shop.example.com', job, ...(values ? { values } : {}) },
  keeps: [''],
});
const policy = (job: string, values: Doing['values'] = {}): Row => ({
  path: '/v2/monitoring/alerts',
  named: 'Workers hot',
  how: { familyId: 'monitoring_list_alertPolicy', idAt: 'uuid', thing: 'Workers hot', job, values },
  keeps: ['', 'alerts'],
});

const cluster = (world: World, name: string) => idIn(world, '/v2/databases', name);
const inDatabase = (name: string) => (world: World) => ({ database_cluster_uuid: cluster(world, name) });
const harbour = (world: World) => idIn(world, '/v2/kubernetes/clusters', 'harbour');

const rows: readonly Row[] = [
  app('scale', { component: 'web', 'count web': 2 }),
  app('edit-variables', { '*': [{ id: 'new', cells: { key: 'MODE', value: 'calm', scope: null, secret: false } }] }),
  app('add-domain', { domain: 'www.shop.example.com' }),
  app('maintenance-on'),
  balancer('size', { nodes: 2 }),
  balancer('health-check', { path: '/health' }),
  balancer('settings', { redirect: false }),
  {
    path: '/v2/firewalls',
    named: 'bastion',
    how: { familyId: 'firewalls_list', thing: 'bastion', job: 'edit-rule', values: { rule: '0', addresses0: '203.0.113.7' } },
    keeps: ['', 'inbound_rules.0', 'inbound_rules.0.sources', 'outbound_rules.0'],
  },
  {
    path: '/v2/firewalls',
    named: 'bastion',
    how: { familyId: 'firewalls_list', thing: 'bastion', job: 'rename', values: { name: 'jump' } },
    keeps: ['', 'inbound_rules.0', 'inbound_rules.0.sources', 'outbound_rules.0'],
  },
  {
    path: (world) => `/v2/databases/${cluster(world, 'db-main')}/firewall`,
    named: 'prod',
    how: { familyId: 'databases_list_clusters', thing: 'db-main', job: 'allow', values: { ip_addr: '203.0.113.77' } },
    keeps: ['rules.0'],
  },
  {
    after: {
      familyId: 'databases_list_clusters',
      thing: 'db-main',
      job: 'add-pool',
      values: { name: 'web', db: 'shop', user: 'shop' },
    },
    path: (world) => `/v2/databases/${cluster(world, 'db-main')}/pools`,
    named: 'web',
    how: {
      familyId: 'databases_list_connectionPools',
      parent: inDatabase('db-main'),
      idAt: 'name',
      thing: 'web',
      job: 'change',
      values: { size: 12 },
    },
    keeps: [''],
  },
  {
    path: '/v2/databases',
    named: 'db-main',
    how: { familyId: 'databases_list_clusters', thing: 'db-main', job: 'window', values: { day: 'sunday', hour: '04' } },
    keeps: [''],
  },
  {
    path: (world) => `/v2/databases/${cluster(world, 'events')}/topics`,
    named: 'orders',
    how: {
      familyId: 'databases_list_kafka_topics',
      parent: inDatabase('events'),
      idAt: 'name',
      thing: 'orders',
      job: 'partitions',
      values: { partitions: 12 },
    },
    keeps: ['', 'config'],
  },
  {
    path: '/v2/kubernetes/clusters',
    named: 'harbour',
    how: { familyId: 'kubernetes_list_clusters', thing: 'harbour', job: 'window', values: { day: 'sunday' } },
    keeps: ['', 'maintenance_policy'],
  },
  {
    path: '/v2/kubernetes/clusters',
    named: 'harbour',
    how: {
      familyId: 'kubernetes_list_clusters',
      thing: 'harbour',
      job: 'api-access',
      values: { isOn: true, addresses: '203.0.113.77' },
    },
    keeps: ['', 'control_plane_firewall'],
  },
  ...(['scale', 'labels'] as const).map(
    (job): Row => ({
      path: (world) => `/v2/kubernetes/clusters/${harbour(world)}/node_pools`,
      named: 'general',
      how: {
        familyId: 'kubernetes_list_nodePools',
        parent: (world) => ({ cluster_id: harbour(world) }),
        thing: 'general',
        job,
        values: job === 'scale' ? { count: 4 } : { labels: 'tier=web' },
      },
      keeps: [''],
    }),
  ),
  pool('limits', { max: 8 }),
  pool('template', { size: 's-2vcpu-4gb' }),
  gateway('timeouts', { tcp_timeout_seconds: 600 }),
  gateway('size', { size: 2, gateway: 'yes' }),
  endpoint('ttl', { ttl: '86400' }),
  endpoint('own-domain', { certificate: 'none' }),
  policy('limit', { value: 85 }),
  policy('mute'),
  {
    path: '/v2/uptime/checks',
    named: 'docs.example.com',
    how: { familyId: 'uptime_list_checks', thing: 'docs.example.com', job: 'pause' },
    keeps: [''],
  },
  {
    path: (world) => `/v2/uptime/checks/${idIn(world, '/v2/uptime/checks', 'docs.example.com')}/alerts`,
    named: 'Certificate ends soon',
    how: {
      familyId: 'uptime_list_alerts',
      parent: (world) => ({ check_id: idIn(world, '/v2/uptime/checks', 'docs.example.com') }),
      thing: 'Certificate ends soon',
      job: 'edit',
      values: { days: 30 },
    },
    keeps: ['', 'notifications'],
  },
  {
    path: '/v2/spaces/keys',
    named: 'uploads',
    how: {
      familyId: 'spacesKey_list',
      idAt: 'access_key',
      thing: 'uploads',
      job: 'change-grants',
      values: { access: 'read', bucket: 'reports' },
    },
    keeps: ['', 'grants.0'],
  },
];

/** Puts something unknown into an object and into every object below it. */
function spoil(value: unknown): void {
  if (Array.isArray(value)) for (const one of value) spoil(one);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const part of Object.values(value)) spoil(part);
  Object.assign(value, { brand_new: 'kept' });
}

const at = (value: Json | undefined, way: string): Json | undefined =>
  way
    .split('.')
    .filter((step) => step !== '')
    .reduce<Json | undefined>(
      (one, step) => (isObject(one) ? one[step] : Array.isArray(one) ? one[Number(step)] : undefined),
      value,
    );

describe('a job that changes one thing', () => {
  afterEach(endAll);

  it.each(rows.map((row) => [row.how.job, row.how.familyId, row] as const))(
    'keeps what nobody foresaw: %s of %s',
    async (_job, _family, { path, named, how, keeps, after }) => {
      const world = await connected({ seed: 7 });
      if (after) await doJob(world, after);
      const row = rowIn(world, typeof path === 'function' ? path(world) : path, named);
      // Parts of it may be what every world begins with.
      const own = structuredClone(row);
      spoil(own);
      Object.assign(row, own);
      const { result, sent } = await doJob(world, { ...how, parent: how.parent?.(world) ?? {} });
      expect(result).toMatchObject({ ok: true });
      const body = sent.filter(({ method }) => method === 'PUT' || method === 'PATCH').at(-1)?.body as Json;
      expect(keeps.filter((way) => at(body, way === '' ? 'brand_new' : `${way}.brand_new`) !== 'kept')).toEqual([]);
    },
  );
});
