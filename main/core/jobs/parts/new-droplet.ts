import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../preload/contract/job.ts';
import { isObject } from '../../../../preload/contract/json.ts';
import { money } from '../../words/numbers.ts';
import { regionWords } from '../../words/regions.ts';
import { choice, choices, chosen, option, several, text } from '../fields.ts';
import type { Job, JobContext, Opened } from '../job.ts';
import { listAt, objectAt, textAt } from '../thing.ts';
import { diskOf, priceOf, sizeChoices } from './sizes.ts';

/** What a droplet can be made from. */
export interface Origin {
  image: string | number;
  /** Slugs of the regions where the image is. */
  regions: readonly string[];
  minDiskGb: number;
  name: string;
  /** What the image is called, where that is not the thing's name. */
  called?: string;
  /** What else it gets, such as tags. */
  more?: Record<string, string | string[]>;
  /** Chosen already. */
  size?: string;
  lines?: readonly string[];
}

async function form({ ask, thing }: JobContext, origin: Origin): Promise<Outcome<Opened>> {
  const [sizes, keys] = await Promise.all([ask.list('sizes_list'), ask.list('sshKeys_list')]);
  if (!sizes.ok) return sizes;
  const isThere = (regions: readonly unknown[]) => origin.regions.some((region) => regions.includes(region));
  const fitting = sizes.value.filter(
    (size) => size.available === true && diskOf(size) >= origin.minDiskGb && isThere(listAt(size, 'regions')),
  );
  const offered = sizeChoices(fitting);
  // A token that may not read keys can make droplets all the same; their password comes by e-mail then.
  const known = (keys.ok ? keys.value : []).map((key) => option(textAt(key, 'id'), textAt(key, 'name')));
  const preset = offered.find(({ value }) => value === origin.size) ?? offered[0];
  const regions = origin.regions.map((slug) => option(slug, regionWords(slug), slug));
  return success({
    lines: [...(origin.lines ?? []), 'Without a key, its password comes by e-mail.'],
    fields: [
      text({
        name: 'name',
        label: 'Name',
        value: origin.name,
        pattern: { source: '[A-Za-z0-9.-]+', words: 'letters, digits, dots and hyphens' },
      }),
      choice({ name: 'region', label: 'Region', choices: regions, value: origin.regions[0] ?? null }),
      choice({ name: 'size', label: 'Size', choices: offered, value: preset?.value ?? null }),
      choices({ name: 'keys', label: 'SSH keys', choices: known }),
    ],
    data: {
      image: origin.image,
      called: origin.called ?? thing.name,
      more: origin.more ?? {},
      sizes: Object.fromEntries(
        fitting.map((size) => [textAt(size, 'slug'), { regions: listAt(size, 'regions'), price: priceOf(size) }]),
      ),
    },
  });
}

const sizeIn = ({ data }: Opened, { size }: JobValues) => objectAt(objectAt(data ?? {}, 'sizes'), String(size));

/** Makes a droplet from something: a snapshot, an image, or another droplet's newest snapshot. */
export const newDroplet = (
  given: Pick<Job, 'name' | 'label' | 'isFor' | 'isMain' | 'off'>,
  originOf: (context: JobContext) => Promise<Outcome<Origin>>,
): Job => ({
  ...given,
  level: 'normal',
  keywords: 'create droplet new clone',
  submitLabel: 'Create droplet',
  async open(context) {
    const origin = await originOf(context);
    return origin.ok ? form(context, origin.value) : origin;
  },
  wrong(values, opened) {
    const isOffered = listAt(sizeIn(opened, values), 'regions').includes(String(values.region));
    return isOffered
      ? null
      : `${chosen(opened.fields, 'size', values.size)} is not offered in ${regionWords(String(values.region))}.`;
  },
  plan(values, _context, opened) {
    const { name, region, size, keys } = values;
    const image = opened.data?.image ?? null;
    const more = isObject(opened.data?.more) ? opened.data.more : {};
    const body = {
      name: String(name),
      region: String(region),
      size: String(size),
      image,
      ssh_keys: several(keys).map(Number),
      ...more,
    };
    const price = money(textAt(sizeIn(opened, values), 'price'));
    return {
      steps: [{ label: 'Create droplet', operationId: 'droplets_create', body }],
      done: () => `${name} is being made from ${textAt(opened.data ?? {}, 'called')}, for ${price} a month.`,
    };
  },
});
