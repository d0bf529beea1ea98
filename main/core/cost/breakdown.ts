import { type Amount, nothing, shareOf, sumOf, textOf } from '../../../preload/contract/amounts.ts';
import type { CostGroup, CostGrouping, CostLine, Costs } from '../../../preload/contract/bills.ts';
import type { BilledThing } from './lines.ts';

/** A thing in both months, with where it is now. */
export interface ComparedThing {
  thing: BilledThing;
  connectionId: string;
  teamName: string;
  place: CostLine['place'];
  isGone: boolean;
  tags: readonly string[];
  usd: Amount;
  /** `null`: the other month was not read. */
  beforeUsd: Amount | null;
}

export const groupsAtMost = 100;
export const linesAtMost = 50;

type Order = 'cost' | 'change';
interface Sized {
  usd: Amount;
  beforeUsd: Amount | null;
}

const changeOf = ({ usd, beforeUsd }: Sized): Amount | null => beforeUsd && usd.minus(beforeUsd);
const byOrder = (order: Order) => (one: Sized, other: Sized) => {
  const size = (sized: Sized) => (order === 'cost' ? sized.usd : (changeOf(sized) ?? nothing).abs());
  return size(other).cmp(size(one));
};

function lineOf(one: ComparedThing): CostLine {
  const change = changeOf(one);
  return {
    key: `${one.connectionId} ${one.thing.key}`,
    name: one.thing.name,
    kind: one.thing.product,
    connectionId: one.connectionId,
    place: one.place,
    isGone: one.isGone,
    usd: textOf(one.usd),
    changeUsd: change && textOf(change),
  };
}

/** The groups that a thing belongs to: its name, and what tells the group from others of that name. */
function namesOf(one: ComparedThing, by: CostGrouping): { key: string; name: string | null }[] {
  switch (by) {
    case 'resource':
      return [{ key: `${one.connectionId} ${one.thing.key}`, name: one.thing.name }];
    case 'kind':
      return [{ key: one.thing.product, name: one.thing.product || null }];
    case 'team':
      return [{ key: one.connectionId, name: one.teamName }];
    case 'project': {
      const { project } = one.thing;
      return [{ key: `${one.connectionId} ${project ?? ''}`, name: project }];
    }
    case 'tag':
      return one.tags.length === 0 ? [{ key: '', name: null }] : one.tags.map((tag) => ({ key: `#${tag}`, name: tag }));
  }
}

const sumBefore = (things: readonly ComparedThing[]): Amount | null =>
  things.some(({ beforeUsd }) => beforeUsd === null) ? null : sumOf(things.map(({ beforeUsd }) => beforeUsd ?? nothing));

const restOf = (left: readonly Sized[]): CostGroup['rest'] =>
  left.length === 0 ? null : { count: left.length, usd: textOf(sumOf(left.map(({ usd }) => usd))) };

/**
 * What the things cost, by what a person asks for. The parts add up to the whole, except by tag, where a thing counts under each of
 * its tags: `isOverlapping` says that it does.
 */
export function breakDown(
  things: readonly ComparedThing[],
  by: CostGrouping,
  order: Order,
): Pick<Costs, 'usd' | 'changeUsd' | 'groups' | 'rest' | 'isOverlapping'> {
  const groups = new Map<string, { name: string | null; things: ComparedThing[] }>();
  for (const one of things) {
    for (const { key, name } of namesOf(one, by)) {
      const group = groups.get(key) ?? { name, things: [] };
      group.things.push(one);
      groups.set(key, group);
    }
  }
  const sized = [...groups].map(([key, group]) => ({
    key,
    ...group,
    usd: sumOf(group.things.map(({ usd }) => usd)),
    beforeUsd: sumBefore(group.things),
  }));
  sized.sort(byOrder(order));
  const most = sized.reduce((most, { usd }) => (usd.gt(most) ? usd : most), nothing);
  const whole = { usd: sumOf(things.map(({ usd }) => usd)), beforeUsd: sumBefore(things) };
  const change = changeOf(whole);
  return {
    usd: textOf(whole.usd),
    changeUsd: change && textOf(change),
    groups: sized.slice(0, groupsAtMost).map((group): CostGroup => {
      const own = changeOf(group);
      const sorted = group.things.toSorted(byOrder(order));
      return {
        key: group.key,
        name: group.name,
        connectionId: by === 'project' ? (group.things[0]?.connectionId ?? null) : null,
        usd: textOf(group.usd),
        changeUsd: own && textOf(own),
        share: shareOf(group.usd, most),
        count: group.things.length,
        lines: sorted.slice(0, linesAtMost).map(lineOf),
        rest: restOf(sorted.slice(linesAtMost)),
      };
    }),
    rest: restOf(sized.slice(groupsAtMost)),
    isOverlapping: by === 'tag' && things.some(({ tags }) => tags.length > 1),
  };
}
