import { accruedUsd } from '../../../preload/contract/accrued.ts';
import { amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Idle, IdleThing } from '../../../preload/contract/bills.ts';
import type { Cost } from '../../../preload/contract/cost.ts';
import { type Failure, type Outcome, success } from '../../../preload/contract/failure.ts';
import { idleKey } from '../../../preload/contract/idle-key.ts';
import { listDropletActions } from '../digitalocean/resources/actions.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { identifier } from '../digitalocean/resources/wire-values.ts';
import { jobsOf } from '../jobs/all.ts';
import { dayMs } from '../money/calendar.ts';
import { unusedKey } from '../money/unused-since.ts';
import { dropletKey, splitDropletKey } from '../names/droplet-key.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices, CostsPart } from '../services.ts';
import type { ConnectionState } from '../state/state.ts';
import { thingsOfFamily } from '../words/family-nouns.ts';
import { idleWords } from '../words/idle.ts';
import { type FoundIdle, type IdleFacts, idleIn, idleRules, offSince } from './idle.ts';

/** The lists are read when somebody looks, and are fresh for so long. */
const freshForMs = 600_000;
/** Since when a droplet is off takes a request for each; so many are asked. */
const offAskedAtMost = 20;
/** Families of whose things only the team's droplets and volumes tell whether they serve. */
const needsDroplets = new Set(['snapshots_list', 'images_list']);

interface Reading {
  services: CoreServices;
  resources: Pick<Resources, 'rows'>;
  tellCosts: CostsPart['calls']['tellCosts'];
}

