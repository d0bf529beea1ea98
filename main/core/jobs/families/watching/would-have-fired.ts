import type { Json } from '../../../../../preload/contract/json.ts';
import { duration } from '../../../../../preload/contract/time-words.ts';
import { type AlertPolicy, parseAlertPolicy } from '../../../digitalocean/resources/alert-policies.ts';
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

/** Droplets that a policy is about and that send something, those that it names first. */
function dropletsOf({ isAboutAll, entities, tags }: AlertPolicy, droplets: JobContext['droplets']): Droplet[] {
  const isNamed = ({ id }: Droplet) => entities.includes(String(id));
  return [...droplets.values()]
    .filter((one) => one.status === 'active' && (isAboutAll || isNamed(one) || one.tags.some((tag) => tags.includes(tag))))
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

/** What the last day measured on a few droplets of a policy, for `wouldHaveFired`. Nothing where it is about other things. */
export async function recentSamples(base: Readonly<Record<string, Json>>, context: JobContext): Promise<Record<string, Json>> {
  const policy = parseAlertPolicy({ ...base, uuid: context.thing.id });
  const metric = policy && dropletMetric(policy.type);
  if (!policy || !metric) return {};
  const all = dropletsOf(policy, context.droplets);
  const read = await Promise.all(all.slice(0, lookedAtMost).map((one) => recentOn(one, metric, context)));
  return { recent: read.filter((one) => one !== null) as unknown as Json, covered: all.length };
}

interface NewPolicy {
  type: string;
  compare: string;
  window: string;
  dropletIds: readonly string[];
}

const lookKey = (type: string, { id }: Droplet): string => `${type} ${id}`;

/** The droplets of a policy that is being made, those that were looked at already first, then as they were chosen. */
function chosenFirst({ type, dropletIds }: NewPolicy, { looked = {} }: Opened, { droplets }: JobContext): Droplet[] {
  const isLooked = (one: Droplet) => Object.hasOwn(looked, lookKey(type, one));
  return dropletIds
    .flatMap((id) => droplets.get(Number(id)) ?? [])
    .filter(({ status }) => status === 'active')
    .sort((one, other) => Number(isLooked(other)) - Number(isLooked(one)));
}

/** What a policy that is being made needs for `newWouldHaveFired`: what few of its droplets measured in the last day. */
export function looksFor(policy: NewPolicy, opened: Opened, context: JobContext): Look[] {
  const metric = dropletMetric(policy.type);
  if (metric === null) return [];
  return chosenFirst(policy, opened, context)
    .slice(0, lookedAtMost)
    .map((one) => ({
      key: lookKey(policy.type, one),
      read: async () => (await recentOn(one, metric, context)) as unknown as Json,
    }));
}

/** How often a policy that is being made would have fired in the last day. No line where nobody can say. */
export function newWouldHaveFired(policy: NewPolicy, value: unknown, opened: Opened, context: JobContext): string[] {
  const { type, compare, window } = policy;
  const all = chosenFirst(policy, opened, context);
  const recent = all.flatMap((one) => opened.looked?.[lookKey(type, one)] ?? []).slice(0, lookedAtMost);
  return wouldHaveFired({ type, compare }, { value, window }, { data: { recent, covered: all.length } });
}

/** How often a policy would have fired in the last day with that limit and window. No line where nobody can say. */
export function wouldHaveFired(
  base: Readonly<Record<string, Json>>,
  given: { value: unknown; window: unknown },
  opened: Opened,
): string[] {
  const recent = (opened.data?.recent ?? []) as unknown as readonly Recent[];
  const window = given.window ?? base.window ?? null;
  const policy = parseAlertPolicy({ ...base, uuid: 'edited', value: given.value, window });
  const rule = policy && Number.isFinite(Number(given.value)) ? ruleOf(policy) : null;
  if (rule === null || rule === undefined || recent.length === 0) return [];
  const found = recent.map(({ name, samples }) => {
    const firings = firingsIn(
      rule,
      samples.map(([atMs, value]) => ({ atMs, value })),
    );
    return { name, times: firings.length, lengthMs: firings.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) };
  });
  const fired = found.filter(({ times }) => times > 0).sort((one, other) => other.lengthMs - one.lengthMs);
  const covered = Number(opened.data?.covered ?? recent.length);
  const rest = covered > recent.length ? [`Buoy looked at ${recent.length} of its ${covered} droplets.`] : [];
  if (fired.length === 0)
    return [`In the last 24 hours it would not have fired on ${listed(found.map(({ name }) => name))}.`, ...rest];
  const texts = fired.map(
    ({ name, times, lengthMs }) =>
      `${times === 1 ? 'once' : counted(times, 'time')} on ${listed([name])}, for ${duration(lengthMs)} in all`,
  );
  return [`In the last 24 hours it would have fired ${texts.join('; ')}.`, ...rest];
}
