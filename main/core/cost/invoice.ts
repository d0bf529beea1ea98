import { type Amount, amountOf, nothing } from '../../../preload/contract/amounts.ts';
import { identifier, type WireRecord } from '../digitalocean/resources/wire-values.ts';

/** What an invoice names, thing by thing. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Billing */
export interface Billed {
  /** The month, as `2026-10`. */
  period: string;
  /** Sums by the id that the items name. */
  byResource: ReadonlyMap<string, Amount>;
}

/** Sums the items of an invoice for each thing. A thing may have several: a droplet and its backups are two. */
export function billedBy(period: string, items: readonly WireRecord[]): Billed {
  const byResource = new Map<string, Amount>();
  for (const item of items) {
    const amount = amountOf(item.amount);
    // Some products name their things by the one, some by the other; the other one is empty then.
    const ids = new Set([identifier(item.resource_id), identifier(item.resource_uuid)]);
    for (const id of ids) {
      if (id !== null && amount !== null) byResource.set(id, (byResource.get(id) ?? nothing).plus(amount));
    }
  }
  return { period, byResource };
}
