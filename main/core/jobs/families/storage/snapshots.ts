import { failed, success } from '../../../../../preload/contract/failure.ts';
import { gib, keepingCost } from '../../../words/job-parts.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Thing } from '../../job.ts';
import { newDroplet } from '../../parts/new-droplet.ts';
import { tagsOf } from '../../parts/tags-of.ts';
import { listAt, textAt } from '../../thing.ts';
import { ownImageJobs, savedInSum } from './own-images.ts';

const isOf = (kind: 'droplet' | 'volume') => (thing: Thing) => textAt(thing.row, 'resource_type') === kind;
const dropletOf = ({ thing, droplets }: JobContext) => droplets.get(Number(textAt(thing.row, 'resource_id')));
const gigabytesOf = ({ row }: Thing): number => Number(textAt(row, 'size_gigabytes')) || 0;
const minimumDiskOf = ({ row }: Thing): number => Number(textAt(row, 'min_disk_size')) || 1;

const putBack: Job = {
  name: 'put-back',
  label: 'Put back on its droplet…',
  level: 'destructive',
  isMain: true,
  keywords: 'restore rebuild rollback',
  submitLabel: 'Put back',
  isFor: isOf('droplet'),
  async open(context) {
    const { thing } = context;
    const droplet = dropletOf(context);
    if (!droplet) return failed({ kind: 'conflict', message: `The droplet that ${thing.name} was taken of is gone.` });
    const disk = droplet.diskGb ?? 0;
    if (disk < minimumDiskOf(thing)) {
      const message = `${thing.name} needs a disk of ${minimumDiskOf(thing)} GB, and ${droplet.name} has ${disk} GB.`;
      return failed({ kind: 'conflict', message });
    }
    const taken = textAt(thing.row, 'created_at').slice(0, 10);
    return success({
      goes: [`What was written to the disk of ${droplet.name} since ${taken}`],
      stays: ['Its addresses, its volumes and its name'],
    });
  },
  plan(_values, context) {
    const { thing } = context;
    const body = { type: 'rebuild', image: Number(thing.id) };
    const path = { droplet_id: textAt(thing.row, 'resource_id') };
    return {
      steps: [{ label: 'Put back', operationId: 'dropletActions_post', path, body, value: thing.name }],
      done: () => `${thing.name} is being put back on ${dropletOf(context)?.name ?? 'its droplet'}.`,
    };
  },
};

const makeDroplet = newDroplet(
  { name: 'new-droplet', label: 'New droplet from it…', isFor: isOf('droplet'), isMain: true },
  async ({ thing }) =>
    success({
      image: Number(thing.id),
      regions: listAt(thing.row, 'regions').map(String),
      minDiskGb: minimumDiskOf(thing),
      name: `${thing.ownName}-copy`,
    }),
);

const newVolume: Job = {
  name: 'new-volume',
  label: 'New volume from it…',
  level: 'normal',
  isMain: true,
  keywords: 'create volume restore',
  submitLabel: 'Create volume',
  isFor: isOf('volume'),
  async open({ thing }) {
    const regions = listAt(thing.row, 'regions').map(String);
    const minimum = minimumDiskOf(thing);
    return success({
      fields: [
        text({ name: 'name', label: 'Name', value: `${thing.ownName}-copy` }),
        choice({
          name: 'region',
          label: 'Region',
          choices: regions.map((slug) => option(slug, regionWords(slug), slug)),
          value: regions[0] ?? null,
        }),
        number({ name: 'size', label: 'Size', value: minimum, minimum, maximum: 16_384, unit: 'GiB' }),
      ],
    });
  },
  plan: ({ name, region, size }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Create volume',
        operationId: 'volumes_create',
        body: { name: String(name), region: String(region), snapshot_id: thing.id, size_gigabytes: Number(size) },
      },
    ],
    done: () => `Volume ${name} of ${gib(Number(size))} was made in ${chosen(fields, 'region', region)} from ${thing.name}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: { ...sentUnread, open: ({ things }) => success(savedInSum(things)) },
  keywords: 'remove destroy',
  open: async () => success({ lines: ['It cannot be made again.'] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'snapshots_delete', path: { snapshot_id: thing.id } }],
    done: () => `${thing.name} is deleted. That saves ${keepingCost(gigabytesOf(thing))}.`,
  }),
};

/** Of a volume, in the list that is inside it. */
export const volumeSnapshotJobs: readonly Job[] = [newVolume, tagsOf('volume_snapshot'), remove];

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Snapshots */
export const snapshotJobs: readonly Job[] = [
  putBack,
  makeDroplet,
  newVolume,
  ...ownImageJobs(isOf('droplet'), isOf('droplet')),
  tagsOf('volume_snapshot', isOf('volume')),
  remove,
];
