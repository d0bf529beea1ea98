import { type Call, ok, type Reply } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { badRequest, notFound } from '../../wire/problem.ts';
import { type Row, Table, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, type World } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { csvOf } from './invoice-csv.ts';
import { pdfOf } from './invoice-pdf.ts';
import { costBetween, monthStart, periodOf, pricedThings, spentBetween } from './prices.ts';
import { projectName } from './projects.ts';
import { accountOf } from './spent-days.ts';

const path = '/v2/customers/my/invoices';
const months = 14;

/** Grows every hour. Computed from what the team has and since when. */
function balance({ world, team }: Call): Reply {
  const used = spentBetween(team, monthStart(world.now()), world.now());
  const account = accountOf(team);
  return ok({
    month_to_date_balance: (used + account).toFixed(2),
    account_balance: account.toFixed(2),
    month_to_date_usage: used.toFixed(2),
    generated_at: isoOf(world.now()),
  });
}

/** Past months, the latest first. A month in which nothing existed has no invoice. */
function seedInvoices(world: World, team: Team): Row[] {
  return Array.from({ length: months }, (_, index) => index + 1).flatMap((back) => {
    const [fromMs, toMs] = [monthStart(world.startMs, back), monthStart(world.startMs, back - 1)];
    const amount = spentBetween(team, fromMs, toMs);
    if (amount === 0) return [];
    const random = team.random('invoice', back);
    return [
      {
        invoice_uuid: random.uuid(),
        invoice_id: String(random.whole(400_000_000, 499_999_999)),
        amount: amount.toFixed(2),
        invoice_period: periodOf(fromMs),
        updated_at: isoOf(toMs + 2 * dayMs),
      },
    ];
  });
}

function listInvoices(call: Call): Reply {
  const { world, team } = call;
  return listReply(call, team.table(path), undefined, { invoice_preview: previewOf(world, team) });
}

/** The month that runs, as far as it has cost. */
function previewOf(world: World, team: Team): Row {
  const period = periodOf(world.now());
  return {
    invoice_uuid: team.random('preview', period).uuid(),
    amount: spentBetween(team, monthStart(world.now()), world.now()).toFixed(2),
    invoice_period: period,
    updated_at: isoOf(world.now()),
  };
}

function invoiceOf({ world, team, path: values }: Call): Row {
  const preview = previewOf(world, team);
  const found = values.invoice_uuid === preview.invoice_uuid ? preview : team.table(path).find(values.invoice_uuid);
  if (!found) throw notFound();
  return found;
}

/** The lines of an invoice: one for each thing that existed in its month. */
function itemsOf(world: World, team: Team, invoice: Row): Row[] {
  const fromMs = Date.parse(`${textOf(invoice, 'invoice_period')}-01T00:00:00Z`);
  const toMs = Math.min(monthStart(fromMs, -1), world.now());
  return pricedThings(team).flatMap((thing) => {
    const amount = costBetween(thing, fromMs, toMs);
    if (amount === 0) return [];
    const beganMs = Math.max(fromMs, thing.createdAtMs);
    return [
      {
        product: thing.product,
        resource_uuid: '',
        resource_id: thing.id,
        group_description: '',
        description: `${thing.name} (${thing.region})`,
        amount: amount.toFixed(2),
        duration: String(Math.round((toMs - beganMs) / 3_600_000)),
        duration_unit: 'Hours',
        start_time: isoOf(beganMs),
        end_time: isoOf(toMs),
        project_name: thing.urn === null ? '' : projectName(team, thing.urn),
      },
    ];
  });
}

function listItems(call: Call): Reply {
  const items = itemsOf(call.world, call.team, invoiceOf(call)).map((item, index) => ({ ...item, index }));
  const table = new Table('index', items);
  return listReply(
    call,
    table,
    items.map(({ index: _, ...item }) => item),
  );
}

