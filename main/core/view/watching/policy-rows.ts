import type { PolicyRow } from '../../../../preload/contract/watching.ts';
import type { AlertPolicy } from '../../digitalocean/resources/alert-policies.ts';
import type { AlertState } from '../../fetched/alert-state.ts';
import { alertRoute } from '../../metrics/chart-route.ts';
import { watchedName } from '../../names/watched.ts';
import type { ConnectionState } from '../../state/state.ts';
import type { Aside, Pair } from '../../watching/pairs.ts';
import { everyMsOf, type Plan } from '../../watching/plan.ts';
import { policyTypeOf, type ThingKind } from '../../watching/policy-metrics.ts';
import { alertWords, asideWords, watchWords } from '../../words/monitoring.ts';

type Watched = { pair: Pair; isRegular: boolean; everyMs: number };
type Source = Pick<ConnectionState, 'id' | 'policies' | 'droplets' | 'alerts'>;

/** Things that fire which a row names. The rest is counted. */
const firingAtMost = 5;

/** The alert policies of a connection in words, each with what is known of it. */
export function policyRows(connection: Source, plan: Plan): PolicyRow[] {
  const watched = new Map<string, Watched[]>();
  for (const [index, need] of plan.needs.entries()) {
    for (const pair of need.pairs) {
      const one = { pair, isRegular: index < plan.regular, everyMs: everyMsOf(need, plan.regularMs) };
      const known = watched.get(pair.policy.uuid);
      if (known) known.push(one);
      else watched.set(pair.policy.uuid, [one]);
    }
  }
  return connection.policies.all.map((policy) => policyRow(connection, plan, policy, watched.get(policy.uuid) ?? []));
}

function policyRow(connection: Source, plan: Plan, policy: AlertPolicy, watched: readonly Watched[]): PolicyRow {
  const kind = policyTypeOf(policy.type)?.thing ?? 'droplet';
  const states = watched.map(({ pair }) => connection.alerts.get(pair.key));
  const firing = states.filter((state) => state?.judgement === 'firing') as AlertState[];
  const fine = states.filter((state) => state?.judgement === 'fine').length;
  const looks = states.map((state) => state?.lookedAtMs ?? null);
  const rule = ruleText(policy);
  const asides = plan.asides.get(policy.uuid) ?? [];
  return {
    key: `${connection.id}:${policy.uuid}`,
    connectionId: connection.id,
    uuid: policy.uuid,
    type: policy.type,
    name: policy.description || rule,
    rule,
    about: aboutText(connection, policy, kind, watched.length + asides.reduce((sum, aside) => sum + ofThings(aside), 0)),
    ...stateOf(policy, { firing, fine, waiting: looks.filter((atMs) => atMs === null).length, all: states.length }),
    firing: firing.slice(0, firingAtMost).map((state) => ({
      name: watchedName(connection.droplets, state.thing),
      value: alertWords.value(state.type, state.latest?.value ?? null),
      sinceMs: state.firingSinceMs,
      route: alertRoute(connection.id, state.type, state.thing),
    })),
    firedText: firedText(states),
    watchedText: watchedText(plan, watched, kind),
    asides: asideTexts(plan, asides, { kind, watched, states }),
    lookedAtMs: looks.length === 0 || looks.includes(null) ? null : Math.min(...looks.filter((atMs) => atMs !== null)),
  };
}

const weekMs = 7 * 86_400_000;

/** Over all things that are looked at, with what fires now; nothing where that is all. The week ends with the newest look. */
function firedText(states: readonly (AlertState | undefined)[]): string {
  const sinceMs = Math.max(0, ...states.map((state) => state?.lookedAtMs ?? 0)) - weekMs;
  const past = states.flatMap((state) => state?.past.filter(({ toMs }) => toMs > sinceMs) ?? []).length;
  const now = states.filter((state) => state && state.firingSinceMs !== null).length;
  return past === 0 ? '' : watchWords.fired(past + now);
}

