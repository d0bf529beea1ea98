/** A product of the status page, and how Buoy knows whether a team uses it. */
export interface Product {
  /** What the status page calls it, in any spelling that was seen. */
  is: RegExp;
  /** In words, for sentences: "volumes". */
  word: string;
  /** The families whose rows are touched, by the operation that lists them. */
  families: readonly string[];
  /** Who uses it: whoever is there at all, whoever has droplets, or whoever has things of the first of `families`. */
  use: 'everyone' | 'droplets' | 'listed';
}

const listed = (is: RegExp, word: string, ...families: string[]): Product => ({ is, word, families, use: 'listed' });
const everyone = (is: RegExp, word: string, ...families: string[]): Product => ({ is, word, families, use: 'everyone' });

/**
 * Every product of https://status.digitalocean.com that can touch what Buoy shows, the narrower names first. What is not in the
 * table, such as the community's pages, touches nobody.
 */
export const products: readonly Product[] = [
  { is: /^droplets?$|gpu droplet/i, word: 'droplets', families: ['droplets_list'], use: 'droplets' },
  listed(/volume|block storage/i, 'volumes', 'volumes_list'),
  listed(/kubernetes/i, 'Kubernetes', 'kubernetes_list_clusters'),
  listed(/database/i, 'databases', 'databases_list_clusters'),
  listed(/app platform/i, 'apps', 'apps_list'),
  listed(/load balancer/i, 'load balancers', 'loadBalancers_list'),
  listed(/spaces cdn|\bcdn\b/i, 'the CDN', 'cdn_list_endpoints'),
  listed(/spaces/i, 'Spaces', 'spacesKey_list'),
  listed(/container registry/i, 'container registries', 'registries_list'),
  listed(/functions/i, 'functions', 'functions_list_namespaces'),
  listed(/gradient|gen ?ai|agent/i, 'agents', 'genai_list_agents'),
  listed(/network file|\bnfs\b/i, 'NFS shares', 'nfs_list'),
  listed(/snapshot|backup/i, 'snapshots', 'snapshots_list'),
  listed(/^dns$|domain/i, 'DNS', 'domains_list'),
  listed(/firewall/i, 'firewalls', 'firewalls_list'),
  listed(/vpc/i, 'VPC networks', 'vpcs_list'),
  listed(/reserved ip|floating ip/i, 'reserved IPs', 'reservedIPs_list'),
  listed(/monitoring/i, 'monitoring', 'monitoring_list_alertPolicy'),
  listed(/uptime/i, 'uptime checks', 'uptime_list_checks'),
  everyone(/network/i, 'the network', 'droplets_list', 'loadBalancers_list'),
  everyone(/event processing/i, 'actions'),
  everyone(/\bapi\b/i, 'the API'),
  everyone(/control panel|authentication|sign/i, 'the control panel'),
  everyone(/billing/i, 'billing'),
];

export const productOf = (name: string): Product | null => products.find(({ is }) => is.test(name)) ?? null;
