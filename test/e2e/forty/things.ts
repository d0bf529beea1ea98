import { type Fields, type Place, rowAt } from './place.ts';
import type { Account } from './stage.ts';

type Thing = Place & { thing: string };

const of = (family: string, thing: string): Thing => ({ family, thing });
const inside = (outer: Thing, value: string, family: string, thing: string): Thing => ({
  family,
  thing,
  inside: { value, of: outer },
});

const storefront = of('apps_list', 'storefront');
const harbour = of('kubernetes_list_clusters', 'harbour');
const dbMain = of('databases_list_clusters', 'db-main');
const shopDomain = of('domains_list', 'shop.example.com');
const droplet = (name: string): Thing => of('droplets_list', name);

/** The things of the demo account's team Harbour Works that the forty jobs are about, by the names that jobs are told in. */
const things = {
  'old-uploads': of('volumes_list', 'old-uploads'),
  'web-assets': of('volumes_list', 'web-assets'),
  'mail-spool': of('volumes_list', 'mail-spool'),
  storefront,
  'the old deployment': inside(storefront, 'app_id', 'apps_list_deployments', 'SUPERSEDED'),
  'db-main': dbMain,
  'db-reports': of('databases_list_clusters', 'db-reports'),
  sessions: of('databases_list_clusters', 'sessions'),
  shop: inside(dbMain, 'database_cluster_uuid', 'databases_list_users', 'shop'),
  rule: inside(dbMain, 'database_cluster_uuid', 'databases_list_firewall_rules', 'prod'),
  harbour,
  lab: of('kubernetes_list_clusters', 'lab'),
  general: inside(harbour, 'cluster_id', 'kubernetes_list_nodePools', 'general'),
  'shop.example.com': shopDomain,
  'the SPF record': inside(shopDomain, 'domain_name', 'domains_list_records', 'v=spf1 mx -all'),
  'public-web': of('firewalls_list', 'public-web'),
  '198.51.100.9': of('reservedIPs_list', '198.51.100.9'),
  'shop-front': of('loadBalancers_list', 'shop-front'),
  'shop-images': of('cdn_list_endpoints', 'shop-images.fra1.digitaloceanspaces.com'),
  'project Lab': of('projects_list', 'Lab'),
  'registry harbour': of('registries_list', 'harbour'),
  'edge-pool': of('autoscalepools_list', 'edge-pool'),
  renders: of('nfs_list', 'renders'),
  'docs.example.com': of('uptime_list_checks', 'docs.example.com'),
  'Workers hot': of('monitoring_list_alertPolicy', 'Workers hot'),
  'api-01': droplet('api-01'),
  'api-02': droplet('api-02'),
  'web-01': droplet('web-01'),
  'web-02': droplet('web-02'),
  'web-03': droplet('web-03'),
  'mail-relay-01': droplet('mail-relay-01'),
} as const satisfies Record<string, Thing>;

export type Name = keyof typeof things;

export const isName = (name: string): name is Name => Object.hasOwn(things, name);

/** Throws for a name that is none. */
export function named(name: string): Thing {
  if (!isName(name)) throw new Error(`No job is about ${name}`);
  return things[name];
}

export const rowOf = (account: Account, name: Name): Promise<Fields> => rowAt(account, things[name]);
