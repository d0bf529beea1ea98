import { failed, success } from '../../../../../preload/contract/failure.ts';
import { datedName, gib } from '../../../words/job-parts.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import { namedAlike, sentUnread } from '../../for-many.ts';
import type { Job, Step, Thing } from '../../job.ts';
import { regionOf, textAt } from '../../thing.ts';
import { newShare } from './new-nfs.ts';
import { addAccessPoint } from './nfs-parts.ts';
import { off, vpcChoices, vpcsOf } from './nfs-share.ts';

const sizeOf = ({ row }: Thing): number => Number(textAt(row, 'size_gib')) || 0;
/** How the share tells that it is over: the field that then has that value, or no longer. */
interface Shown {
  field: string;
  value: string | number;
  isGone?: true;
}

/** Where a share is looked at: some accounts are refused without its region. */
const target = ({ id, row }: Thing): Record<string, string> => ({ nfs_id: id, region: regionOf(row) });

const act = (thing: Thing, label: string, type: string, params: Record<string, string | number>, shown?: Shown): Step => ({
  label,
  operationId: 'nfs_create_action',
  path: { nfs_id: thing.id },
  body: { type, region: regionOf(thing.row), params },
  follows: {
    ...(shown === undefined
      ? { kind: 'nfs-share', target: target(thing) }
      : {
          kind: 'nfs-value',
          target: {
            ...target(thing),
            field: shown.field,
            value: String(shown.value),
            ...(shown.isGone ? { isGone: 'yes' } : {}),
          },
        }),
    type: 'change',
    resourceType: 'NFS share',
    name: thing.name,
  },
});

const grow: Job = {
  name: 'grow',
  isEdit: true,
  label: 'Grow…',
  level: 'normal',
  isMain: true,
  keywords: 'resize bigger size',
  off,
  async open({ thing }) {
    const size = sizeOf(thing);
    const fields = [number({ name: 'size', label: 'Size', value: size, minimum: size + 1, maximum: 16_384, unit: 'GiB' })];
    return success({ lines: ['It cannot be made smaller again.'], fields });
  },
  plan: ({ size }, { thing }) => ({
    steps: [act(thing, 'Grow', 'resize', { size_gib: Number(size) }, { field: 'size_gib', value: Number(size) })],
    done: () => `${thing.name} grows from ${gib(sizeOf(thing))} to ${gib(Number(size))}.`,
  }),
};

const snapshot: Job = {
  name: 'snapshot',
  label: 'Snapshot…',
  level: 'normal',
  forMany: namedAlike(),
  isMain: true,
  keywords: 'backup copy',
  off,
  open: async ({ thing, nowMs }) =>
    success({ fields: [text({ name: 'name', label: 'Name', value: datedName(thing.ownName, nowMs) })] }),
  plan: ({ name }, { thing }) => ({
    steps: [act(thing, 'Snapshot', 'snapshot', { name: String(name) })],
    done: () => `Snapshot ${name} of ${thing.name} is being taken.`,
  }),
};

const changeTier: Job = {
  name: 'change-tier',
  label: 'Change speed…',
  level: 'normal',
  keywords: 'performance tier high standard',
  off,
  async open({ thing }) {
    const tiers = [option('standard', 'Standard'), option('high', 'High')];
    const others = tiers.filter(({ value }) => value !== textAt(thing.row, 'performance_tier'));
    return success({
      lines: ['Its price changes with it.'],
      fields: [choice({ name: 'tier', label: 'Speed', choices: others })],
    });
  },
  plan: ({ tier }, { thing }, { fields }) => ({
    steps: [
      act(
        thing,
        'Change speed',
        'switch_performance_tier',
        { performance_tier: String(tier) },
        { field: 'performance_tier', value: String(tier) },
      ),
    ],
    done: () => `${thing.name} changes to ${chosen(fields, 'tier', tier).toLowerCase()} speed.`,
  }),
};

