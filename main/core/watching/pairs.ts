import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { type Cover, coversOf, type OtherThings, type Thing } from './covered.ts';
import type { Verdict } from './judge.ts';
import { type PolicyMetric, policyTypeOf } from './policy-metrics.ts';
import { isUrgent, type Rank, rankOf } from './ranks.ts';
import { type Rule, ruleOf } from './rule.ts';

/** A policy on one of its things. */
export interface Pair {
  key: string;
  policy: AlertPolicy;
  rule: Rule;
  metric: PolicyMetric;
  thing: Thing;
  rank: Rank;
}

export const pairKey = (policyUuid: string, thingId: string): string => `${policyUuid}/${thingId}`;

/** Why a policy is not watched, or is not on some of its things. */
export type AsideReason = 'muted' | 'no-metric' | 'unknown-rule' | 'unread' | 'engine' | 'off' | 'gone' | 'beyond';
export interface Aside {
  reason: AsideReason;
  /** The things that it is about, as far as they are known; none where it is about the whole policy. */
  things: readonly Thing[];
  count: number;
}

export interface PairsInput {
  policies: readonly AlertPolicy[];
  droplets: ReadonlyMap<number, Droplet>;
  others: OtherThings;
  isPinned(thing: Thing): boolean;
  /** What the last looks found, by the pair's key. */
  verdicts: ReadonlyMap<string, Verdict>;
}

export interface Pairs {
  /** By rank, the first first; at most `pairsAtMost`. */
  pairs: readonly Pair[];
  /** By the policy's uuid. */
  asides: ReadonlyMap<string, readonly Aside[]>;
  /** Pairs that are too many to be looked at. */
  beyond: number;
}

/** More pairs than these are not looked at: even with the largest budget their turn would come once in several hours. */
export const pairsAtMost = 2000;

/** The active things of a cover by rank, and those that say nothing. Made once for each cover, which policies share. */
interface Sorted extends Record<Exclude<Rank, 'firing'>, readonly Thing[]> {
  off: readonly Thing[];
  otherEngine: readonly Thing[];
  byId: ReadonlyMap<string, Thing>;
}

/** Only clusters of MySQL have metrics in the API. */
const isWithoutMetrics = ({ kind, engine }: Thing): boolean =>
  kind === 'database' && engine !== 'mysql' && engine !== 'advanced_mysql';

function sorted({ things }: Cover, isPinned: (thing: Thing) => boolean): Sorted {
  const groups = Map.groupBy(things, (thing) =>
    thing.isOff ? 'off' : isWithoutMetrics(thing) ? 'otherEngine' : rankOf(thing, isPinned),
  );
  const of = (name: 'off' | 'otherEngine' | Exclude<Rank, 'firing'>): readonly Thing[] => groups.get(name) ?? [];
  const active = [...of('pinned'), ...of('prod'), ...of('other')];
  return {
    pinned: of('pinned'),
    prod: of('prod'),
    other: of('other'),
    off: of('off'),
    otherEngine: of('otherEngine'),
    byId: new Map(active.map((thing) => [thing.id, thing])),
  };
}

/** A policy that can be watched, with what it covers. */
interface Watched extends Pick<Pair, 'policy' | 'rule' | 'metric'> {
  cover: Sorted;
}

/** Pairs policies with their things, and says of the rest why it is left aside. */
export function pairsOf(input: PairsInput): Pairs {
  const asides = new Map<string, Aside[]>();
  const aside = (uuid: string, reason: AsideReason, things: readonly Thing[], count = things.length) => {
    if (count > 0) asides.set(uuid, [...(asides.get(uuid) ?? []), { reason, things, count }]);
  };
  const watched = watchedOf(input, aside);
  const pairs = new Map<string, Pair>();
  const add = ({ policy, rule, metric }: Watched, thing: Thing, rank: Rank) => {
    const key = pairKey(policy.uuid, thing.id);
    if (pairs.size < pairsAtMost && !pairs.has(key)) pairs.set(key, { key, policy, rule, metric, thing, rank });
  };
  const byUuid = new Map(watched.map((one) => [one.policy.uuid, one]));
  for (const [key, verdict] of input.verdicts) {
    const one = isUrgent(verdict) ? byUuid.get(key.slice(0, key.indexOf('/'))) : undefined;
    const thing = one?.cover.byId.get(key.slice(key.indexOf('/') + 1));
    if (one && thing) add(one, thing, 'firing');
  }
  for (const rank of ['pinned', 'prod', 'other'] as const) {
    // The first thing of every policy comes before the second of any, so that of each policy something is known soon.
    const longest = watched.reduce((most, { cover }) => Math.max(most, cover[rank].length), 0);
    for (let index = 0; index < longest && pairs.size < pairsAtMost; index += 1) {
      for (const one of watched) {
        const thing = one.cover[rank][index];
        if (thing) add(one, thing, rank);
      }
    }
  }
  const kept = Map.groupBy(pairs.values(), ({ policy }) => policy.uuid);
  let beyond = 0;
  for (const { policy, cover } of watched) {
    const missing = cover.byId.size - (kept.get(policy.uuid)?.length ?? 0);
    aside(policy.uuid, 'beyond', [], missing);
    beyond += missing;
  }
  return { pairs: [...pairs.values()], asides, beyond };
}

function watchedOf(
  { policies, droplets, others, isPinned }: PairsInput,
  aside: (uuid: string, reason: AsideReason, things: readonly Thing[], count?: number) => void,
): Watched[] {
  const covers = coversOf(droplets, others);
  const made = new Map<Cover, Sorted>();
  return policies.flatMap((policy) => {
    const type = policyTypeOf(policy.type);
    const rule = ruleOf(policy);
    const hindrance = hindranceOf(policy, type?.metric ?? 'none', rule);
    if (hindrance !== null || type === null || type.metric === 'none' || rule === null) {
      aside(policy.uuid, hindrance ?? 'no-metric', [], 1);
      return [];
    }
    const found = covers(policy, type.thing);
    if (!found.isKnown) aside(policy.uuid, 'unread', [], 1);
    aside(policy.uuid, 'gone', [], found.gone.length);
    const cover = made.get(found) ?? sorted(found, isPinned);
    made.set(found, cover);
    aside(policy.uuid, 'off', cover.off);
    aside(policy.uuid, 'engine', cover.otherEngine);
    return { policy, rule, metric: type.metric, cover };
  });
}

function hindranceOf({ isEnabled }: AlertPolicy, metric: PolicyMetric | 'none', rule: Rule | null): AsideReason | null {
  if (!isEnabled) return 'muted';
  if (metric === 'none') return 'no-metric';
  return rule === null ? 'unknown-rule' : null;
}
