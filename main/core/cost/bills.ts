import { amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Bill } from '../../../preload/contract/bills.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { list, record, string, timeMs, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import { pageSize } from '../fetched/definition.ts';
import { periodBefore, periodOf } from '../money/calendar.ts';
import type { CoreServices } from '../services.ts';
import { type Billed, billedBy } from './invoice.ts';

/** Invoices come once a month; what the preview says is computed a few times a day. */
const listFreshForMs = 600_000;
const previewFreshForMs = 1_800_000;
/** Until the invoice of the month before is there, it is looked for so often. It takes DigitalOcean up to three days. */
const lookAgainMs = 12 * 3_600_000;
/** A refusal is not tried again for each thing that is opened. */
const refusedForMs = 600_000;
/** Whatever else failed may be over soon, and a person may try again; but not each of many things that ask at once. */
const failedForMs = 2_000;
/** An invoice that is closed does not change. Those asked longest ago are dropped. */
const keptAtMost = 60;
/** Pages of the list, a month an entry. A list that is longer than 80 years is none. */
const pagesAtMost = 5;

interface Kept<T> {
  atMs: number;
  answer: Outcome<T>;
}

/** The invoices of each connection and their items, read when somebody looks and kept in memory. */
export interface Bills {
  /** Newest month first, the preview before all others. */
  of(connectionId: string): Promise<Outcome<readonly Bill[]>>;
  items(bill: Bill): Promise<Outcome<readonly WireRecord[]>>;
  /** What the last invoice names, thing by thing, which is read once a month; `null`: the team has none yet. */
  last(connectionId: string): Promise<Outcome<Billed | null>>;
  /** What the preview of the running month names; `null`: there is no preview. */
  running(connectionId: string): Promise<Outcome<Billed | null>>;
  stop(): void;
}

export function createBills({ api, clock, state }: Pick<CoreServices, 'api' | 'clock' | 'state'>): Bills {
  const answers = new Map<string, Kept<unknown>>();
  const running = new Map<string, Promise<Outcome<unknown>>>();
  /** By the items, which stay the same object as long as they are kept. */
  const sums = new WeakMap<readonly WireRecord[], Billed>();

  /** What was read before and is fresh, what is being read, or else a new read. */
  function once<T>(
    connectionId: string,
    what: string,
    isFresh: (value: T, ageMs: number) => boolean,
    read: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const key = `${connectionId} ${what}`;
    const known = answers.get(key) as Kept<T> | undefined;
    const ageMs = known ? Math.abs(clock.now() - known.atMs) : 0;
    if (known && isKept(known.answer, ageMs, isFresh)) return Promise.resolve(known.answer);
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
    const bills = new Map<string, Bill>();
    let preview: Bill | null = null;
    // The preview stands beside the list, which a listing of all pages would drop.
    for (let page = 1; page <= pagesAtMost; page += 1) {
      const query = { per_page: String(pageSize), ...(page > 1 && { page: String(page) }) };
      const answer = await opened.value.call('invoices_list', { query });
      if (!answer.ok) return failed(answer.failure);
      const body = record(answer.value.body);
      preview ??= billOf(connectionId, body?.invoice_preview, true);
      const before = bills.size;
      for (const row of list(body?.invoices)) {
        const bill = billOf(connectionId, row, false);
        if (bill) bills.set(bill.uuid, bill);
      }
      if (bills.size === before || string(record(record(body?.links)?.pages)?.next) === null) break;
    }
    // The order is not promised.
    const sorted = [...bills.values()].sort((one, other) => other.period.localeCompare(one.period));
    return success(preview ? [preview, ...sorted] : sorted);
  }

  const listOf = (connectionId: string, isFresh: (bills: readonly Bill[], ageMs: number) => boolean) =>
    once(connectionId, 'list', isFresh, () => readList(connectionId));

  const items = (bill: Bill) =>
    once<readonly WireRecord[]>(
      bill.connectionId,
      bill.uuid,
      (_, ageMs) => !bill.isPreview || ageMs < previewFreshForMs,
      async () => {
        const opened = api(bill.connectionId);
        if (!opened.ok) return opened;
        const read = await opened.value.listAll('invoices_get_byUUID', { path: { invoice_uuid: bill.uuid } });
        if (!read.ok) return failed(read.failure);
        return success(read.value.items.map(record).filter((row) => row !== null));
      },
    );

  async function billed(bill: Bill | undefined): Promise<Outcome<Billed | null>> {
    if (bill === undefined) return success(null);
    const read = await items(bill);
    if (!read.ok) return read;
    const known = sums.get(read.value) ?? billedBy(bill.period, read.value);
    sums.set(read.value, known);
    return success(known);
  }

  const closed = (bills: readonly Bill[]) => bills.find(({ isPreview }) => !isPreview);
  const isYoung = (_: readonly Bill[], ageMs: number) => ageMs < listFreshForMs;

  return {
    of: (connectionId) => listOf(connectionId, isYoung),
    items,
    async last(connectionId) {
      const before = periodBefore(periodOf(clock.now()));
      const read = await listOf(connectionId, (bills, ageMs) => closed(bills)?.period === before || ageMs < lookAgainMs);
      return read.ok ? billed(closed(read.value)) : read;
    },
    async running(connectionId) {
      const read = await listOf(connectionId, isYoung);
      return read.ok ? billed(read.value.find(({ isPreview }) => isPreview)) : read;
    },
    stop() {
      answers.clear();
      running.clear();
    },
  };
}

function isKept<T>(answer: Outcome<T>, ageMs: number, isFresh: (value: T, ageMs: number) => boolean): boolean {
  if (answer.ok) return isFresh(answer.value, ageMs);
  return ageMs < (answer.failure.kind === 'forbidden' ? refusedForMs : failedForMs);
}

/** An invoice from the wire; `null` without its id, its month or its amount. */
function billOf(connectionId: string, raw: unknown, isPreview: boolean): Bill | null {
  const row = record(raw);
  const [uuid, period, amount] = [string(row?.invoice_uuid), string(row?.invoice_period), amountOf(row?.amount)];
  if (uuid === null || uuid === '' || period === null || !/^\d{4}-\d{2}$/.test(period) || amount === null) return null;
  return { connectionId, uuid, period, usd: textOf(amount), updatedAtMs: timeMs(row?.updated_at), isPreview };
}
