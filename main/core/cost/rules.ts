import type { Cost } from '../../../preload/contract/cost.ts';
import { identifier, list, record, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import {
  addOnPrice,
  autoscalePoolPrice,
  clusterPrice,
  customModelPrice,
  dropletPrice,
  imagePrice,
  inferencePrice,
  nodePoolPrice,
  registryPrice,
  type Sizes,
  sizePrice,
  storedPrice,
} from './prices.ts';

/** The listing that tells what sizes cost, and the fields that hold slug and price. */
export interface SizeList {
  familyId: string;
  slug: string;
  price: string;
}

/** Billed by the hour from when it was made, so that price and age tell about what it has cost in a month that runs. */
interface Hourly {
  isByTheHour?: true;
}

/** How the cost of a family's things is known. */
export type CostRule =
  /** The row has its price. */
  | ({ by: 'row'; tell: (row: WireRecord) => Cost | null } & Hourly)
  /** The price of its sizes, times how many it has of them. */
  | ({ by: 'sizes'; sizes: SizeList; tell: (row: WireRecord, sizes: Sizes) => Cost | null } & Hourly)
  /** While a droplet has it: what is told of all that stays after that droplet. Otherwise the last invoice. */
  | { by: 'droplet'; dropletOf: (row: WireRecord) => string | null }
  /** The check of an app's spec, which is a request of its own. */
  | { by: 'spec' }
  /** Only the last invoice. */
  | { by: 'invoice' }
  | { by: 'nothing' };

const droplets: SizeList = { familyId: 'sizes_list', slug: 'slug', price: 'price_monthly' };
const accelerators: SizeList = { familyId: 'dedicatedInferences_list_sizes', slug: 'gpu_slug', price: 'price_per_hour' };

const invoice: CostRule = { by: 'invoice' };
/** https://docs.digitalocean.com/products/networking/: these three are not billed. */
const free: CostRule = { by: 'nothing' };

/** By family. What is not here has no price of its own: a tag, a key, a project. */
const rules: Readonly<Record<string, CostRule>> = {
  addons_list: { by: 'row', tell: addOnPrice },
  apps_list: { by: 'spec' },
  autoscalepools_list: { by: 'sizes', sizes: droplets, tell: autoscalePoolPrice },
  byoipPrefixes_list: invoice,
  cdn_list_endpoints: invoice,
  databases_list_clusters: invoice,
  databases_list_replicas: invoice,
  dedicatedInferences_list: { by: 'sizes', sizes: accelerators, tell: inferencePrice },
  domains_list: free,
  droplets_list: { by: 'row', tell: dropletPrice, isByTheHour: true },
  firewalls_list: free,
  functions_list_namespaces: invoice,
  genai_list_agents: invoice,
  genai_list_custom_models: { by: 'row', tell: customModelPrice },
  images_list: { by: 'row', tell: imagePrice, isByTheHour: true },
  kubernetes_list_clusters: { by: 'sizes', sizes: droplets, tell: clusterPrice, isByTheHour: true },
  kubernetes_list_nodePools: { by: 'sizes', sizes: droplets, tell: nodePoolPrice },
  loadBalancers_list: invoice,
  nfs_list: invoice,
  nfs_list_snapshot: invoice,
  partnerAttachments_list: invoice,
  registries_list: { by: 'row', tell: registryPrice },
  reservedIPs_list: { by: 'droplet', dropletOf: (row) => identifier(record(row.droplet)?.id) },
  reservedIPv6_list: invoice,
  sizes_list: { by: 'row', tell: sizePrice },
  snapshots_list: { by: 'row', tell: storedPrice, isByTheHour: true },
  uptime_list_checks: invoice,
  vectorDatabases_list: invoice,
  volumeSnapshots_list: { by: 'row', tell: storedPrice, isByTheHour: true },
  volumes_list: { by: 'droplet', dropletOf: (row) => identifier(list(row.droplet_ids)[0]) },
  vpcPeerings_list: invoice,
  vpcnatgateways_list: invoice,
  vpcs_list: free,
};

export const costRuleOf = (familyId: string): CostRule | null =>
  Object.hasOwn(rules, familyId) ? (rules[familyId] ?? null) : null;
