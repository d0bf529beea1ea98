import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { datedName } from '../../../words/job-parts.ts';
import { money } from '../../../words/numbers.ts';
import { choice, choices, chosen, option, several, text, tick } from '../../fields.ts';
import type { Job, Opened } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';
import { diskOf, priceOf, sizeChoices } from '../../parts/sizes.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { readImages, reference } from './images.ts';

const sizeIn = ({ data }: Opened, { size }: JobValues) => objectAt(objectAt(data ?? {}, 'sizes'), String(size));

export const newOne: Job = {
  name: 'new',
  label: 'New droplet…',
  level: 'normal',
  isNew: true,
  keywords: 'create server machine',
  submitLabel: 'Create droplet',
  async open(context) {
    const { ask, nowMs } = context;
    const [region, images, sizes, keys] = await Promise.all([
      regionField(context),
      readImages(ask),
      ask.list('sizes_list'),
      ask.list('sshKeys_list'),
    ]);
    if (!region.ok) return region;
    if (!images.ok) return images;
    if (!sizes.ok) return sizes;
    const offered = sizes.value.filter((size) => size.available === true);
    // A token that may not read keys can make droplets all the same; their password comes by e-mail then.
    const known = (keys.ok ? keys.value : []).map((key) => option(textAt(key, 'id'), textAt(key, 'name')));
    return success({
      lines: ['Without a key, its password comes by e-mail.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('droplet', nowMs),
          pattern: { source: '[A-Za-z0-9.-]+', words: 'letters, digits, dots and hyphens' },
        }),
        region.value,
        ...images.value.fields,
        choice({
          name: 'size',
          label: 'Size',
          choices: sizeChoices(offered),
        }),
        choices({ name: 'keys', label: 'SSH keys', choices: known, value: known.length === 1 ? [known[0]?.value ?? ''] : [] }),
        tick({ name: 'backups', label: 'Back it up every week', hint: 'For about 20 % of its price more.' }),
      ],
      data: {
        images: images.value.needs,
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
    const size = sizeIn(opened, values);
    const image = objectAt(objectAt(opened.data ?? {}, 'images'), String(values[String(values.from)]));
    const region = chosen(opened.fields, 'region', values.region);
    if (!listAt(size, 'regions').includes(String(values.region))) {
      return { field: 'size', message: `This size is not offered in ${region}.` };
    }
    if (!listAt(image, 'regions').includes(String(values.region))) {
      return { field: String(values.from), message: `This image is not in ${region}.` };
    }
    const disk = Number(textAt(image, 'disk'));
    return Number(textAt(size, 'disk')) < disk
      ? { field: 'size', message: `The image needs a disk of ${disk} GB, and this size has less.` }
      : null;
  },
  plan(values, _context, opened) {
    const { name, region, from, size, keys, backups } = values;
    const image = String(values[String(from)]);
    const body = {
      name: String(name),
      region: String(region),
      size: String(size),
      image: reference(image),
      ssh_keys: several(keys).map(Number),
      ...(backups === true ? { backups: true } : {}),
    };
    const price = money(Number(textAt(sizeIn(opened, values), 'price')));
    return {
      steps: [{ label: 'Create droplet', operationId: 'droplets_create', body }],
      done: () => `${name} is being made from ${chosen(opened.fields, String(from), image)}, for ${price} a month.`,
    };
  },
};
