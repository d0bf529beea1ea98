import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { watchedFamilies } from '../digitalocean/resources/watched-things.ts';
import type { Sample } from '../metrics/matrix.ts';
import { mergeByKey } from '../same.ts';
import { lookEveryMs, requestsForPoll, watchShares } from '../watching/budget.ts';
import type { Thing } from '../watching/covered.ts';
import { demandOf, isWatchable } from '../watching/demand.ts';
import { type Firing, withFiring } from '../watching/firings.ts';
import { calm, withFlap } from '../watching/flapping.ts';
import { clearMs, judge, type Verdict } from '../watching/judge.ts';
import type { Pair } from '../watching/pairs.ts';
import { costOf, everyMsOf, type Need, type Plan, planWatch } from '../watching/plan.ts';
import { isWrong, type Rule } from '../watching/rule.ts';
import { type Turn, taken } from '../watching/turns.ts';
import { type Readings, readNeed } from './alert-metrics.ts';
import type { AlertState, AlertStates } from './alert-state.ts';
import type { Checks } from './checks.ts';
import type { Definition, Read, ReadContext } from './definition.ts';
import type { Droplets } from './droplets.ts';
import type { Policies } from './policies.ts';
import { savedAlerts } from './saved-alerts.ts';

interface Needs {
  alerts: AlertStates;
  checks: Checks;
  droplets: Droplets;
  policies: Policies;
  fetches: Record<'policies' | 'alerts', { fetchedAtMs: number | null }>;
}

/** How long after the list was read new policies are urgent. Some cover nothing that could be looked at. */
const newForMs = 600_000;

/**
 * Whether alert policies fire. The API says what they compare, but not that: Buoy reads the metrics that they compare, in turns, as
 * far as the budget allows, and judges them by the policy's own comparison, limit and window. See `watching/judge.ts`.
 */
export const alerts: Definition<AlertStates, readonly AlertState[], Needs> = {
  empty: new Map(),
  fold: (held, answer) => mergeByKey(held, answer, ({ key }) => key),
  sharePerHour: (connection, { requests, watching }) => watchShares(demandOf(connection), watching, requests).alerts,
  intervalMs: (chosenMs, watching) => Math.max(chosenMs, lookEveryMs(watching)),
  // Policies that were never looked at are not left waiting for the next round, as far as the share allows.
  urgentIntervalMs({ policies, alerts: states, fetches }, nowMs) {
    const listedMs = fetches.policies.fetchedAtMs;
    if (listedMs === null || nowMs - listedMs > newForMs) return null;
    if (fetches.alerts.fetchedAtMs === null) return 1000;
    const tried = new Set([...states.values()].map(({ policyUuid }) => policyUuid));
    return policies.all.some((policy) => isWatchable(policy) && !tried.has(policy.uuid)) ? 30_000 : null;
  },
  read: readAlerts,
  saved: savedAlerts,
  wakesPollers: false,
  bearsNews: true,
};

/** The states whose policy is still there and switched on, and whose thing is. Others are dropped with the next look. */
export function standingAlerts({
  alerts: states,
  policies,
  droplets,
}: Pick<Needs, 'alerts' | 'policies' | 'droplets'>): AlertState[] {
  if (states.size === 0) return [];
  const enabled = new Set(policies.all.flatMap(({ uuid, isEnabled }) => (isEnabled ? [uuid] : [])));
  return [...states.values()].filter(({ policyUuid, thing: { kind, id } }) => {
    const isThere = kind === 'droplet' ? droplets.has(Number(id)) : (policies.others[kind]?.some((one) => one.id === id) ?? true);
    return isThere && enabled.has(policyUuid);
  });
}

/** What is watched for a connection now. The page shows the same plan by which is read. */
export function planOf(
  { policies, droplets, alerts: verdicts }: Pick<Needs, 'policies' | 'droplets' | 'alerts'>,
  { isPinned, pins, sharePerHour, watching }: Pick<ReadContext<Needs>, 'isPinned' | 'pins' | 'sharePerHour' | 'watching'>,
): Plan {
  const pinned = new Set(pins().map(({ familyId, itemId }) => `${familyId}/${itemId}`));
  return planWatch({
    policies: policies.all,
    droplets,
    others: policies.others,
    isPinned: ({ kind, id }: Thing) => (kind === 'droplet' ? isPinned(Number(id)) : pinned.has(`${watchedFamilies[kind]}/${id}`)),
    verdicts,
    pace: watching,
    share: sharePerHour,
  });
}

/** Fails only when nothing that was asked could be read: one thing that cannot be must not hide the others. */
async function readAlerts(context: ReadContext<Needs>): Promise<Read<AlertState[]>> {
  const connection = context.connection();
  if (!connection || connection.fetches.policies.fetchedAtMs === null) return { outcome: null, cost: 0 };
  const nowMs = context.clock.now();
  const { alerts: known } = connection;
  const plan = planOf(connection, context);
  const needs = chosen(plan, known, context, nowMs);
  const aheadMs = newest(known)?.aheadMs ?? 0;
  const read = new Map(
    await Promise.all(
      needs.map(async (need): Promise<[Need, Outcome<Readings>]> => {
        const steady = need.pairs.flatMap(({ key }) => known.get(key)?.steady ?? []);
        return [need, await readNeed(context, need, { aheadMs, known: steady })];
      }),
    ),
  );
  const cost = [...read].reduce((sum, [need, one]) => sum + (one.ok ? one.value.cost : need.reads.length), 0);
  const failures = [...read.values()].flatMap((one) => (one.ok ? [] : [one.failure]));
  const [first] = failures;
  if (first && failures.length === needs.length) return { outcome: failed(first), cost };
  // What is no longer paired is dropped with its state: its policy or its thing is gone, or is off.
  const states = plan.needs.flatMap((need) => {
    const answer = read.get(need);
    return need.pairs.flatMap((pair) => stateOf(pair, sameRule(known.get(pair.key), pair), answer, nowMs) ?? []);
  });
  return { outcome: success(states), cost };
}

