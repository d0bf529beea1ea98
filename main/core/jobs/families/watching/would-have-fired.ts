import type { Json, JsonObject } from '../../../../../preload/contract/json.ts';
import { duration } from '../../../../../preload/contract/time-words.ts';
import { parseAlertPolicy } from '../../../digitalocean/resources/alert-policies.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { thingParameters } from '../../../metrics/charts/all.ts';
import { readMatrix, type Series } from '../../../metrics/matrix.ts';
import { firingsIn } from '../../../watching/firings.ts';
import { type PolicyMetric, policyTypeOf } from '../../../watching/policy-metrics.ts';
import { ruleOf } from '../../../watching/rule.ts';
import { counted, listed } from '../../../words/numbers.ts';
import type { JobContext, Look, Opened } from '../../job.ts';

/** How far back is looked, and at how many droplets: each costs as many requests as its metric has reads. */
const backMs = 86_400_000;
const lookedAtMost = 3;

/** What was measured on a droplet, in the form in which an opened job keeps what it read. */
interface Recent {
  name: string;
  samples: [atMs: number, value: number][];
}

/** A policy as far as it is filled in, and the droplets that it is about, those to look at first. */
export interface DraftPolicy {
  type: string;
  compare: string;
  value: unknown;
  window: string;
  droplets: readonly Droplet[];
}

/** Droplets that a policy is about, those that it names first. */
export function dropletsOf(base: JsonObject, droplets: JobContext['droplets']): Droplet[] {
  const policy = parseAlertPolicy({ ...base, uuid: 'edited' });
  if (!policy) return [];
  const { isAboutAll, entities, tags } = policy;
  const isNamed = ({ id }: Droplet) => entities.includes(String(id));
  return [...droplets.values()]
    .filter((one) => isAboutAll || isNamed(one) || one.tags.some((tag) => tags.includes(tag)))
    .sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)) || one.id - other.id);
}

/** What was measured on a droplet; `null`: too little, or it could not be read. */
async function recentOn({ id, name }: Droplet, { reads, values }: PolicyMetric, context: JobContext): Promise<Recent | null> {
  const end = Math.floor(context.nowMs / 1000);
  const span = { start: String(end - backMs / 1000), end: String(end) };
  const answers = await Promise.all(
    reads.map(async ({ operationId, query }): Promise<Series[] | null> => {
      const read = await context.ask.read(operationId, {}, { [thingParameters.droplet]: String(id), ...span, ...query });
      return read.ok ? readMatrix(read.value) : null;
    }),
  );
  const known = answers.filter((one) => one !== null);
  const samples = known.length < answers.length ? [] : values(known);
  return samples.length < 2 ? null : { name, samples: samples.map(({ atMs, value }) => [atMs, value]) };
}

function dropletMetric(type: string): PolicyMetric | null {
  const known = policyTypeOf(type);
  return known?.thing === 'droplet' && known.metric !== 'none' ? known.metric : null;
}

const lookKey = (type: string, { id }: Droplet): string => `${type} ${id}`;

/** Those of its droplets that send something, those that were looked at already first. */
function lookedFirst({ type, droplets }: DraftPolicy, { looked = {} }: Opened): Droplet[] {
  const isLooked = (one: Droplet) => Object.hasOwn(looked, lookKey(type, one));
  return droplets
    .filter(({ status }) => status === 'active')
    .sort((one, other) => Number(isLooked(other)) - Number(isLooked(one)));
}

/** What `wouldHaveFired` needs: what a few of the policy's droplets measured in the last day. Nothing where it is about other things. */
export function looksFor(policy: DraftPolicy, opened: Opened, context: JobContext): Look[] {
  const metric = dropletMetric(policy.type);
  if (metric === null) return [];
  return lookedFirst(policy, opened)
    .slice(0, lookedAtMost)
    .map((one) => ({
      key: lookKey(policy.type, one),
      read: async () => (await recentOn(one, metric, context)) as unknown as Json,
    }));
}

/** How often a policy would have fired in the last day with its limit and window. No line where nobody can say. */
export function wouldHaveFired(draft: DraftPolicy, opened: Opened): string[] {
  const { type, compare, value, window } = draft;
  const all = lookedFirst(draft, opened);
  const read = all.flatMap((one) => opened.looked?.[lookKey(type, one)] ?? []).slice(0, lookedAtMost);
  const recent = read as unknown as readonly Recent[];
  const policy = parseAlertPolicy({ type, compare, value, window, uuid: 'edited' });
  const rule = policy && Number.isFinite(Number(value)) ? ruleOf(policy) : null;
  if (rule === null || rule === undefined || recent.length === 0) return [];
  const found = recent.map(({ name, samples }) => {
    const firings = firingsIn(
      rule,
      samples.map(([atMs, value]) => ({ atMs, value })),
    );
    return { name, times: firings.length, lengthMs: firings.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) };
  });
  const fired = found.filter(({ times }) => times > 0).sort((one, other) => other.lengthMs - one.lengthMs);
  const rest = all.length > recent.length ? [`Buoy looked at ${recent.length} of its ${all.length} droplets.`] : [];
  if (fired.length === 0)
    return [`In the last 24 hours it would not have fired on ${listed(found.map(({ name }) => name))}.`, ...rest];
  const texts = fired.map(
    ({ name, times, lengthMs }) =>
      `${times === 1 ? 'once' : counted(times, 'time')} on ${listed([name])}, for ${duration(lengthMs)} in all`,
  );
  return [`In the last 24 hours it would have fired ${texts.join('; ')}.`, ...rest];
}
