import { lookEveryMs, type Pace } from './budget.ts';
import type { Thing } from './covered.ts';
import { lookBackMs } from './judge.ts';
import { type Aside, type Pair, type PairsInput, pairsOf } from './pairs.ts';
import type { MetricRead } from './policy-metrics.ts';
import type { GivenUp, Rank } from './ranks.ts';

/** What is asked for one thing, for all policies that compare the same metrics of it. */
export interface Need {
  thing: Thing;
  rank: Rank;
  /** How many things one of its policies has before this one, at the least. */
  seat: number;
  reads: readonly MetricRead[];
  pairs: readonly Pair[];
  /** How far back samples are needed. */
  lookBackMs: number;
  /** Looks need not be closer than this: half of the shortest window of its policies. */
  patienceMs: number;
}

/** How often something is looked at where others are every `regularMs`. */
export const everyMsOf = ({ patienceMs }: Pick<Need, 'patienceMs'>, regularMs: number): number => Math.max(regularMs, patienceMs);

/** What is watched, how often, and what is not. */
export interface Plan {
  /** Those that keep their looks longest come first. */
  needs: readonly Need[];
  /** So many of the first needs get a look every `regularMs`; the others take turns. */
  regular: number;
  regularMs: number;
  /** About how long it takes until each of the others had its turn; `null`: there are none, or no request is left for them. */
  turnMs: number | null;
  /** Pairs of a policy and a thing that are looked at regularly, in turns, and not at all because there are too many. */
  pairs: { regular: number; inTurns: number; beyond: number };
  /** Why policies are not watched, or not on some of their things, by their uuid. */
  asides: ReadonlyMap<string, readonly Aside[]>;
  givenUp: readonly GivenUp[];
}

export interface PlanInput extends PairsInput {
  pace: Pace;
  /** Requests an hour for metrics. */
  share: number;
}

/** The part of the requests for what is looked at regularly, where not all of it can be. The rest is for turns. */
const regularPart = 0.5;
const hourMs = 3_600_000;

/** Plans what is looked at, and says of everything else why it is not. */
export function planWatch(input: PlanInput): Plan {
  const { pairs, asides, beyond } = pairsOf(input);
  const needs = needsOf(pairs);
  const pacing = pacingOf(needs, input.pace, input.share);
  const count = (some: readonly Need[]) => some.reduce((sum, need) => sum + need.pairs.length, 0);
  const [regular, inTurns] = [needs.slice(0, pacing.regular), needs.slice(pacing.regular)];
  const givenUp: GivenUp[] = [
    ...(pacing.regularMs > lookEveryMs(input.pace) ? (['half as often'] as const) : []),
    ...(['other', 'prod', 'pinned'] as const).flatMap((rank): GivenUp[] =>
      inTurns.some((need) => need.rank === rank) ? [`turns for ${rank}`] : [],
    ),
    ...(beyond > 0 ? (['beyond'] as const) : []),
  ];
  return { needs, ...pacing, pairs: { regular: count(regular), inTurns: count(inTurns), beyond }, asides, givenUp };
}

/** Requests that one look costs. What is steady is asked at the first look, and then only now and then. */
export const costOf = ({ reads }: Pick<Need, 'reads'>, isFirst = false): number =>
  reads.filter(({ isSteady }) => isFirst || !isSteady).length;

function pacingOf(needs: readonly Need[], pace: Pace, share: number): Pick<Plan, 'regular' | 'regularMs' | 'turnMs'> {
  const everyMs = lookEveryMs(pace);
  const perHour = (need: Need, regularMs: number) => (costOf(need) * hourMs) / everyMsOf(need, regularMs);
  for (const regularMs of [everyMs, 2 * everyMs]) {
    if (needs.reduce((sum, need) => sum + perHour(need, regularMs), 0) <= share)
      return { regular: needs.length, regularMs, turnMs: null };
  }
  const regularMs = 2 * everyMs;
  let taken = 0;
  let regular = 0;
  for (const need of needs) {
    if (taken + perHour(need, regularMs) > share * regularPart) break;
    taken += perHour(need, regularMs);
    regular += 1;
  }
  const round = needs.slice(regular).reduce((sum, need) => sum + costOf(need), 0);
  return { regular, regularMs, turnMs: taken < share ? Math.round((round / (share - taken)) * hourMs) : null };
}

/** One need for each thing and set of reads. It has the rank of its first pair, which is the best. */
function needsOf(pairs: readonly Pair[]): Need[] {
  const seats = new Map<Pair, number>();
  for (const ofPolicy of Map.groupBy(pairs, ({ policy }) => policy.uuid).values()) {
    for (const [seat, pair] of ofPolicy.entries()) seats.set(pair, seat);
  }
  const groups = Map.groupBy(pairs, ({ thing, metric }) => JSON.stringify([thing.kind, thing.id, metric.reads]));
  return [...groups.values()].flatMap((group): Need[] => {
    const [first] = group;
    if (first === undefined) return [];
    const reach = Math.max(...group.map(({ rule, metric }) => lookBackMs(rule) + metric.spanMs));
    const patienceMs = Math.min(...group.map(({ rule }) => rule.windowMs)) / 2;
    const seat = Math.min(...group.map((pair) => seats.get(pair) ?? 0));
    return [
      { thing: first.thing, rank: first.rank, seat, reads: first.metric.reads, pairs: group, lookBackMs: reach, patienceMs },
    ];
  });
}
