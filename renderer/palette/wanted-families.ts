import type { JobHint } from '../../preload/contract/job.ts';
import { designedFamily } from '../families/all.ts';
import { verbFit } from './verbs.ts';

/** What a typed text asks for that may not have been read yet. */
export interface Wanted {
  /** Ids of families in steps, those first that fit the words best: the next step is needed only if nothing is found. */
  steps: readonly (readonly string[])[];
  /** The words that name no verb and no family, so they must be in the name of a thing. */
  names: readonly string[];
}

/** Read when the words are only a name: what people have most and look for by name, beside droplets. */
const glance: readonly string[] = [
  'apps_list',
  'databases_list_clusters',
  'kubernetes_list_clusters',
  'volumes_list',
  'domains_list',
  'loadBalancers_list',
  'reservedIPs_list',
  'firewalls_list',
  'cdn_list_endpoints',
  'uptime_list_checks',
];

/** A verb that more families have says little, such as "delete". */
const familiesAtMost = 8;

/** How well a word fits a family: by its title or by what a job is called, or only by what else finds a job. */
function familyFit(word: string, familyId: string, hints: readonly JobHint[]): number {
  const title = verbFit(word, { label: designedFamily(familyId)?.title ?? '', keywords: '' });
  const best = hints.reduce((most, hint) => Math.max(most, verbFit(word, hint)), title);
  return best >= 3 ? 2 : best > 0 ? 1 : 0;
}

/** Which families the words are about, by their titles and by the jobs that their things have. */
export function wantedFamilies(words: readonly string[], hints: readonly JobHint[]): Wanted {
  const byFamily = Map.groupBy(hints, ({ familyId }) => familyId);
  const fits = [...byFamily].flatMap(([familyId, own]) => {
    const ofWords = words.map((word) => familyFit(word, familyId, own));
    // A list inside every thing of a family costs a request each, so it has to be meant by name.
    if (designedFamily(familyId)?.inside !== undefined && !ofWords.includes(2)) return [];
    return [{ familyId, ofWords, sum: ofWords.reduce((all, one) => all + one, 0) }];
  });
  const steps = [
    ...Map.groupBy(
      fits.filter(({ sum }) => sum > 0),
      ({ sum }) => sum,
    ),
  ]
    .sort(([one], [other]) => other - one)
    .slice(0, 2)
    .map(([, equal]) => byGlance(equal.map(({ familyId }) => familyId)).slice(0, familiesAtMost));
  const best = new Set(steps[0] ?? []);
  const names = words.filter((_word, at) => !fits.some(({ familyId, ofWords }) => best.has(familyId) && (ofWords[at] ?? 0) > 0));
  return { steps: names.length === 0 ? steps.slice(0, 1) : [...steps, glance], names };
}

const place = (familyId: string): number => {
  const at = glance.indexOf(familyId);
  return at < 0 ? glance.length : at;
};
const byGlance = (familyIds: readonly string[]): string[] => [...familyIds].sort((one, other) => place(one) - place(other));
