import { success } from '../../../../preload/contract/failure.ts';
import { choice, number, option } from '../fields.ts';
import type { Job, JobContext, Thing } from '../job.ts';
import { listAt, regionOf, textAt } from '../thing.ts';

const attachedTo = ({ row }: Thing): string | null => {
  const [id] = listAt(row, 'droplet_ids');
  return id === undefined ? null : String(id);
};

const nameOf = ({ droplets }: JobContext, id: string | null): string =>
  id === null ? 'no droplet' : (droplets.get(Number(id))?.name ?? `droplet ${id}`);

const sizeOf = ({ row }: Thing): number => Number(textAt(row, 'size_gigabytes')) || 1;

const act = (thing: Thing, label: string, body: Record<string, string | number>) => ({
  label,
  operationId: 'volumeActions_post_byId',
  path: { volume_id: thing.id },
  body: { ...body, region: regionOf(thing.row) },
});

const detachStep = (thing: Thing, dropletId: string | null) =>
  act(thing, 'Detach', { type: 'detach', ...(dropletId === null ? {} : { droplet_id: Number(dropletId) }) });

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Block-Storage */
export const volumeJobs: readonly Job[] = [
  {
    name: 'attach',
    label: 'Attach…',
    level: 'normal',
    isMain: true,
    isFor: (thing) => attachedTo(thing) === null,
    async open({ thing, droplets }) {
      const region = regionOf(thing.row);
      const near = [...droplets.values()].filter((droplet) => droplet.regionSlug === region && droplet.status !== 'archive');
      const choices = near.map((droplet) => option(String(droplet.id), droplet.name, `${droplet.regionSlug}, ${droplet.status}`));
      const hint = choices.length === 0 ? `There is no droplet in ${region}: a volume stays in its region.` : null;
      return success({ fields: [choice({ name: 'droplet', label: 'Droplet', choices, hint })] });
    },
    plan: ({ droplet }, context) => ({
      steps: [act(context.thing, 'Attach', { type: 'attach', droplet_id: Number(droplet) })],
      done: () => `${context.thing.name} is being attached to ${nameOf(context, String(droplet))}.`,
    }),
  },
  {
    name: 'detach',
    label: 'Detach…',
    level: 'disruptive',
    isMain: true,
    isFor: (thing) => attachedTo(thing) !== null,
    async open(context) {
      const name = nameOf(context, attachedTo(context.thing));
      return success({ lines: [`${name} loses it at once. Unmount it there first, or what was not written yet is lost.`] });
    },
    plan: (_values, context) => ({
      steps: [detachStep(context.thing, attachedTo(context.thing))],
      done: () => `${context.thing.name} is being detached from ${nameOf(context, attachedTo(context.thing))}.`,
    }),
  },
  {
    name: 'grow',
    label: 'Grow…',
    level: 'normal',
    keywords: 'resize bigger size',
    async open({ thing }) {
      const size = sizeOf(thing);
      const fields = [number({ name: 'size', label: 'Size', value: size, minimum: size + 1, maximum: 16_384, unit: 'GiB' })];
      return success({ lines: ['It cannot be made smaller again. The file system on it has to be grown afterwards.'], fields });
    },
    plan: ({ size }, { thing }) => ({
      steps: [act(thing, 'Grow', { type: 'resize', size_gigabytes: Number(size) })],
      done: () => `${thing.name} grows from ${sizeOf(thing)} to ${size} GiB.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    keywords: 'remove destroy',
    async open(context) {
      const { thing } = context;
      const dropletId = attachedTo(thing);
      const first = dropletId === null ? [] : [`It is detached from ${nameOf(context, dropletId)} first.`];
      return success({ lines: first, goes: [`${thing.name}, with all ${sizeOf(thing)} GiB on it`] });
    },
    plan(_values, { thing }) {
      const dropletId = attachedTo(thing);
      const detach = dropletId === null ? [] : [{ ...detachStep(thing, dropletId), isAwaited: true as const }];
      return {
        steps: [...detach, { label: 'Delete', operationId: 'volumes_delete', path: { volume_id: thing.id } }],
        chain: {
          running: `Deleting ${thing.name}`,
          completed: `Deleted ${thing.name}`,
          errored: `Deletion of ${thing.name} failed`,
        },
        done: () => `${thing.name} is deleted.`,
      };
    },
  },
];
