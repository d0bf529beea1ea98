import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { record, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import { periodBefore, periodOf } from '../money/calendar.ts';
import type { CoreServices } from '../services.ts';
import { type Billed, billedBy, lastInvoice } from './invoice.ts';

/** Until the invoice of the month before is there, it is looked for so often. It takes DigitalOcean up to three days. */
const lookAgainMs = 12 * 3_600_000;
/** A refusal is not tried again for each thing that is opened. */
const refusedForMs = 600_000;

interface Kept {
  atMs: number;
  answer: Outcome<Billed | null>;
}

/** The last invoice of each connection, which is read once a month and kept in memory. `null`: the team has none yet. */
export interface LastInvoices {
  of(connectionId: string): Promise<Outcome<Billed | null>>;
  stop(): void;
}

export function createLastInvoices({ api, clock, state }: CoreServices): LastInvoices {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Outcome<Billed | null>>>();

  function stillTrue(connectionId: string): Outcome<Billed | null> | null {
    const one = kept.get(connectionId);
    if (one === undefined) return null;
    const ageMs = Math.abs(clock.now() - one.atMs);
    if (!one.answer.ok) return ageMs < refusedForMs ? one.answer : null;
    const isLatest = one.answer.value?.period === periodBefore(periodOf(clock.now()));
    return isLatest || ageMs < lookAgainMs ? one.answer : null;
  }

  async function read(connectionId: string): Promise<Outcome<Billed | null>> {
    const opened = api(connectionId);
    if (!opened.ok) return opened;
    const invoices = await opened.value.listAll('invoices_list', {});
    if (!invoices.ok) return failed(invoices.failure);
    const last = lastInvoice(rowsOf(invoices.value.items));
    if (last === null) return success(null);
    const items = await opened.value.listAll('invoices_get_byUUID', { path: { invoice_uuid: last.uuid } });
    return items.ok ? success(billedBy(last.period, rowsOf(items.value.items))) : failed(items.failure);
  }

  return {
    of(connectionId) {
      const known = stillTrue(connectionId);
      if (known !== null) return Promise.resolve(known);
      const asked =
        running.get(connectionId) ??
        read(connectionId).then((answer) => {
          running.delete(connectionId);
          for (const id of kept.keys()) if (!state().connections.has(id)) kept.delete(id);
          kept.set(connectionId, { atMs: clock.now(), answer });
          return answer;
        });
      running.set(connectionId, asked);
      return asked;
    },
    stop: () => kept.clear(),
  };
}

const rowsOf = (items: readonly unknown[]): WireRecord[] => items.map(record).filter((row) => row !== null);
