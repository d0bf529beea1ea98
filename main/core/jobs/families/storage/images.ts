import { success } from '../../../../../preload/contract/failure.ts';
import { datedName, keepingCost } from '../../../words/job-parts.ts';
import { choice, chosen, option, text } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { newDroplet } from '../../parts/new-droplet.ts';
import { tagsOf } from '../../parts/tags-of.ts';
import { listAt, textAt } from '../../thing.ts';
import { ownImageJobs, savedInSum } from './own-images.ts';

const isOwn = ({ row }: Thing): boolean => row.public !== true;
const isOfType = (type: string) => (thing: Thing) => isOwn(thing) && textAt(thing.row, 'type') === type;
const gigabytesOf = ({ row }: Thing): number => Number(textAt(row, 'size_gigabytes')) || 0;

const keep: Job = {
  name: 'keep',
  label: 'Keep this backup',
  level: 'normal',
  forMany: { ...oneByOne, otherwise: 'It is no backup.' },
  isMain: true,
  keywords: 'convert snapshot',
  isFor: isOfType('backup'),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Keep', operationId: 'imageActions_post', path: { image_id: thing.id }, body: { type: 'convert' } }],
    done: () => `${thing.name} becomes a snapshot, which stays until you delete it: ${keepingCost(gigabytesOf(thing))}.`,
  }),
};

/** Also of public images, which have a slug. */
const makeDroplet = newDroplet(
  { name: 'new-droplet', label: 'New droplet from it…', isMain: true, off: notReady },
  async ({ thing }) =>
    success({
      image: textAt(thing.row, 'slug') || Number(thing.id),
      regions: listAt(thing.row, 'regions').map(String),
      minDiskGb: Number(textAt(thing.row, 'min_disk_size')) || 1,
      called: isOwn(thing) ? thing.name : `${textAt(thing.row, 'distribution')} ${thing.name}`,
      name: `${thing.name
        .toLowerCase()
        .replaceAll(/[^a-z0-9.-]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')}-01`,
    }),
);

function notReady({ row, name }: Thing): string | null {
  const status = textAt(row, 'status');
  return status === '' || status === 'available' ? null : `${name} is not ready: ${textAt(row, 'error_message') || status}.`;
}

/** What the API takes as the system of an image that it did not make. */
const systems = ['Ubuntu', 'Debian', 'Fedora', 'CentOS', 'Rocky Linux', 'Arch Linux', 'Unknown'];

const importImage: Job = {
  name: 'new',
  label: 'Import image…',
  level: 'normal',
  isNew: true,
  keywords: 'new create custom upload url',
  submitLabel: 'Import',
  isFor: isOwn,
  async open({ ask, nowMs }) {
    const regions = await ask.list('regions_list');
    if (!regions.ok) return regions;
    const open = regions.value.filter((region) => region.available === true);
    return success({
      lines: ['Raw, qcow2, VHDX, VDI or VMDK, plain or packed with gzip or bzip2, of less than 100 GB.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('image', nowMs) }),
        text({
          name: 'url',
          label: 'Address of the file',
          pattern: { source: 'https?://\\S+', words: 'an address that begins with https://' },
        }),
        choice({ name: 'region', label: 'Region', choices: open.map((one) => option(textAt(one, 'slug'), textAt(one, 'name'))) }),
        choice({ name: 'system', label: 'System', choices: systems.map((one) => option(one, one)), value: 'Unknown' }),
      ],
    });
  },
  plan: ({ name, url, region, system }, _context, { fields }) => ({
    steps: [
      {
        label: 'Import',
        operationId: 'images_create_custom',
        body: { name: String(name), url: String(url), region: String(region), distribution: String(system) },
      },
    ],
    done: () => `${name} is being imported to ${chosen(fields, 'region', region)}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: {
    ...sentUnread,
    otherwise: 'It belongs to DigitalOcean.',
    open: ({ things }) => success(savedInSum(things)),
  },
  keywords: 'remove destroy',
  isFor: isOwn,
  open: async () => success({ lines: ['It cannot be made again. Droplets that were made from it stay.'] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'images_delete', path: { image_id: thing.id } }],
    done: () => `${thing.name} is deleted. That saves ${keepingCost(gigabytesOf(thing))}.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Images */
export const imageJobs: readonly Job[] = [
  makeDroplet,
  keep,
  ...ownImageJobs(isOwn, isOfType('snapshot')),
  tagsOf('image', isOwn),
  importImage,
  remove,
];
