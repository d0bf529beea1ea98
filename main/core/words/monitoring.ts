import { sentences } from '../../../preload/contract/isolates.ts';
import { metricWords } from '../../../preload/contract/metric-words.ts';
import { duration } from '../../../preload/contract/time-words.ts';
import { counted, count as figure, listed } from './numbers.ts';

/** What a policy compares. */
interface RuleFacts {
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: string;
  comparison: 'GreaterThan' | 'LessThan';
  threshold: number;
  windowMs: number;
}

/** The kind of thing that a policy is about, one and several. */
export type ThingNoun = 'droplet' | 'load-balancer' | 'database' | 'autoscale-pool';
const nouns: Readonly<Record<ThingNoun, readonly [one: string, many: string]>> = {
  droplet: ['droplet', 'droplets'],
  'load-balancer': ['load balancer', 'load balancers'],
  database: ['database cluster', 'database clusters'],
  'autoscale-pool': ['autoscale pool', 'autoscale pools'],
};
const countedThings = (value: number, kind: ThingNoun) => counted(value, ...nouns[kind]);
/** About how long: to the minute, and from one hour on to the hour. */
function about(ms: number): string {
  const stepMs = ms < 120_000 ? 1000 : ms < 3_600_000 ? 60_000 : 3_600_000;
  return duration(Math.round(ms / stepMs) * stepMs);
}
const isOrAre = (value: number) => (value === 1 ? 'is' : 'are');

/** "CPU above 80 %". */
function limitOf({ type, comparison, threshold }: Pick<RuleFacts, 'type' | 'comparison' | 'threshold'>): string {
  const { name, unit } = metricWords(type);
  return `${name} ${comparison === 'GreaterThan' ? 'above' : 'below'} ${threshold}${unit}`;
}

/** What alert policies and their things say. */
export const alertWords = sentences({
  /** "91 %", to one decimal. `null`: there is no sample. */
  value: (type: string, value: number | null) =>
    value === null ? 'no data' : `${Math.round(value * 10) / 10}${metricWords(type).unit}`,
  /** "CPU above 80 % on worker-02". */
  title: (alert: Pick<RuleFacts, 'type' | 'comparison' | 'threshold'>, name: string) => `${limitOf(alert)} on ${name}`,
  /** "CPU above 80 % for 5 min". The window as the API spells it, where that is another one. */
  rule: (rule: Pick<RuleFacts, 'type' | 'comparison' | 'threshold'>, window: number | string) =>
    `${limitOf(rule)} for ${typeof window === 'number' ? duration(window * 60_000) : window}`,
  /** Of a comparison that Buoy does not know. */
  strangeRule: (type: string, comparison: string, value: number) => `${metricWords(type).name} ${comparison} ${value}`,
  every: (kind: ThingNoun) => `every ${nouns[kind][0]}`,
  /** "3 droplets by tag web". */
  byTag: (things: number, kind: ThingNoun, tags: readonly string[]) =>
    `${countedThings(things, kind)} by ${tags.length === 1 ? 'tag' : 'the tags'} ${listed(tags)}`,
  named: (names: readonly string[]) => listed(names),
  /** Things that are named, and those that have a tag. */
  both: (names: string, byTag: string) => `${names}, and ${byTag}`,
  nothing: 'nothing that is there',
  /** Of a type that the specification does not have. */
  unknownThings: (things: number) => counted(things, 'thing'),
} as const);

/** Why a policy is not watched, or not on some of its things. */
export const asideWords = sentences({
  muted: 'It is muted: nobody is told, and Buoy does not look.',
  noMetric: 'No metric for this kind: DigitalOcean’s API does not tell what it compares, so only DigitalOcean can.',
  unknownRule: 'Buoy does not know this comparison or window.',
  unread: (kind: ThingNoun) => `Your ${nouns[kind][1]} could not be read, so it is not known what it is about.`,
  engine: (names: readonly string[]) =>
    `No metric for this kind: ${listed(names)}. DigitalOcean’s API has metrics of MySQL only.`,
  off: (names: readonly string[]) =>
    `${countedThings(names.length, 'droplet')} ${isOrAre(names.length)} off and ${names.length === 1 ? 'sends' : 'send'} no metrics: ${listed(names)}.`,
  gone: (things: number) => `${counted(things, 'thing')} that it names ${isOrAre(things)} no longer there.`,
  beyond: (things: number) => `${counted(things, 'thing')} ${isOrAre(things)} more than Buoy can look at.`,
  silent: (names: readonly string[], kind: ThingNoun) =>
    `No samples from ${listed(names)}.${kind === 'droplet' ? ' Without the metrics agent a droplet sends none.' : ''}`,
  inTurns: (things: number, kind: ThingNoun, everyMs: number | null) =>
    `${countedThings(things, kind)} ${things === 1 ? 'takes' : 'take'} turns to spare requests${everyMs === null ? '' : `, each about every ${about(everyMs)}`}.`,
} as const);

/** How closely something is watched. */
export const watchWords = sentences({
  muted: 'Muted',
  unwatched: 'Not watched',
  quiet: 'Quiet',
  notYet: 'Not looked at yet',
  fires: (firing: number, all: number) => (all === 1 ? 'Fires' : `Fires on ${figure(firing)} of ${figure(all)}`),
  fired: (times: number) => `fired ${times === 1 ? 'once' : `${figure(times)} times`} in 7 days`,
  partly: (fine: number, all: number) => (fine === 0 ? 'Unknown' : `Quiet on ${figure(fine)}, unknown on ${figure(all - fine)}`),
  every: (things: number, kind: ThingNoun, everyMs: number) => `${countedThings(things, kind)}, every ${about(everyMs)}`,
  inTurns: (things: number, kind: ThingNoun, everyMs: number | null) =>
    `${countedThings(things, kind)} in turns${everyMs === null ? '' : `, about every ${about(everyMs)}`}`,
  pairs: (pairs: number, everyMs: number) =>
    `${counted(pairs, 'pair')} of a policy and a thing, looked at every ${about(everyMs)}, or every half of a longer window.`,
  /** The budget does not reach for all. */
  budget: (regular: number, all: number) =>
    `The budget allows ${figure(regular)} of ${counted(all, 'pair')} of a policy and a thing; pinned and prod come first.`,
  turns: (pairs: number, everyMs: number | null) =>
    `The other ${figure(pairs)} take turns${everyMs === null ? '' : `, each about every ${about(everyMs)}`}.`,
  beyond: (pairs: number) => `${figure(pairs)} more are too many to be looked at.`,
  checks: (checks: number, everyMs: number) => `${counted(checks, 'uptime check')}, each asked about every ${about(everyMs)}.`,
  checksLess: (everyMs: number, wantedMs: number) =>
    `uptime checks are asked every ${about(everyMs)} instead of every ${duration(wantedMs)}`,
  requests: (requests: number) => `At most ${counted(requests, 'request')} an hour for watching.`,
} as const);

/** What the budget gives up, by its name in `watching/ranks.ts`: said in the benchmark, and in this order. */
export const givenUpWords = {
  'half as often': 'things are looked at half as often',
  'turns for other': 'things that are neither pinned nor tagged prod take turns',
  'turns for prod': 'things tagged prod take turns',
  'turns for pinned': 'pinned things take turns',
  beyond: 'pairs beyond 2,000 are not looked at',
} as const;

/** What to say when monitoring cannot be read. */
export const monitoringWords = sentences({
  badMetric: (name: string) => `Buoy could not read DigitalOcean's answer about the metric ${name}.`,
} as const);
