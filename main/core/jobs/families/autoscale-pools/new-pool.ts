import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { datedName } from '../../../words/job-parts.ts';
import { counted } from '../../../words/numbers.ts';
import { choice, choices, chosen, number, option, several, text } from '../../fields.ts';
import type { Job, Opened } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';
import { diskOf, priceOf, sizeChoices } from '../../parts/sizes.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { readImages } from '../droplets/images.ts';
import { wordsIn } from '../network/addresses.ts';
import { regionOfVpc, vpcChoices } from '../network/vpc-choices.ts';
import { checkLimits, limitFields, limitsFrom, rangeWords } from './autoscale-limits.ts';

/** What a new pool begins with, until somebody says otherwise. */
const usualLimits = { min_instances: 1, max_instances: 3, target_cpu_utilization: 0.6, cooldown_minutes: 10 };

const byLoad = { field: 'kind', values: ['load'] };
const isByLoad = ({ kind }: JobValues): boolean => kind === 'load';

const sizeFields: readonly JobField[] = [
  choice({
    name: 'kind',
    label: 'Its size',
    choices: [option('load', 'Goes by the load'), option('fixed', 'Stays the same')],
    value: 'load',
  }),
  ...limitFields(usualLimits).map((field) => ({ ...field, shownIf: byLoad })),
  number({
    name: 'count',
    label: 'Size',
    value: 2,
    minimum: 1,
    maximum: 1_000,
    unit: 'droplets',
    shownIf: { field: 'kind', values: ['fixed'] },
  }),
];

const sizeIn = ({ data }: Opened, { size }: JobValues) => objectAt(objectAt(data ?? {}, 'sizes'), String(size));

/** Every droplet of it is made alike, so this asks what a new droplet asks, and how many there are to be. */
export const newPool: Job = {
  name: 'new',
  label: 'New pool…',
  level: 'normal',
  isNew: true,
  keywords: 'create autoscale group scale',
  submitLabel: 'Make pool',
  async open(context) {
    const { ask, nowMs } = context;
    const [region, images, sizes, keys, vpcs] = await Promise.all([
      regionField(context),
      readImages(ask),
      ask.list('sizes_list'),
      ask.list('sshKeys_list'),
      ask.list('vpcs_list'),
    ]);
    if (!region.ok) return region;
    if (!images.ok) return images;
    if (!sizes.ok) return sizes;
    if (!keys.ok) return keys;
    const offered = sizes.value.filter((size) => size.available === true);
    const known = keys.value.map((key) => option(textAt(key, 'fingerprint'), textAt(key, 'name')));
    // Without the right to read them, its droplets are in the default VPC of the region.
    const networks = vpcs.ok ? vpcs.value : [];
    return success({
      lines: ['It makes its droplets by itself, and they are billed like others.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('pool', nowMs),
          pattern: { source: '[A-Za-z0-9.-]+', words: 'letters, digits, dots and hyphens' },
          hint: 'It cannot be renamed later.',
        }),
        region.value,
        ...images.value.fields,
        choice({
          name: 'size',
          label: 'Size of a droplet',
          choices: sizeChoices(offered),
        }),
        choices({
          name: 'keys',
          label: 'SSH keys',
          choices: known,
          value: known.length === 1 ? [known[0]?.value ?? ''] : [],
          isRequired: true,
        }),
        ...sizeFields,
        choice({
          name: 'vpc',
          label: 'VPC',
          choices: vpcChoices(networks),
          value: null,
          isRequired: false,
          hint: 'Left empty, it is the default one of the region.',
        }),
        text({ name: 'tags', label: 'Tags', isRequired: false, hint: 'With spaces between them.' }),
      ],
      data: {
        images: images.value.needs,
        vpcs: regionOfVpc(networks),
        sizes: Object.fromEntries(
          offered.map((size) => [
            textAt(size, 'slug'),
            { regions: listAt(size, 'regions'), disk: diskOf(size), price: priceOf(size) },
          ]),
        ),
      },
    });
  },
  wrong(values, opened) {
    const { region, size, from, vpc } = values;
    const here = chosen(opened.fields, 'region', region);
    const image = objectAt(objectAt(opened.data ?? {}, 'images'), String(values[String(from)]));
    const isIn = (regions: readonly unknown[]) => regions.includes(String(region));
    if (size && !isIn(listAt(sizeIn(opened, values), 'regions'))) {
      return { field: 'size', message: `This size is not offered in ${here}.` };
    }
    if (!isIn(listAt(image, 'regions'))) return { field: String(from), message: `This image is not in ${here}.` };
    const disk = Number(textAt(image, 'disk'));
    if (Number(textAt(sizeIn(opened, values), 'disk')) < disk) {
      return { field: 'size', message: `The image needs a disk of ${disk} GB, and this size has less.` };
    }
    if (vpc && textAt(objectAt(opened.data ?? {}, 'vpcs'), String(vpc)) !== region) {
      return { field: 'vpc', message: `This VPC is not in ${here}.` };
    }
    return isByLoad(values) ? checkLimits(values) : null;
  },
  weigh(values, opened) {
    const { price } = sizeIn(opened, values);
    const [least, most] = isByLoad(values) ? [values.min, values.max] : [values.count, values.count];
    return { lines: rangeWords(price, Number(least), Number(most)) };
  },
  plan(values, _context, { fields }) {
    const { name, region, size, from, keys, vpc, tags, min, max, count } = values;
    const body = {
      name: String(name),
      config: isByLoad(values) ? limitsFrom(values) : { target_number_instances: Number(count) },
      droplet_template: {
        region: String(region),
        size: String(size),
        image: String(values[String(from)]),
        ssh_keys: several(keys),
        ...(wordsIn(tags).length === 0 ? {} : { tags: wordsIn(tags) }),
        ...(vpc ? { vpc_uuid: String(vpc) } : {}),
        // Nobody else measures how busy they are.
        with_droplet_agent: true,
      },
    };
    const many = isByLoad(values) ? `${min} to ${max} droplets` : counted(Number(count), 'droplet');
    return {
      steps: [{ label: 'Make pool', operationId: 'autoscalepools_create', body }],
      done: () => `${name} is being made in ${chosen(fields, 'region', region)}, with ${many}.`,
    };
  },
};
