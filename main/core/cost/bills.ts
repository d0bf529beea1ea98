import { amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Bill } from '../../../preload/contract/bills.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { list, record, string, timeMs, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import { pageSize } from '../fetched/definition.ts';
import type { CoreServices } from '../services.ts';

/** Invoices come once a month; what the preview says is computed a few times a day. */
const listFreshForMs = 600_000;
const previewFreshForMs = 1_800_000;
/** A refusal is not tried again for each thing that is opened. */
const refusedForMs = 600_000;
/** An invoice that is closed does not change. Those asked longest ago are dropped. */
const keptAtMost = 60;

interface Kept<T> {
  atMs: number;
  answer: Outcome<T>;
}

/** The invoices of each connection and their items, read when somebody looks and kept in memory. */
export interface Bills {
  /** Newest month first, the preview before all others. */
  of(connectionId: string): Promise<Outcome<readonly Bill[]>>;
  items(bill: Bill): Promise<Outcome<readonly WireRecord[]>>;
  stop(): void;
}

export function createBills({ api, clock, state }: Pick<CoreServices, 'api' | 'clock' | 'state'>): Bills {
  const answers = new Map<string, Kept<unknown>>();
  const running = new Map<string, Promise<Outcome<unknown>>>();

  /** What was read before and is fresh, what is being read, or else a new read. */
  function once<T>(connectionId: string, what: string, freshForMs: number, read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const key = `${connectionId} ${what}`;
    const known = answers.get(key) as Kept<T> | undefined;
    if (known && Math.abs(clock.now() - known.atMs) < (known.answer.ok ? freshForMs : refusedForMs))
      return Promise.resolve(known.answer);
    const asked =
      (running.get(key) as Promise<Outcome<T>> | undefined) ??
      read().then((answer) => {
        running.delete(key);
        answers.delete(key);
        answers.set(key, { atMs: clock.now(), answer });
        for (const one of answers.keys()) if (!state().connections.has(one.split(' ')[0] ?? '')) answers.delete(one);
        const [oldest] = answers.keys();
        if (answers.size > keptAtMost && oldest !== undefined) answers.delete(oldest);
        return answer;
      });
    running.set(key, asked);
    return asked;
  }

  async function readList(connectionId: string): Promise<Outcome<readonly Bill[]>> {
    const opened = api(connectionId);
    if (!opened.ok) return opened;
    // The preview stands beside the list, which a listing of all pages would drop. So many months are sixteen years.
    const answer = await opened.value.call('invoices_list', { query: { per_page: String(pageSize) } });
    if (!answer.ok) return failed(answer.failure);
    const body = record(answer.value.body);
    const bills = list(body?.invoices).flatMap((row) => billOf(connectionId, row, false) ?? []);
    const preview = billOf(connectionId, body?.invoice_preview, true);
    // The order is not promised.
    const sorted = bills.sort((one, other) => other.period.localeCompare(one.period));
    return success(preview ? [preview, ...sorted] : sorted);
  }

  return {
    of: (connectionId) => once(connectionId, 'list', listFreshForMs, () => readList(connectionId)),
    items: (bill) =>
      once(bill.connectionId, bill.uuid, bill.isPreview ? previewFreshForMs : Number.POSITIVE_INFINITY, async () => {
        const opened = api(bill.connectionId);
        if (!opened.ok) return opened;
        const read = await opened.value.listAll('invoices_get_byUUID', { path: { invoice_uuid: bill.uuid } });
        if (!read.ok) return failed(read.failure);
        return success(read.value.items.map(record).filter((row) => row !== null));
      }),
    stop() {
      answers.clear();
      running.clear();
    },
  };
}

/** An invoice from the wire; `null` without its id, its month or its amount. */
function billOf(connectionId: string, raw: unknown, isPreview: boolean): Bill | null {
  const row = record(raw);
  const [uuid, period, amount] = [string(row?.invoice_uuid), string(row?.invoice_period), amountOf(row?.amount)];
  if (uuid === null || uuid === '' || period === null || !/^\d{4}-\d{2}$/.test(period) || amount === null) return null;
  return { connectionId, uuid, period, usd: textOf(amount), updatedAtMs: timeMs(row?.updated_at), isPreview };
}
