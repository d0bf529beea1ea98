import { type Amount, amountOf, nothing } from '../../../preload/contract/amounts.ts';
import { identifier, string, type WireRecord } from '../digitalocean/resources/wire-values.ts';

/** What an invoice names for one thing of a team, from all its items. */
export interface BilledThing {
  /** Unique within the team: the id that the invoice names, or its words where it names none. */
  key: string;
  ids: readonly string[];
  name: string;
  product: string;
  project: string | null;
  usd: Amount;
}

/** "web-01 (fra1)": what stands in brackets is the size or the region. */
const nameIn = (description: string): string => description.replace(/\s*\([^()]*\)\s*$/, '').trim();

/**
 * The items of an invoice, those of one thing in one line. Parts of a whole, such as the nodes of a cluster, come under its name,
 * which is all that the API says of the whole.
 */
export function thingsIn(items: readonly WireRecord[]): Map<string, BilledThing> {
  const things = new Map<string, BilledThing>();
  for (const item of items) {
    const amount = amountOf(item.amount);
    if (amount === null) continue;
    const ids = [identifier(item.resource_uuid), identifier(item.resource_id)].filter(
      (one) => one !== null && one !== '',
    ) as string[];
    const product = string(item.product) ?? '';
    const description = string(item.description) ?? '';
    const group = string(item.group_description) ?? '';
    const name = group || nameIn(description) || product;
    const key = ids[0] ?? `${product}/${name}`;
    const before = things.get(key);
    things.set(key, {
      key,
      ids,
      name: before?.name ?? name,
      product: before?.product ?? product,
      project: before?.project ?? (string(item.project_name) || null),
      usd: (before?.usd ?? nothing).plus(amount),
    });
  }
  return things;
}
