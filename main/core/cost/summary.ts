import { amountOf, nothing, textOf } from '../../../preload/contract/amounts.ts';
import type { BillSummary } from '../../../preload/contract/bills.ts';
import { identifier, list, record, string } from '../digitalocean/resources/wire-values.ts';

/** What an invoice is made of. https://docs.digitalocean.com/reference/api/digitalocean/#operation/invoices_get_summaryByUUID */
export function summaryOf(raw: unknown): BillSummary {
  const body = record(raw);
  const products = list(record(body?.product_charges)?.items).flatMap((item) => {
    const row = record(item);
    const [name, amount] = [string(row?.name), amountOf(row?.amount)];
    return name === null || amount === null ? [] : { name, usd: textOf(amount), count: identifier(row?.count) ?? '' };
  });
  const charges = [body?.overages, body?.taxes, body?.credits_and_adjustments].flatMap((item) => {
    const row = record(item);
    const [name, amount] = [string(row?.name), amountOf(row?.amount) ?? nothing];
    return name === null || amount.eq(0) ? [] : { name, usd: textOf(amount) };
  });
  const bySize = (one: { usd: string }, other: { usd: string }) => (amountOf(other.usd) ?? nothing).cmp(one.usd);
  return { products: products.sort(bySize), charges };
}
