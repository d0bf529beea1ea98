import { amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Payment, Payments } from '../../../preload/contract/bills.ts';
import { type Failure, type Outcome, success } from '../../../preload/contract/failure.ts';
import { string, timeMs, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import type { Resources } from '../resources/resources.ts';

/** DigitalOcean writes a few entries a month. */
const freshForMs = 600_000;

/**
 * An entry of the billing history, its amount as DigitalOcean writes it; `null` without its amount or its time.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/billingHistory_list
 */
export function paymentOf(connectionId: string, row: WireRecord): Payment | null {
  const [usd, atMs] = [amountOf(row.amount), timeMs(row.date)];
  if (usd === null || atMs === null) return null;
  return {
    connectionId,
    atMs,
    type: string(row.type) ?? '',
    description: string(row.description) ?? '',
    usd: string(row.amount)?.trim() ?? textOf(usd),
  };
}

/** Invoices, payments, credits and whatever else changed what the teams owe, newest first. */
export async function readPayments(
  resources: Pick<Resources, 'rows'>,
  connectionIds: readonly string[],
): Promise<Outcome<Payments>> {
  const unread: { connectionId: string; failure: Failure }[] = [];
  const read = await Promise.all(
    connectionIds.map(async (connectionId) => {
      const rows = await resources.rows({ connectionId, familyId: 'billingHistory_list' }, freshForMs);
      if (rows.ok) return rows.value.flatMap((row) => paymentOf(connectionId, row) ?? []);
      unread.push({ connectionId, failure: rows.failure });
      return [];
    }),
  );
  return success({ payments: read.flat().sort((one, other) => other.atMs - one.atMs), unread });
}
