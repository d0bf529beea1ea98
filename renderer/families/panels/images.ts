import { factWords } from '../../words/facts/in-general.ts';
import { storageWords } from '../../words/facts/storage.ts';
import type { Item } from '../value.ts';
import { type About, fact, type Line, type Panel } from './panel.ts';
import { at, bad, line, listIn, numberIn, quiet, said, state, tagsAt, textIn, thing, valueIn, words } from './says.ts';

/** What a snapshot was taken of; gone, if the list of its kind is known and has it no more. */
function source({ item, droplets, known }: About): Line[] {
  const id = textIn(item, 'resource_id');
  const familyId = item.resource_type === 'volume' ? 'volumes_list' : 'droplets_list';
  if (id === '') return [];
  const isGone =
    familyId === 'droplets_list'
      ? !droplets.some((one) => String(one.id) === id)
      : known('volumes_list')?.some((one) => one.id === id) === false;
  return line(thing(familyId, id), isGone ? quiet(factWords.gone) : null);
}

const disk = (item: Item): string | null => {
  const gigabytes = numberIn(item, 'min_disk_size');
  return gigabytes === null ? null : storageWords.fits(factWords.gigabytes(gigabytes));
};

const fromImage = (image: About, imageId: number | undefined): boolean => imageId !== undefined && String(imageId) === image.id;

export const snapshots: Panel = {
  facts: [
    fact('Of', source, { looksInto: ['volumes_list'] }),
    fact('Size', at('size_gigabytes')),
    fact('Regions', at('regions')),
    fact(
      'Fits',
      said((item) => (item.resource_type === 'volume' ? null : disk(item))),
    ),
    fact('Made', at('created_at')),
    fact('Tags', tagsAt()),
  ],
  related: [
    {
      familyId: 'droplets_list',
      as: 'it was taken of it',
      to: ({ item }) => (item.resource_type === 'droplet' ? [textIn(item, 'resource_id')] : []),
    },
    {
      familyId: 'volumes_list',
      as: 'it was taken of it',
      to: ({ item }) => (item.resource_type === 'volume' ? [textIn(item, 'resource_id')] : []),
    },
    { familyId: 'droplets_list', as: 'was made from it', droplet: (row, about) => fromImage(about, row.imageId) },
  ],
};

const kinds: Readonly<Record<string, string>> = {
  base: storageWords.system,
  distribution: storageWords.system,
  application: storageWords.application,
  custom: storageWords.ownImage,
  backup: storageWords.backup,
  snapshot: storageWords.snapshot,
};

export const images: Panel = {
  facts: [
    fact('Status', ({ item }) => {
      const [raw, error] = [textIn(item, 'status'), textIn(item, 'error_message')];
      return line(raw === '' ? null : state(raw), error === '' ? null : bad(error));
    }),
    fact(
      'System',
      said((item) => [textIn(item, 'distribution'), textIn(item, 'name')].filter((part) => part !== '').join(' ')),
    ),
    fact(
      'Kind',
      said((item) => kinds[textIn(item, 'type')] ?? textIn(item, 'type')),
    ),
    fact('Regions', ({ item }) => line(words(listIn(item, 'regions').join(', ')))),
    fact('Size', ({ item }) => line(valueIn(item, 'size_gigabytes'), disk(item) === null ? null : quiet(disk(item) ?? ''))),
    fact('Made', at('created_at')),
  ],
  related: [{ familyId: 'droplets_list', as: 'was made from it', droplet: (row, about) => fromImage(about, row.imageId) }],
  hides: [
    {
      operations: [
        ...['images_update', 'images_delete', 'imageActions_post', 'imageActions_list', 'imageActions_get'],
        ...['images_post_account_transfer_create', 'images_post_account_transfer_cancel'],
        ...['images_post_account_transfer_accept', 'images_post_account_transfer_decline'],
      ],
      because: storageWords.ownOnly,
      unless: (item) => item.public !== true,
    },
    {
      operations: ['imageActions_post'],
      because: storageWords.keepableOnly,
      unless: (item) => item.type === 'backup' || item.type === 'snapshot',
    },
  ],
};
