import { amountOf, nothing, sumOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Bill, CostGrouping, Costs } from '../../../preload/contract/bills.ts';
import { type Failure, type Outcome, success } from '../../../preload/contract/failure.ts';
import { periodBefore, periodOf } from '../money/calendar.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices } from '../services.ts';
import type { Bills } from './bills.ts';
import { breakDown, type ComparedThing } from './breakdown.ts';
import { type BilledThing, thingsIn } from './lines.ts';
import { placesOf } from './places.ts';

export interface CostsWanted {
  connectionIds: readonly string[];
  period: string | null;
  against: string | null;
  by: CostGrouping;
  order: 'cost' | 'change';
}

/** What a team's invoice of the month says, and that of the month to compare with. */
interface TeamCosts {
  connectionId: string;
  bill: Bill | null;
  things: readonly ComparedThing[];
}

/** What things cost in a month, by the items of the teams' invoices. A team that cannot be read is told and not in the sums. */
export async function readCosts(
  services: CoreServices,
  { bills, resources }: { bills: Bills; resources: Pick<Resources, 'rows'> },
  { connectionIds, by, order, ...wanted }: CostsWanted,
): Promise<Outcome<Costs>> {
  const running = periodOf(services.clock.now());
  const lists = await Promise.all(connectionIds.map(async (id) => ({ id, read: await bills.of(id) })));
  const all = lists.flatMap(({ read }) => (read.ok ? read.value : []));
  const period = wanted.period ?? all.find(({ isPreview }) => isPreview)?.period ?? running;
  const against = wanted.against ?? periodBefore(period);
  const unread: { connectionId: string; failure: Failure }[] = [];
  const teams: TeamCosts[] = [];
  await Promise.all(
    lists.map(async ({ id, read }) => {
      const team = read.ok ? await ofTeam(id, read.value) : read;
      if (team.ok) teams.push(team.value);
      else unread.push({ connectionId: id, failure: team.failure });
    }),
  );

  async function ofTeam(connectionId: string, list: readonly Bill[]): Promise<Outcome<TeamCosts>> {
    const [bill, other] = [period, against].map((one) => list.find((bill) => bill.period === one) ?? null);
    const now = bill ? await bills.items(bill) : success([]);
    if (!now.ok) return now;
    // Without the other month the costs are still told, and no change.
    const before = other ? await bills.items(other) : success([]);
    const [things, thingsBefore] = [thingsIn(now.value), before.ok ? thingsIn(before.value) : null];
    const union = new Map<string, BilledThing>([...(thingsBefore ?? []), ...things]);
    const placeOf = await placesOf({ resources, state: services.state() }, connectionId, [...union.values()]);
    return success({
      connectionId,
      bill: bill ?? null,
      things: [...union.values()].map((thing) => ({
        thing,
        connectionId,
        teamName: services.connectionName(connectionId),
        ...placeOf(thing),
        usd: things.get(thing.key)?.usd ?? nothing,
        beforeUsd: thingsBefore && (thingsBefore.get(thing.key)?.usd ?? nothing),
      })),
    });
  }

  const things = teams.flatMap((team) => team.things);
  const result = breakDown(things, by, order);
  const billed = sumOf(teams.map(({ bill }) => amountOf(bill?.usd) ?? nothing));
  const periods = [...new Set(all.map((bill) => bill.period))].sort((one, other) => other.localeCompare(one));
  return success({
    ...result,
    period,
    isRunning: all.some((bill) => bill.isPreview && bill.period === period),
    against,
    billedUsd: billed.eq(result.usd) ? null : textOf(billed),
    periods,
    connectionIds: connectionIds.filter((id) => teams.some((team) => team.connectionId === id)),
    unread,
  });
}
