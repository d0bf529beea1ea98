import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { datedName, keepingCost } from '../../../words/job-parts.ts';
import { count, counted, listed } from '../../../words/numbers.ts';
import { choice, number, option, text } from '../../fields.ts';
import { namedAlike, oneByOne, sentUnread } from '../../for-many.ts';
import type { Ask, Job, JobContext, ManyContext, Opened, Thing } from '../../job.ts';
import { tagsOf } from '../../parts/tags-of.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { listAt, regionOf, textAt } from '../../thing.ts';
import { newVolume } from './new-volume.ts';
import { growing, mounting } from './volume-commands.ts';
import { whileOff } from './volume-while-off.ts';

const attachedTo = ({ row }: Thing): string | null => {
  const [id] = listAt(row, 'droplet_ids');
  return id === undefined ? null : String(id);
};

const nameOf = ({ droplets }: Pick<JobContext, 'droplets'>, id: string | null): string =>
  id === null ? 'no droplet' : (droplets.get(Number(id))?.name ?? `droplet ${id}`);

const sizeOf = ({ row }: Thing): number => Number(textAt(row, 'size_gigabytes')) || 1;

const act = (thing: Thing, label: string, body: Record<string, string | number>) => ({
  label,
  operationId: 'volumeActions_post_byId',
  path: { volume_id: thing.id },
  body: { ...body, region: regionOf(thing.row) },
});

const detachStep = (context: Pick<JobContext, 'thing' | 'droplets'>, dropletId: string | null) => ({
  ...act(context.thing, 'Detach', { type: 'detach', ...(dropletId === null ? {} : { droplet_id: Number(dropletId) }) }),
  value: nameOf(context, dropletId),
});

const attachStep = (context: JobContext, dropletId: string) => ({
  ...act(context.thing, 'Attach', { type: 'attach', droplet_id: Number(dropletId) }),
  value: nameOf(context, dropletId),
});

/** A droplet takes no more. */
const volumesAtMost = 15;

/** The droplets that can have them: a volume stays in its region. */
function dropletField(volumes: readonly Thing[], { droplets }: Pick<JobContext, 'droplets'>) {
  const regions = [...new Set(volumes.map(({ row }) => regionOf(row)))];
  const [region = ''] = regions;
  const here = volumes.map(attachedTo);
  const near = [...droplets.values()].filter(
    (droplet) =>
      regions.length === 1 &&
      droplet.regionSlug === region &&
      droplet.status !== 'archive' &&
      droplet.volumeIds.length < volumesAtMost &&
      !here.includes(String(droplet.id)),
  );
  const choices = near.map((droplet) => option(String(droplet.id), droplet.name, `${droplet.regionSlug}, ${droplet.status}`));
  const none =
    regions.length === 1
      ? `No ${here.some((id) => id !== null) ? 'other ' : ''}droplet in ${region} can take it: a volume stays in its region, and a droplet has ${volumesAtMost} at most.`
      : 'They are in several regions, and a volume stays in its own.';
  return choice({ name: 'droplet', label: 'Droplet', choices, hint: choices.length === 0 ? none : null });
}

/** The snapshots that stay when the volume goes. A token that may not read them may delete the volume all the same. */
async function staying(ask: Ask, thing: Thing): Promise<{ stays: string[]; lines: string[] }> {
  const snapshots = await ask.list('volumeSnapshots_list', { volume_id: thing.id });
  if (!snapshots.ok)
    return { stays: [], lines: [`Whether snapshots of it stay could not be read. ${snapshots.failure.message}`] };
  const { length } = snapshots.value;
  const gigabytes = snapshots.value.reduce((sum, one) => sum + (Number(textAt(one, 'size_gigabytes')) || 0), 0);
  return { stays: length === 0 ? [] : [`${counted(length, 'snapshot')}, ${keepingCost(gigabytes)}`], lines: [] };
}

