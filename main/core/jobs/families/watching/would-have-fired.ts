import type { Json } from '../../../../../preload/contract/json.ts';
import { duration } from '../../../../../preload/contract/time-words.ts';
import { type AlertPolicy, parseAlertPolicy } from '../../../digitalocean/resources/alert-policies.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { thingParameters } from '../../../metrics/charts/all.ts';
import { readMatrix, type Sample, type Series } from '../../../metrics/matrix.ts';
import { firingsIn } from '../../../watching/firings.ts';
import { type PolicyMetric, policyTypeOf } from '../../../watching/policy-metrics.ts';
import { ruleOf } from '../../../watching/rule.ts';
import { counted, listed } from '../../../words/numbers.ts';
import type { JobContext, Opened } from '../../job.ts';

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

async function samplesOf(dropletId: number, metric: PolicyMetric, { ask, nowMs }: JobContext): Promise<readonly Sample[] | null> {
  const end = Math.floor(nowMs / 1000);
  const span = { start: String(end - backMs / 1000), end: String(end) };
  const answers = await Promise.all(
    metric.reads.map(async ({ operationId, query }): Promise<Series[] | null> => {
      const read = await ask.read(operationId, {}, { [thingParameters.droplet]: String(dropletId), ...span, ...query });
      return read.ok ? readMatrix(read.value) : null;
    }),
  );
  const known = answers.filter((one) => one !== null);
  return known.length < answers.length ? null : metric.values(known);
}

/** What the last day measured on a few droplets of a policy, for `wouldHaveFired`. Nothing where it is about other things. */
export async function recentSamples(base: Readonly<Record<string, Json>>, context: JobContext): Promise<Record<string, Json>> {
  const policy = parseAlertPolicy({ ...base, uuid: context.thing.id });
  const type = policy ? policyTypeOf(policy.type) : null;
  if (!policy || type?.thing !== 'droplet' || type.metric === 'none') return {};
  const { metric } = type;
  const all = dropletsOf(policy, context.droplets);
  const read = await Promise.all(
    all.slice(0, lookedAtMost).map(async ({ id, name }): Promise<Recent[]> => {
      const samples = await samplesOf(id, metric, context);
      return samples === null || samples.length < 2 ? [] : [{ name, samples: samples.map(({ atMs, value }) => [atMs, value]) }];
    }),
  );
  return { recent: read.flat() as unknown as Json, covered: all.length };
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
