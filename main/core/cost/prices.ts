import { Big } from 'big.js';
import { amountOf, nothing, sumOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Cost, LeftOut } from '../../../preload/contract/cost.ts';
import {
  integer,
  isTrue,
  list,
  number,
  record,
  string,
  strings,
  type WireRecord,
} from '../digitalocean/resources/wire-values.ts';

/*
 * Prices that the API tells, each a pure function of its rows. `null`: the row does not say enough.
 */

type Price = Extract<Cost, { kind: 'price' }>;

/** Prices of sizes by slug. */
export type Sizes = ReadonlyMap<string, Big>;

export function priceOf(usd: Big, more: Partial<Omit<Price, 'kind' | 'usd'>> = {}): Price {
  return { kind: 'price', usd: textOf(usd), range: null, per: 'month', isAbout: false, without: [], ...more };
}

const told = (value: unknown, more?: Partial<Price>): Price | null => {
  const amount = amountOf(value);
  return amount && priceOf(amount, more);
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Sizes, or the sizes of dedicated inference. */
export function sizesIn(rows: readonly WireRecord[], slug: string, price: string): Sizes {
  const sizes = new Map<string, Big>();
  for (const row of rows) {
    const [name, amount] = [string(row[slug]), amountOf(row[price])];
    if (name !== null && amount !== null) sizes.set(name, amount);
  }
  return sizes;
}

/** Machines of one size: how many there are, and between how many they grow by themselves. */
interface Machines {
  size: string | null;
  now: number;
  least: number;
  most: number;
}

function machinesPrice(machines: readonly Machines[], sizes: Sizes, without: readonly LeftOut[] = []): Price | null {
  const sums = { now: nothing, least: nothing, most: nothing };
  for (const { size, now, least, most } of machines) {
    const each = size === null ? undefined : sizes.get(size);
    if (each === undefined) return null;
    sums.now = sums.now.plus(each.times(now));
    sums.least = sums.least.plus(each.times(least));
    sums.most = sums.most.plus(each.times(most));
  }
  const isFixed = sums.least.eq(sums.most);
  const range = isFixed ? null : { fromUsd: textOf(sums.least), toUsd: textOf(sums.most) };
  return priceOf(sums.now, { range, without });
}

const poolMachines = (pool: WireRecord): Machines => {
  const now = integer(pool.count) ?? 0;
  const grows = isTrue(pool.auto_scale);
  return {
    size: string(pool.size),
    now,
    least: grows ? (integer(pool.min_nodes) ?? now) : now,
    most: grows ? (integer(pool.max_nodes) ?? now) : now,
  };
};

export const nodePoolPrice = (pool: WireRecord, sizes: Sizes): Price | null => machinesPrice([poolMachines(pool)], sizes);

/** The nodes. What the control plane costs that is kept in several copies, nobody tells. */
export function clusterPrice(cluster: WireRecord, sizes: Sizes): Price | null {
  const pools = list(cluster.node_pools)
    .map(record)
    .filter((pool) => pool !== null);
  return machinesPrice(pools.map(poolMachines), sizes, isTrue(cluster.ha) ? ['control-plane'] : []);
}

/** The droplets of an autoscale pool, from the fewest to the most that it may have. */
export function autoscalePoolPrice(pool: WireRecord, sizes: Sizes): Price | null {
  const config = record(pool.config) ?? {};
  const fixed = integer(config.target_number_instances);
  const now = integer(pool.active_resources_count) ?? fixed ?? integer(config.min_instances);
  if (now === null) return null;
  const [least, most] = [integer(config.min_instances) ?? fixed ?? now, integer(config.max_instances) ?? fixed ?? now];
  return machinesPrice([{ size: string(record(pool.droplet_template)?.size), now, least, most }], sizes);
}

export function dropletPrice(droplet: WireRecord): Price | null {
  const without: readonly LeftOut[] = strings(droplet.features).includes('backups') ? ['backups'] : [];
  return told(record(droplet.size)?.price_monthly, { without });
}

const gibibyte = new Big(1024).pow(3);
const cents = new Big(100);

/** The plan of a registry, and what it holds beyond that. */
export function registryPrice(registry: WireRecord): Price | null {
  const tier = record(record(registry.subscription)?.tier);
  const plan = amountOf(tier?.monthly_price_in_cents);
  if (plan === null || tier === null) return null;
  const [used, included] = [number(registry.storage_usage_bytes) ?? 0, number(tier.included_storage_bytes)];
  const overage = amountOf(tier.storage_overage_price_in_cents);
  if (included === null || used <= included || overage === null) return priceOf(plan.div(cents));
  const beyond = new Big(used).minus(included).div(gibibyte).times(overage);
  return priceOf(plan.plus(beyond).div(cents), { isAbout: true });
}

/** What a GB of a snapshot or of an own image costs a month. https://docs.digitalocean.com/products/snapshots/details/pricing/ */
const storedGbUsd = new Big('0.06');

export function storedPrice(row: WireRecord): Price | null {
  const size = amountOf(row.size_gigabytes);
  return size && priceOf(size.times(storedGbUsd), { isAbout: true });
}

/** Only what a team keeps is billed by its size: public images are not, and backups are a share of their droplet's price. */
export function imagePrice(image: WireRecord): Cost | null {
  if (image.public === true) return { kind: 'free' };
  return image.type === 'backup' ? { kind: 'not-told', period: null } : storedPrice(image);
}

export const addOnPrice = (addOn: WireRecord): Price | null => told(addOn.plan_price_per_month);
export const customModelPrice = (model: WireRecord): Price | null => told(model.cost_estimate_per_month, { isAbout: true });
export const sizePrice = (size: WireRecord): Price | null => told(size.price_monthly);

/** By the hour: what runs on accelerators has no monthly price. */
export function inferencePrice(inference: WireRecord, sizes: Sizes): Price | null {
  const deployments = list(record(inference.spec)?.model_deployments).map(record);
  const accelerators = deployments.flatMap((one) => list(one?.accelerators).map(record)).filter((one) => one !== null);
  const prices = accelerators.map((one) => sizes.get(string(one.accelerator_slug) ?? '')?.times(integer(one.scale) ?? 1));
  const known = prices.filter((price) => price !== undefined);
  if (prices.length === 0 || known.length < prices.length) return null;
  return priceOf(sumOf(known), { per: 'hour' });
}

/** What the check of an app's spec told, in US dollars a month. */
export const appPrice = (checked: WireRecord | null): Price | null => told(checked?.app_cost);

/** The cost of one thing among those that stay after its droplet. */
export function associatedPrice(associated: WireRecord | null, id: string): Price | null {
  const all = Object.values(associated ?? {}).flatMap((rows) => list(rows).map(record));
  return told(all.find((one) => one !== null && String(one.id) === id)?.cost);
}