/**
 * The needs whose turn it is. Of those never looked at, the first things of all policies come before the second ones of any, so that
 * of each policy something is known soon.
 */
function chosen(plan: Plan, known: AlertStates, { sharePerHour, watching }: ReadContext<Needs>, nowMs: number): Need[] {
  const everyMs = lookEveryMs(watching);
  const turns = plan.needs.map((need, index): Turn<Need> => {
    const tried = need.pairs.map(({ key }) => known.get(key)?.triedAtMs ?? null);
    const lookedAtMs = tried.some((atMs) => atMs === null) ? null : Math.min(...tried.filter((atMs) => atMs !== null));
    const regularMs = need.rank === 'firing' ? everyMs : everyMsOf(need, plan.regularMs);
    return { item: need, cost: costOf(need, lookedAtMs === null), lookedAtMs, everyMs: index < plan.regular ? regularMs : null };
  });
  const [fresh, seen] = [true, false].map((is) => turns.filter(({ lookedAtMs }) => (lookedAtMs === null) === is));
  const bySeat = (fresh ?? []).toSorted((one, other) => one.item.seat - other.item.seat);
  return taken([...bySeat, ...(seen ?? [])], requestsForPoll(sharePerHour, everyMs), nowMs, everyMs / 2);
}

const newest = (states: AlertStates): AlertState | undefined =>
  [...states.values()].reduce<AlertState | undefined>(
    (best, one) => (best && best.triedAtMs >= one.triedAtMs ? best : one),
    undefined,
  );

/** What was judged by another limit or window says nothing of this one. */
function sameRule(state: AlertState | undefined, { policy, rule }: Pair): AlertState | undefined {
  // 0.1.0 did not write the window.
  const isSameWindow = state?.windowMs === rule.windowMs || state?.windowMs === 0;
  const isSame = isSameWindow && state?.threshold === rule.limit && state.comparison === policy.compare;
  return isSame && state?.type === policy.type ? state : undefined;
}

/** What was judged longer ago, and could not be read since, is unknown. */
const forgottenMs = 1_800_000;

const unjudged: Verdict = { judgement: 'unknown', firingSinceMs: null, latest: null, isLeaning: false };

function stateOf(
  pair: Pair,
  known: AlertState | undefined,
  answer: Outcome<Readings> | undefined,
  nowMs: number,
): AlertState | null {
  const { key, policy, rule, metric, thing } = pair;
  if (answer === undefined) return known ?? null;
  const identity = {
    key,
    policyUuid: policy.uuid,
    description: policy.description,
    type: policy.type,
    comparison: policy.compare === 'LessThan' ? 'LessThan' : 'GreaterThan',
    threshold: rule.limit,
    windowMs: rule.windowMs,
    thing: { kind: thing.kind, id: thing.id, name: thing.name },
    triedAtMs: nowMs,
  } as const;
  const { changedAtMs = null, lookedAtMs = null, flaps = calm, past = [], aheadMs = 0, steady = [] } = known ?? {};
  if (!answer.ok) {
    // A failed read keeps what is known, so that it clears no alert, until that is too old to say anything.
    const isTold = lookedAtMs !== null && nowMs - lookedAtMs < forgottenMs;
    const kept = { ...unjudged, ...known, ...(isTold ? {} : { judgement: 'unknown' as const }) };
    return { ...kept, ...identity, changedAtMs, lookedAtMs, aheadMs, flaps, past, steady };
  }
  const samples = metric.values(answer.value.answers);
  const verdict = judge(rule, samples, { nowMs: answer.value.answeredAtMs, before: known ?? null });
  const [wasHeld, isHeld] = [known?.firingSinceMs != null, verdict.firingSinceMs !== null];
  return {
    ...identity,
    ...verdict,
    changedAtMs: wasHeld === isHeld ? changedAtMs : nowMs,
    lookedAtMs: nowMs,
    aheadMs: answer.value.aheadMs,
    flaps: isHeld && !wasHeld ? withFlap(flaps, nowMs) : flaps,
    past: wasHeld && !isHeld ? withFiring(past, endedFiring(known, rule, samples, answer.value.answeredAtMs), nowMs) : past,
    steady: answer.value.steady,
  };
}

/** What fired until now, from its first sample on the wrong side to the last that is known. */
function endedFiring(known: AlertState | undefined, rule: Rule, samples: readonly Sample[], nowMs: number): Firing {
  const lastWrong = samples.findLast(({ value }) => isWrong(rule, value))?.atMs ?? nowMs - clearMs;
  const fromMs = known?.firingSinceMs ?? lastWrong;
  return { fromMs, toMs: Math.max(fromMs, lastWrong) };
}
