import { accruedThisMonth } from '../../../preload/contract/accrued.ts';
import { type Amount, amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Cost, CostReach } from '../../../preload/contract/cost.ts';
import { failed, success } from '../../../preload/contract/failure.ts';
import { identifier, record, timeMs, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices, CostsPart } from '../services.ts';
import { createBills } from './bills.ts';
import { readPayments } from './payments.ts';
import { appPrice, associatedPrice, type Sizes, sizesIn } from './prices.ts';
import { readCosts } from './read-costs.ts';
import { createDaysReader } from './read-days.ts';
import { createIdleReader } from './read-idle.ts';
import { type CostRule, costRuleOf, type SizeList } from './rules.ts';
import { summaryOf } from './summary.ts';

/** Prices of sizes change by the year. */
const sizesFreshForMs = 24 * 3_600_000;
/** It names the price of the size that a volume has now, and is read for one thing at a time. */
const associatedFreshForMs = 10_000;
/** Prices of apps kept in memory; the ones asked longest ago are dropped. */
const appPricesAtMost = 500;

interface Thing {
  id: string;
  row: WireRecord;
}

/**
 * What things cost, from what tells it at the least number of requests. Sizes and the last invoice are read once for all things
 * of a team; what takes a request for each thing is read only as far as the caller says.
 */
export function createCosts(services: CoreServices, resources: Resources): CostsPart {
  const bills = createBills(services);
  /** By connection and app, with the spec that was priced: another spec costs something else. */
  const appPrices = new Map<string, { spec: string; cost: Cost }>();

  async function billed(connectionId: string, thing: Thing): Promise<Cost> {
    const last = await bills.last(connectionId);
    if (!last.ok) return { kind: 'failed', failure: last.failure };
    if (last.value === null) return { kind: 'not-told', period: null };
    const { period, byResource } = last.value;
    const amount = idsOf(thing).flatMap((one) => byResource.get(one) ?? [])[0];
    return amount ? { kind: 'billed', usd: textOf(amount), period } : { kind: 'not-told', period };
  }

  async function bySizes(connectionId: string, list: SizeList, tell: (sizes: Sizes) => Cost | null): Promise<Cost> {
    const rows = await resources.rows({ connectionId, familyId: list.familyId }, sizesFreshForMs);
    if (!rows.ok) return { kind: 'failed', failure: rows.failure };
    return tell(sizesIn(rows.value, list.slug, list.price)) ?? notTold;
  }

  async function beside(connectionId: string, dropletId: string, { id, row }: Thing): Promise<Cost | null> {
    const address = { connectionId, familyId: 'droplets_list_associatedResources', parent: { droplet_id: dropletId } };
    const read = await resources.rows(address, associatedFreshForMs);
    return read.ok ? associatedPrice(read.value[0] ?? null, identifier(row.ip) ?? id) : null;
  }

  async function ofApp(connectionId: string, { id, row }: Thing, reach: CostReach): Promise<Cost> {
    const key = `${connectionId} ${id}`;
    const spec = JSON.stringify(row.spec);
    const known = appPrices.get(key);
    if (known?.spec === spec) return known.cost;
    if (reach === 'shared') {
      // In a list no request is made for each, and what it was billed last says more than nothing.
      const last = await billed(connectionId, { id, row });
      return last.kind === 'billed' ? last : { kind: 'on-request' };
    }
    if (reach === 'own') return { kind: 'on-request' };
    const api = services.api(connectionId);
    if (!api.ok) return { kind: 'failed', failure: api.failure };
    const checked = await api.value.call('apps_validate_appSpec', { body: { app_id: id, spec: row.spec } });
    if (!checked.ok) return { kind: 'failed', failure: checked.failure };
    const cost = appPrice(record(checked.value.body)) ?? notTold;
    appPrices.delete(key);
    appPrices.set(key, { spec, cost });
    const [oldest] = appPrices.keys();
    if (appPrices.size > appPricesAtMost && oldest !== undefined) appPrices.delete(oldest);
    return cost;
  }

  async function costOf(connectionId: string, rule: CostRule, thing: Thing, reach: CostReach): Promise<Cost> {
    switch (rule.by) {
      case 'nothing':
        return { kind: 'free' };
      case 'row':
        return rule.tell(thing.row) ?? notTold;
      case 'sizes':
        return bySizes(connectionId, rule.sizes, (sizes) => rule.tell(thing.row, sizes));
      case 'droplet': {
        const droplet = reach === 'shared' ? null : rule.dropletOf(thing.row);
        const told = droplet === null ? null : await beside(connectionId, droplet, thing);
        return told ?? billed(connectionId, thing);
      }
      case 'spec':
        return ofApp(connectionId, thing, reach);
      case 'invoice':
        return billed(connectionId, thing);
    }
  }

  const days = createDaysReader(services);

  const tellCosts: CostsPart['calls']['tellCosts'] = async ({ connectionId, familyId, things, reach, isSoFarTold = false }) => {
    const rule = costRuleOf(familyId);
    if (rule === null) return success(things.map(() => null));
    const [costs, soFar] = await Promise.all([
      Promise.all(things.map((thing) => costOf(connectionId, rule, thing, reach))),
      isSoFarTold && rule.by !== 'nothing' ? bills.running(connectionId) : null,
    ]);
    if (soFar === null) return success(costs);
    const preview = soFar.ok ? (soFar.value?.byResource ?? null) : null;
    return success(
      costs.map((cost, index) => withSoFar(rule, cost, { preview, thing: things[index], nowMs: services.clock.now() })),
    );
  };
  const idle = createIdleReader({ services, resources, tellCosts });

  return {
    calls: {
      tellCosts,
      readCosts: (wanted) => readCosts(services, { bills, resources }, wanted),
      async readBills({ connectionIds }) {
        const read = await Promise.all(connectionIds.map(async (id) => ({ connectionId: id, answer: await bills.of(id) })));
        const all = read.flatMap(({ answer }) => (answer.ok ? answer.value : []));
        return success({
          bills: all.toSorted(
            (one, other) => Number(other.isPreview) - Number(one.isPreview) || other.period.localeCompare(one.period),
          ),
          unread: read.flatMap(({ connectionId, answer }) => (answer.ok ? [] : [{ connectionId, failure: answer.failure }])),
        });
      },
      async readBill({ connectionId, uuid }) {
        const opened = services.api(connectionId);
        if (!opened.ok) return opened;
        const answer = await opened.value.call('invoices_get_summaryByUUID', { path: { invoice_uuid: uuid } });
        return answer.ok ? success(summaryOf(answer.value.body)) : failed(answer.failure);
      },
      readPayments: ({ connectionIds }) => readPayments(resources, connectionIds),
      readDays: ({ connectionIds }) => days.read(connectionIds),
      readIdle: ({ connectionIds, isForced = false }) => idle.read(connectionIds, isForced),
    },
    stop() {
      bills.stop();
      days.stop();
      idle.stop();
      appPrices.clear();
    },
  };
}

