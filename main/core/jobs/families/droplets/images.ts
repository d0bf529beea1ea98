import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { textAt } from '../../thing.ts';

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