function summary(call: Call): Reply {
  const invoice = invoiceOf(call);
  const byProduct = Map.groupBy(itemsOf(call.world, call.team, invoice), (item) => textOf(item, 'product'));
  const items = [...byProduct].map(([name, rows]) => ({ name, amount: sumOf(rows), count: String(rows.length) }));
  return ok({
    invoice_uuid: invoice.invoice_uuid,
    invoice_id: invoice.invoice_id,
    billing_period: invoice.invoice_period,
    amount: invoice.amount,
    user_name: 'Mara Lindqvist',
    user_billing_address: {
      address_line1: '1 Quay Street',
      city: 'Port Example',
      region: '',
      postal_code: '00000',
      country_iso2_code: 'SE',
      created_at: isoOf(call.world.startMs - 900 * dayMs),
      updated_at: isoOf(call.world.startMs - 90 * dayMs),
    },
    user_company: call.team.name,
    user_email: call.team.email,
    product_charges: { name: 'Product usage charges', amount: invoice.amount, items },
    overages: { name: 'Overages', amount: '0.00' },
    taxes: { name: 'Taxes', amount: '0.00' },
    credits_and_adjustments: { name: 'Credits & adjustments', amount: '0.00' },
  });
}

const sumOf = (rows: readonly Row[]): string => rows.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2);

/** An invoice and its payment for each month, the latest first. */
function history(call: Call): Reply {
  const rows = call.team
    .table(path)
    .list()
    .flatMap((invoice) => {
      const number = { invoice_id: invoice.invoice_id, invoice_uuid: invoice.invoice_uuid };
      const billedMs = monthStart(Date.parse(`${textOf(invoice, 'invoice_period')}-01T00:00:00Z`), -1);
      const period = new Date(billedMs - dayMs).toLocaleString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
      return [
        {
          description: 'Payment (Visa 0000)',
          amount: `-${invoice.amount}`,
          ...number,
          date: isoOf(billedMs + dayMs / 2),
          type: 'Payment',
        },
        { description: `Invoice for ${period}`, amount: invoice.amount, ...number, date: isoOf(billedMs), type: 'Invoice' },
      ];
    });
  return listReply(call, new Table('date', rows), rows);
}

const fileReply = (name: string, mediaType: string, bytes: Buffer): Reply => ({
  status: 200,
  mediaType,
  bytes,
  headers: { 'content-disposition': `attachment; filename="${name}"` },
});

/** One amount for each day and product, for at most a year. */
function insights(call: Call): Reply {
  const [fromMs, toMs] = [Date.parse(call.path.start_date ?? ''), Date.parse(call.path.end_date ?? '')];
  if (Number.isNaN(fromMs) || Number.isNaN(toMs) || toMs < fromMs)
    throw badRequest('The dates must be written as YYYY-MM-DD, the earlier one first.');
  if (toMs - fromMs > 366 * dayMs) throw badRequest('The range must not exceed a year.');
  const byProduct = Map.groupBy(pricedThings(call.team), ({ product }) => product);
  const rows: Row[] = [];
  for (let atMs = fromMs; atMs <= toMs; atMs += dayMs) {
    for (const [product, things] of byProduct) {
      // The month's price is reached before its end, and nothing is estimated for days to come.
      const until = (toMs: number) => things.reduce((sum, one) => sum + costBetween(one, monthStart(atMs), toMs), 0);
      const amount = atMs + dayMs > call.world.now() ? 0 : until(atMs + dayMs) - until(atMs);
      if (amount < 0.005) continue;
      rows.push({
        usage_team_urn: `do:team:${call.team.uuid}`,
        start_date: new Date(atMs).toISOString().slice(0, 10),
        total_amount: amount.toFixed(2),
        region: things[0]?.region ?? '',
        sku: product.toLowerCase().replaceAll(' ', '-'),
        description: product,
        group_description: '',
      });
    }
  }
  return listReply(call, new Table('start_date'), rows);
}

export const billing: Family = {
  seeds: { [path]: ({ world, team }) => seedInvoices(world, team) },
  handlers: {
    balance_get: balance,
    billingHistory_list: history,
    invoices_list: listInvoices,
    invoices_get_byUUID: listItems,
    invoices_get_summaryByUUID: summary,
    invoices_get_csvByUUID: (call) => {
      const invoice = invoiceOf(call);
      return fileReply(`invoice-${invoice.invoice_id}.csv`, 'text/csv', csvOf(itemsOf(call.world, call.team, invoice)));
    },
    invoices_get_pdfByUUID: (call) => {
      const invoice = invoiceOf(call);
      return fileReply(
        `invoice-${invoice.invoice_id}.pdf`,
        'application/pdf',
        pdfOf(call.team.name, invoice, itemsOf(call.world, call.team, invoice)),
      );
    },
    billingInsights_list: insights,
  },
};