/** Adds what the preview of the invoice names for the thing, or else about what its price and its age make. */
function withSoFar(
  rule: CostRule,
  cost: Cost,
  { preview, thing, nowMs }: { preview: ReadonlyMap<string, Amount> | null; thing: Thing | undefined; nowMs: number },
): Cost {
  if (thing === undefined || cost.kind === 'free' || cost.kind === 'failed') return cost;
  const named = idsOf(thing).flatMap((id) => preview?.get(id) ?? [])[0];
  if (named) return { ...cost, soFar: { usd: textOf(named), isAbout: false } };
  const createdMs = timeMs(thing.row.created_at);
  const isByTheHour = (rule.by === 'row' || rule.by === 'sizes') && rule.isByTheHour === true;
  if (!isByTheHour || createdMs === null || cost.kind !== 'price' || cost.range !== null || cost.per !== 'month') return cost;
  const hourly = amountOf(record(thing.row.size)?.price_hourly);
  const price = { monthlyUsd: cost.usd, hourlyUsd: hourly && textOf(hourly) };
  return { ...cost, soFar: { usd: textOf(accruedThisMonth(price, createdMs, nowMs)), isAbout: true } };
}

/** An invoice names a thing by any of these. */
const idsOf = ({ id, row }: Thing): string[] => [id, identifier(row.id), identifier(row.uuid)].filter((one) => one !== null);

const notTold: Cost = { kind: 'not-told', period: null };
