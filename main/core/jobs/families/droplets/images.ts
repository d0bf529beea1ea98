import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option } from '../../fields.ts';
import type { Ask } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';

/** Systems, images of one's own, and applications: what a droplet can be made from. */
export const imageSources = [
  { name: 'system', label: 'A system', query: { type: 'distribution' } },
  { name: 'own', label: 'An image of your own', query: { private: 'true' } },
  { name: 'app', label: 'An application', query: { type: 'application' } },
] as const;

/** An image's number, or the short name that only DigitalOcean's own have. */
export const reference = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

export const imageId = (image: JsonObject): string => textAt(image, 'slug') || textAt(image, 'id');

/** "Ubuntu 24.04 x64", "web-01 before the move". */
export const imageWords = (image: JsonObject): string =>
  image.public === true ? `${textAt(image, 'distribution')} ${textAt(image, 'name')}` : textAt(image, 'name');

/** What an image can be made into: where it is, and the disk that it needs. */
const needsOf = (image: JsonObject): JsonObject => ({
  regions: listAt(image, 'regions'),
  disk: Number(textAt(image, 'min_disk_size')) || 1,
});

/**
 * What a droplet is made from: where that comes from, then the image, which is at the value of that field. `needs` has what each
 * image needs.
 */
export async function readImages(ask: Ask): Promise<Outcome<{ fields: JobField[]; needs: JsonObject }>> {
  const read = await Promise.all(imageSources.map(({ query }) => ask.list('images_list', {}, query)));
  const fields: JobField[] = [
    choice({
      name: 'from',
      label: 'From',
      choices: imageSources.map((one) => option(one.name, one.label)),
      value: 'system',
    }),
  ];
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