/** What goes with several volumes, and what stays, in sum: one read tells the snapshots of all volumes of the team. */
async function openDeletions({ things, ask, droplets }: ManyContext): Promise<Outcome<Opened>> {
  const attached = things.filter((thing) => attachedTo(thing) !== null);
  const names = attached.map((thing) => `${thing.name} from ${nameOf({ droplets }, attachedTo(thing))}`);
  const first = attached.length === 0 ? [] : [`Detached first: ${listed(names, 8)}.`];
  const ids = new Set(things.map(({ id }) => id));
  const all = await ask.list('snapshots_list', {}, { resource_type: 'volume' });
  const own = all.ok ? all.value.filter((row) => ids.has(textAt(row, 'resource_id'))) : [];
  const gigabytes = own.reduce((sum, row) => sum + (Number(textAt(row, 'size_gigabytes')) || 0), 0);
  return success({
    lines: [...first, ...(all.ok ? [] : [`Whether snapshots of them stay could not be read. ${all.failure.message}`])],
    goes: things.map((thing) => `${thing.name}, with all ${sizeOf(thing)} GiB on it`),
    stays: own.length === 0 ? [] : [`${counted(own.length, 'snapshot')}, ${keepingCost(gigabytes)}`],
  });
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Block-Storage */
export const volumeJobs: readonly Job[] = [
  newVolume,
  {
    name: 'attach',
    label: 'Attach…',
    level: 'normal',
    forMany: {
      ...oneByOne,
      otherwise: 'It is attached already.',
      isOfOneTeam: true,
      open: (context) => success({ fields: [dropletField(context.things, context)] }),
    },
    isMain: true,
    keywords: 'volume disk storage droplet',
    isFor: (thing) => attachedTo(thing) === null,
    open: async (context) => success({ fields: [dropletField([context.thing], context)] }),
    plan: ({ droplet }, context) => ({
      steps: [attachStep(context, String(droplet))],
      done: () => `${context.thing.name} is being attached to ${nameOf(context, String(droplet))}.`,
      again: () => mounting(context.thing),
    }),
  },
  {
    name: 'detach',
    label: 'Detach…',
    level: 'disruptive',
    forMany: { ...sentUnread, otherwise: 'It is attached to nothing.' },
    isMain: true,
    keywords: 'volume disk storage droplet',
    isFor: (thing) => attachedTo(thing) !== null,
    async open(context) {
      const name = nameOf(context, attachedTo(context.thing));
      return success({ lines: [`${name} loses it at once. Unmount it there first, or what was not written yet is lost.`] });
    },
    plan: (_values, context) => ({
      steps: [detachStep(context, attachedTo(context.thing))],
      done: () => `${context.thing.name} is being detached from ${nameOf(context, attachedTo(context.thing))}.`,
    }),
  },
  {
    name: 'move',
    label: 'Move to a droplet…',
    level: 'disruptive',
    keywords: 'attach detach elsewhere',
    submitLabel: 'Move',
    isFor: (thing) => attachedTo(thing) !== null,
    async open(context) {
      const name = nameOf(context, attachedTo(context.thing));
      const lines = [`${name} loses it at once. Unmount it there first, or what was not written yet is lost.`];
      return success({ lines, fields: [dropletField([context.thing], context)] });
    },
    plan({ droplet }, context) {
      const { thing } = context;
      const name = nameOf(context, String(droplet));
      const detach = { ...detachStep(context, attachedTo(thing)), isAwaited: true as const };
      return {
        steps: [detach, attachStep(context, String(droplet))],
        chain: {
          running: `Moving ${thing.name} to ${name}`,
          completed: `Moved ${thing.name} to ${name}`,
          errored: `${thing.name} was not moved to ${name}`,
        },
        done: () => `${thing.name} is being attached to ${name}.`,
      };
    },
  },
  {
    name: 'grow',
    isEdit: true,
    label: 'Grow…',
    level: 'normal',
    keywords: 'volume disk resize bigger size',
    async open({ thing }) {
      const size = sizeOf(thing);
      const fields = [number({ name: 'size', label: 'Size', value: size, minimum: size + 1, maximum: 16_384, unit: 'GiB' })];
      return success({ lines: ['It cannot be made smaller again. The file system on it has to be grown afterwards.'], fields });
    },
    plan(values, context) {
      const { thing } = context;
      const { size } = values;
      const grow = {
        ...act(thing, 'Grow', { type: 'resize', size_gigabytes: Number(size) }),
        value: `${count(Number(size))} GiB`,
      };
      return {
        steps: [grow],
        done: () => `${thing.name} grows from ${sizeOf(thing)} to ${size} GiB.`,
        again: () => (attachedTo(thing) === null ? null : growing(thing)),
        ...whileOff(context, context.droplets.get(Number(attachedTo(thing))), grow),
      };
    },
  },
  {
    name: 'snapshot',
    label: 'Snapshot…',
    level: 'normal',
    forMany: namedAlike(({ things }) => {
      const gigabytes = things.reduce((sum, thing) => sum + sizeOf(thing), 0);
      return { lines: [`They are billed by what is on them: ${keepingCost(gigabytes)} at most.`] };
    }),
    makes: 'volumeSnapshots_list',
    keywords: 'backup copy',
    async open({ thing, nowMs }) {
      const lines = [`It is billed by what is on it: ${keepingCost(sizeOf(thing))} at most.`];
      const fields = [text({ name: 'name', label: 'Name', value: datedName(thing.ownName, nowMs) })];
      return success({ lines, fields });
    },
    plan: ({ name }, { thing }) => ({
      steps: [
        { label: 'Snapshot', operationId: 'volumeSnapshots_create', path: { volume_id: thing.id }, body: { name: String(name) } },
      ],
      done: () => `Snapshot ${name} of ${thing.name} was taken.`,
    }),
  },
  tagsOf('volume'),
  moveToProject('volume'),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: { ...sentUnread, open: openDeletions },
    keywords: 'remove destroy',
    async open(context) {
      const { thing, ask } = context;
      const dropletId = attachedTo(thing);
      const first = dropletId === null ? [] : [`It is detached from ${nameOf(context, dropletId)} first.`];
      const { stays, lines } = await staying(ask, thing);
      return success({ lines: [...first, ...lines], goes: [`${thing.name}, with all ${sizeOf(thing)} GiB on it`], stays });
    },
    plan(_values, context) {
      const { thing } = context;
      const dropletId = attachedTo(thing);
      const detach = dropletId === null ? [] : [{ ...detachStep(context, dropletId), isAwaited: true as const }];
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
