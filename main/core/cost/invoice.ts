import { type Amount, amountOf, nothing } from '../../../preload/contract/amounts.ts';
import { identifier, string, type WireRecord } from '../digitalocean/resources/wire-values.ts';

/** What an invoice names, thing by thing. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Billing */
export interface Billed {
  /** The month, as `2026-10`. */
  period: string;
  /** Sums by the id that the items name. */
  byResource: ReadonlyMap<string, Amount>;
}

/** The youngest invoice of a list, whose order the API does not promise; `null` if there is none yet. */
export function lastInvoice(invoices: readonly WireRecord[]): { uuid: string; period: string } | null {
  let last: { uuid: string; period: string } | null = null;
  for (const invoice of invoices) {
    const [uuid, period] = [string(invoice.invoice_uuid), string(invoice.invoice_period)];
    if (uuid === null || period === null || !/^\d{4}-\d{2}$/.test(period)) continue;
    if (last === null || period > last.period) last = { uuid, period };
  }
  return last;
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