/** What costs and serves nothing, in all these teams. Reads six lists of each, and the actions of the droplets that are off. */
export function createIdleReader({ services, resources, tellCosts }: Reading) {
  /** When a droplet went off changes only with the droplet. */
  const offTimes = new Map<string, { atMs: number; asked: Promise<number | null> }>();

  function sinceOff(connection: ConnectionState, droplet: Droplet): Promise<number | null> {
    const key = dropletKey(connection.id, droplet.id);
    const before = offTimes.get(key);
    if (before && Math.abs(services.clock.now() - before.atMs) < freshForMs) return before.asked;
    for (const one of offTimes.keys())
      if (!services.state().connections.has(splitDropletKey(one).connectionId)) offTimes.delete(one);
    const opened = services.api(connection.id);
    const asked = opened.ok
      ? listDropletActions(opened.value, droplet.id).then((actions) => (actions.ok ? offSince(actions.value) : null))
      : Promise.resolve(null);
    offTimes.set(key, { atMs: services.clock.now(), asked });
    return asked;
  }

  function offOf(connection: ConnectionState): Promise<IdleThing[]> {
    // What is off for a while, or against somebody's will, is not to be ended.
    const isMeant = (id: number) => !(connection.runningOn.has(id) || connection.pending.has(id) || connection.downs.has(id));
    const off = [...connection.droplets.values()].filter(({ id, status }) => status === 'off' && isMeant(id));
    const byPrice = off.sort((one, other) => (other.priceMonthlyUsd ?? 0) - (one.priceMonthlyUsd ?? 0));
    return Promise.all(
      byPrice.map(async (droplet, index): Promise<IdleThing> => {
        const sinceMs = index < offAskedAtMost ? await sinceOff(connection, droplet) : null;
        const monthlyUsd = amountText(droplet.priceMonthlyUsd);
        return {
          key: idleKey(connection.id, 'droplets_list', String(droplet.id)),
          reason: 'off',
          connectionId: connection.id,
          familyId: 'droplets_list',
          id: String(droplet.id),
          name: droplet.name,
          detail: [droplet.sizeSlug, droplet.regionSlug].join(', '),
          sinceMs,
          isAtLeast: false,
          cost: monthlyUsd === null ? notTold : priced(monthlyUsd),
          monthlyUsd,
          soFarUsd: sinceMs === null ? null : soFar(monthlyUsd, sinceMs, amountText(droplet.priceHourlyUsd)),
          job: jobOf('droplets_list', 'destroy', idleWords.endCost),
        };
      }),
    );
  }

  const soFar = (monthlyUsd: string | null, sinceMs: number, hourlyUsd: string | null = null): string | null =>
    monthlyUsd === null ? null : textOf(accruedUsd({ monthlyUsd, hourlyUsd }, sinceMs, services.clock.now()));

  /** Notes what was seen, and adds since when where nobody tells it. What was seen first today says nothing yet. */
  function remembered(connectionId: string, familyIds: readonly string[], things: readonly IdleThing[]): IdleThing[] {
    const nowMs = services.clock.now();
    const keyOf = ({ familyId, id }: IdleThing) => unusedKey(familyId, id);
    const keys = things.filter(({ familyId }) => familyIds.includes(familyId)).map(keyOf);
    services.dispatch({ type: 'unused-seen', connectionId, look: { familyIds, keys, atMs: nowMs } });
    const known = new Map(
      services
        .state()
        .unusedSince.get(connectionId)
        ?.map(({ key, sinceMs }) => [key, sinceMs]),
    );
    return things.map((thing) => {
      const sinceMs = known.get(keyOf(thing));
      if (thing.sinceMs !== null || sinceMs === undefined || nowMs - sinceMs < dayMs) return thing;
      return { ...thing, sinceMs, isAtLeast: true, soFarUsd: soFar(thing.monthlyUsd, sinceMs) };
    });
  }

  async function ofTeam(connection: ConnectionState, freshMs: number, unread: Idle['unread']): Promise<IdleThing[]> {
    const { id: connectionId } = connection;
    const rows = async (familyId: string, query?: Record<string, string>) =>
      resources.rows({ connectionId, familyId, ...(query ? { query } : {}) }, freshMs);
    const read = await Promise.all(
      idleRules.map(async (rule) => ({
        rule,
        answer: await rows(rule.familyId, rule.familyId === 'images_list' ? { private: 'true' } : undefined),
      })),
    );
    const volumes = read.find(({ rule }) => rule.familyId === 'volumes_list')?.answer;
    const hasDroplets = connection.fetches.droplets.fetchedAtMs !== null && connection.fetches.droplets.leftOut === 0;
    const facts: IdleFacts = {
      dropletIds: hasDroplets ? new Set([...connection.droplets.keys()].map(String)) : null,
      usedImageIds: hasDroplets ? new Set([...connection.droplets.values()].map(({ imageId }) => String(imageId))) : null,
      volumeIds: volumes?.ok ? new Set(volumes.value.flatMap((row) => identifier(row.id) ?? [])) : null,
      nowMs: services.clock.now(),
    };
    const parts = await Promise.all(
      read.map(async ({ rule, answer }) => {
        if (!answer.ok) {
          unread.push({ connectionId, what: thingsOfFamily(rule.familyId), failure: answer.failure });
          return [];
        }
        const found = idleIn(rule, answer.value, facts);
        return withCosts(connectionId, rule.familyId, rule.job, found);
      }),
    );
    const isKnown = (familyId: string) => !needsDroplets.has(familyId) || (facts.dropletIds !== null && facts.volumeIds !== null);
    const seen = read.flatMap(({ rule, answer }) => (answer.ok && isKnown(rule.familyId) ? [rule.familyId] : []));
    return remembered(connectionId, hasDroplets ? [...seen, 'droplets_list'] : seen, [
      ...(await offOf(connection)),
      ...parts.flat(),
    ]);
  }

  async function withCosts(
    connectionId: string,
    familyId: string,
    job: string,
    found: readonly FoundIdle[],
  ): Promise<IdleThing[]> {
    if (found.length === 0) return [];
    const things = found.map(({ id, row }) => ({ id, row: row as Record<string, unknown> }));
    const told = await tellCosts({ connectionId, familyId, things, reach: 'shared' });
    return found.flatMap(({ row: _, ...one }, index): IdleThing[] => {
      const cost = (told.ok ? told.value[index] : null) ?? notTold;
      const monthlyUsd = monthlyOf(cost);
      // What costs nothing is no finding.
      if (cost.kind === 'free' || (monthlyUsd !== null && (amountOf(monthlyUsd)?.eq(0) ?? false))) return [];
      return [
        {
          ...one,
          key: idleKey(connectionId, familyId, one.id),
          connectionId,
          cost,
          monthlyUsd,
          sinceMs: null,
          isAtLeast: false,
          soFarUsd: null,
          job: jobOf(familyId, job),
        },
      ];
    });
  }

  return {
    async read(connectionIds: readonly string[], isForced: boolean): Promise<Outcome<Idle>> {
      const unread: { connectionId: string; what: string; failure: Failure }[] = [];
      const connections = connectionIds.flatMap((id) => services.state().connections.get(id) ?? []);
      const found = await Promise.all(connections.map((one) => ofTeam(one, isForced ? 0 : freshForMs, unread)));
      const things = found.flat().sort((one, other) => cmp(other.monthlyUsd, one.monthlyUsd));
      return success({ things, unread });
    },
    stop: () => offTimes.clear(),
  };
}

const notTold: Cost = { kind: 'not-told', period: null };
const priced = (usd: string): Cost => ({ kind: 'price', usd, range: null, per: 'month', isAbout: false, without: [] });
const amountText = (usd: number | null): string | null => {
  const amount = amountOf(usd);
  return amount && textOf(amount);
};

/** A month's price, or what the last invoice named for its month. */
const monthlyOf = (cost: Cost): string | null =>
  cost.kind === 'billed' || (cost.kind === 'price' && cost.per === 'month') ? cost.usd : null;

const cmp = (one: string | null, other: string | null): number => (amountOf(one) ?? minusOne).cmp(amountOf(other) ?? minusOne);
const minusOne = amountOf('-1') as NonNullable<ReturnType<typeof amountOf>>;

function jobOf(familyId: string, name: string, label?: string): IdleThing['job'] {
  const job = jobsOf(familyId).find((one) => one.name === name);
  return job ? { name, label: label ?? job.label } : null;
}
