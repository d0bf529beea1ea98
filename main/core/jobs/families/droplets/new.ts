import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { money } from '../../../words/numbers.ts';
import { choice, choices, chosen, option, several, text, tick } from '../../fields.ts';
import type { Ask, Job, Opened } from '../../job.ts';
import { regionField } from '../../regions.ts';
import { diskOf, priceOf, sizeInWords, sizePrice } from '../../sizes.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { imageId, imageSources, imageWords, reference } from './images.ts';

/** What an image can be made into: where it is, and the disk that it needs. */
const needsOf = (image: JsonObject): JsonObject => ({
  regions: listAt(image, 'regions'),
  disk: Number(textAt(image, 'min_disk_size')) || 1,
});

async function readImages(ask: Ask): Promise<Outcome<{ fields: JobField[]; needs: JsonObject }>> {
  const read = await Promise.all(imageSources.map(({ query }) => ask.list('images_list', {}, query)));
  const fields: JobField[] = [];
  const needs: JsonObject = {};
  for (const [at, source] of imageSources.entries()) {
    const images = read[at];
    if (!images) continue;
    if (!images.ok) return images;
    const usable = images.value.filter((image) => ['', 'available'].includes(textAt(image, 'status')));
    for (const image of usable) needs[imageId(image)] = needsOf(image);
    const offered = usable.map((image) => option(imageId(image), imageWords(image), `from ${needsOf(image).disk} GB of disk`));
    fields.push(
      choice({ name: source.name, label: 'Image', choices: offered, shownIf: { field: 'from', values: [source.name] } }),
    );
  }
  return success({ fields, needs });
}

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
        choice({
          name: 'from',
          label: 'From',
          choices: imageSources.map((one) => option(one.name, one.label)),
          value: 'system',
        }),
        ...images.value.fields,
        choice({
          name: 'size',
          label: 'Size',
          choices: offered.map((size) => option(textAt(size, 'slug'), sizeInWords(size), sizePrice(size))),
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