const give: Job = {
  name: 'give',
  label: 'Give to a VPC…',
  level: 'normal',
  keywords: 'attach network',
  submitLabel: 'Give',
  off,
  async open({ thing, ask }) {
    const choices = await vpcChoices(ask, thing, false);
    if (!choices.ok) return choices;
    if (choices.value.length === 0)
      return failed({ kind: 'conflict', message: `Every VPC in ${regionOf(thing.row)} has ${thing.name} already.` });
    return success({ fields: [choice({ name: 'vpc', label: 'VPC', choices: choices.value })] });
  },
  plan: ({ vpc }, { thing }, { fields }) => ({
    steps: [act(thing, 'Give', 'attach', { vpc_id: String(vpc) }, { field: 'vpc_ids', value: String(vpc) })],
    done: () => `${chosen(fields, 'vpc', vpc)} gets ${thing.name}.`,
  }),
};

const take: Job = {
  name: 'take',
  label: 'Take from a VPC…',
  level: 'disruptive',
  keywords: 'detach network',
  submitLabel: 'Take',
  off: (thing) => off(thing) ?? (vpcsOf(thing).length === 0 ? `No VPC has ${thing.name}.` : null),
  async open({ thing, ask }) {
    const choices = await vpcChoices(ask, thing, true);
    if (!choices.ok) return choices;
    const lines = ['Whatever has it mounted there hangs from then on: unmount it first.'];
    return success({ lines, fields: [choice({ name: 'vpc', label: 'VPC', choices: choices.value })] });
  },
  plan: ({ vpc }, { thing }, { fields }) => ({
    steps: [act(thing, 'Take', 'detach', { vpc_id: String(vpc) }, { field: 'vpc_ids', value: String(vpc), isGone: true })],
    done: () => `${chosen(fields, 'vpc', vpc)} loses ${thing.name}.`,
  }),
};

const move: Job = {
  name: 'move',
  label: 'Move to another VPC…',
  level: 'disruptive',
  keywords: 'reassign network',
  submitLabel: 'Move',
  off: (thing) => off(thing) ?? (vpcsOf(thing).length === 0 ? `No VPC has ${thing.name}: give it to one.` : null),
  async open({ thing, ask }) {
    const [from, to] = [await vpcChoices(ask, thing, true), await vpcChoices(ask, thing, false)];
    if (!from.ok) return from;
    if (!to.ok) return to;
    const hint = to.value.length === 0 ? `There is no other VPC in ${regionOf(thing.row)}.` : null;
    const fields = [
      choice({ name: 'from', label: 'From', choices: from.value }),
      choice({ name: 'to', label: 'To', choices: to.value, hint }),
    ];
    return success({ lines: ['Whatever has it mounted in the first one hangs from then on: unmount it first.'], fields });
  },
  plan: ({ from, to }, { thing }, { fields }) => ({
    steps: [
      act(
        thing,
        'Move',
        'reassign',
        { old_vpc_id: String(from), new_vpc_id: String(to) },
        { field: 'vpc_ids', value: String(to) },
      ),
    ],
    done: () => `${thing.name} moves from ${chosen(fields, 'from', from)} to ${chosen(fields, 'to', to)}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove destroy',
  open: async ({ thing }) => success({ goes: [`${thing.name}, with all ${gib(sizeOf(thing))} on it`], stays: ['Its snapshots'] }),
  plan: (_values, { thing }) => ({
    steps: [
      {
        label: 'Delete',
        operationId: 'nfs_delete',
        path: { nfs_id: thing.id },
        query: { region: regionOf(thing.row) },
        follows: { kind: 'nfs-share-gone', target: target(thing), type: 'delete', resourceType: 'NFS share', name: thing.name },
      },
    ],
    done: () => `${thing.name} is being deleted.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/NFS */
export const nfsJobs: readonly Job[] = [newShare, grow, snapshot, changeTier, give, take, move, addAccessPoint, remove];