/** "CPU above 80 % for 5 min". */
function ruleText({ type, compare, compareRaw, value, windowMinutes, windowRaw }: AlertPolicy): string {
  if (compare === 'unknown') return alertWords.strangeRule(type, compareRaw, value);
  return alertWords.rule({ type, comparison: compare, threshold: value }, windowMinutes ?? windowRaw);
}

/** "3 droplets by tag web", "worker-01 and worker-02", "every droplet". */
function aboutText({ droplets, policies }: Source, policy: AlertPolicy, kind: ThingKind, covered: number): string {
  if (policy.isAboutAll) return alertWords.every(kind);
  const others = kind === 'droplet' ? [] : (policies.others[kind] ?? []);
  const nameOf = (id: string) =>
    kind === 'droplet' ? droplets.get(Number(id))?.name : others.find((one) => one.id === id)?.name;
  const names = policy.entities.flatMap((id) => nameOf(id) ?? []);
  const tagged = policy.tags.length === 0 ? null : alertWords.byTag(Math.max(0, covered - names.length), kind, policy.tags);
  if (names.length === 0) return tagged ?? alertWords.nothing;
  return tagged === null ? alertWords.named(names) : alertWords.both(alertWords.named(names), tagged);
}

/** Things of the policy's cover that an aside is about. */
const ofThings = ({ reason, count }: Aside): number =>
  reason === 'off' || reason === 'engine' || reason === 'beyond' ? count : 0;

function stateOf(
  policy: AlertPolicy,
  { firing, fine, waiting, all }: { firing: readonly AlertState[]; fine: number; waiting: number; all: number },
): Pick<PolicyRow, 'state' | 'stateText'> {
  if (!policy.isEnabled) return { state: 'muted', stateText: watchWords.muted };
  if (all === 0) return { state: 'unwatched', stateText: watchWords.unwatched };
  if (firing.length > 0) return { state: 'firing', stateText: watchWords.fires(firing.length, all) };
  if (fine === all) return { state: 'fine', stateText: watchWords.quiet };
  if (waiting === all) return { state: 'unknown', stateText: watchWords.notYet };
  return { state: 'unknown', stateText: watchWords.partly(fine, all) };
}

function watchedText(plan: Plan, watched: readonly Watched[], kind: ThingKind): string {
  const regular = watched.filter(({ isRegular }) => isRegular);
  if (watched.length === 0) return '';
  const everyMs = Math.max(...regular.map((one) => one.everyMs));
  return regular.length > 0
    ? watchWords.every(regular.length, kind, everyMs)
    : watchWords.inTurns(watched.length, kind, plan.turnMs);
}

function asideTexts(
  plan: Plan,
  asides: readonly Aside[],
  { kind, watched, states }: { kind: ThingKind; watched: readonly Watched[]; states: readonly (AlertState | undefined)[] },
): string[] {
  const regular = watched.filter(({ isRegular }) => isRegular).length;
  const turns = regular === 0 ? 0 : watched.length - regular;
  const silent = states.flatMap((state) =>
    state && state.lookedAtMs !== null && state.latest === null ? [state.thing.name] : [],
  );
  return [
    ...asides.map((aside) => asideText(aside, kind)),
    ...(turns > 0 ? [asideWords.inTurns(turns, kind, plan.turnMs)] : []),
    ...(silent.length > 0 ? [asideWords.silent(silent, kind)] : []),
  ];
}

function asideText({ reason, things, count }: Aside, kind: ThingKind): string {
  const names = things.map(({ name }) => name);
  switch (reason) {
    case 'muted':
      return asideWords.muted;
    case 'no-metric':
      return asideWords.noMetric;
    case 'unknown-rule':
      return asideWords.unknownRule;
    case 'unread':
      return asideWords.unread(kind);
    case 'engine':
      return asideWords.engine(names);
    case 'off':
      return asideWords.off(names);
    case 'gone':
      return asideWords.gone(count);
    case 'beyond':
      return asideWords.beyond(count);
    default:
      return reason satisfies never;
  }
}
