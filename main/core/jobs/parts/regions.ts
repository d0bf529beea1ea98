import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../preload/contract/job.ts';
import { choice, option } from '../fields.ts';
import type { JobContext } from '../job.ts';
import { listAt, textAt } from '../thing.ts';

/** Where most droplets of the team are; `null` without any. */
export function usualRegion({ droplets }: Pick<JobContext, 'droplets'>): string | null {
  const counts = new Map<string, number>();
  for (const { regionSlug } of droplets.values()) counts.set(regionSlug, (counts.get(regionSlug) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

/**
 * The region of something new. Where the team already has droplets is chosen at first.
 *
 * @param feature what the region must have, such as `storage`
 */
export async function regionField(context: JobContext, feature?: string): Promise<Outcome<JobField>> {
  const regions = await context.ask.list('regions_list');
  if (!regions.ok) return regions;
  const fitting = regions.value.filter(
    (region) => region.available === true && (feature === undefined || listAt(region, 'features').includes(feature)),
  );
  return success(
    regionChoice(
      context,
      fitting.map((region) => ({ slug: textAt(region, 'slug'), name: textAt(region, 'name') })),
    ),
  );
}

/** The same, of the regions that are offered. */
export function regionChoice(
  context: Pick<JobContext, 'droplets'>,
  regions: readonly { slug: string; name: string }[],
): JobField {
  const usual = usualRegion(context);
  const choices = regions.map(({ slug, name }) => option(slug, name, slug));
  const preset = choices.length === 1 ? choices[0] : choices.find(({ value }) => value === usual);
  return choice({ name: 'region', label: 'Region', choices, value: preset?.value ?? null });
}
