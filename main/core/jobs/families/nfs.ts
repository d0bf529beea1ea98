import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import { datedName, gib } from '../../words/job-parts.ts';
import { partsOf } from '../again.ts';
import { choice, chosen, number, option, text } from '../fields.ts';
import type { Ask, Job, Step, Thing } from '../job.ts';
import { listAt, regionOf, textAt } from '../thing.ts';
import { newShare } from './new-nfs.ts';

const sizeOf = ({ row }: Thing): number => Number(textAt(row, 'size_gib')) || 0;
const vpcsOf = ({ row }: Thing): string[] => listAt(row, 'vpc_ids').map(String);

/** Nothing but deleting goes while it is being made. */
const off = (thing: Thing): string | null =>
  textAt(thing.row, 'status') === 'CREATING' ? `${thing.name} is still being made.` : null;

const act = (thing: Thing, label: string, type: string, params: Record<string, string | number>): Step => ({
  label,
  operationId: 'nfs_create_action',
  path: { nfs_id: thing.id },
  body: { type, region: regionOf(thing.row), params },
});

/** The VPCs of the share's region: those that have it, or those that do not. */
async function vpcChoices(ask: Ask, thing: Thing, hasIt: boolean): Promise<Outcome<ReturnType<typeof option>[]>> {
  const vpcs = await ask.list('vpcs_list');
  if (!vpcs.ok) return vpcs;
  const near = vpcs.value.filter((vpc) => textAt(vpc, 'region') === regionOf(thing.row));
  const fitting = near.filter((vpc) => vpcsOf(thing).includes(textAt(vpc, 'id')) === hasIt);
  return success(fitting.map((vpc) => option(textAt(vpc, 'id'), textAt(vpc, 'name'), textAt(vpc, 'ip_range'))));
}

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
    steps: [act(thing, 'Grow', 'resize', { size_gib: Number(size) })],
    done: () => `${thing.name} grows from ${gib(sizeOf(thing))} to ${gib(Number(size))}.`,
  }),
};

const snapshot: Job = {
  name: 'snapshot',
  label: 'Snapshot…',
  level: 'normal',
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
    steps: [act(thing, 'Change speed', 'switch_performance_tier', { performance_tier: String(tier) })],
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
    const hint = choices.value.length === 0 ? `Every VPC in ${regionOf(thing.row)} has it.` : null;
    return success({ fields: [choice({ name: 'vpc', label: 'VPC', choices: choices.value, hint })] });
  },
  plan: ({ vpc }, { thing }, { fields }) => ({
    steps: [act(thing, 'Give', 'attach', { vpc_id: String(vpc) })],
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
    steps: [act(thing, 'Take', 'detach', { vpc_id: String(vpc) })],
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
    steps: [act(thing, 'Move', 'reassign', { old_vpc_id: String(from), new_vpc_id: String(to) })],
    done: () => `${thing.name} moves from ${chosen(fields, 'from', from)} to ${chosen(fields, 'to', to)}.`,
  }),
};

/** Who may do what through a new access point, unless they change it: nobody is root. */
const usualPolicy = {
  anonuid: 65_534,
  anongid: 65_534,
  protocols: ['NFS4'],
  squash_config: 'ROOT_SQUASH',
  identity_enforcement_enabled: false,
};

const addAccessPoint: Job = {
  name: 'add-access-point',
  label: 'Add access point…',
  level: 'normal',
  makes: 'nfs_list_access_points',
  keywords: 'new path',
  off,
  async open({ thing, ask }) {
    const choices = await vpcChoices(ask, thing, true);
    if (!choices.ok) return choices;
    const fields = [
      text({ name: 'name', label: 'Name' }),
      text({ name: 'path', label: 'Folder', pattern: { source: '/.+', words: 'a path such as /public' } }),
      choice({ name: 'vpc', label: 'VPC', choices: choices.value }),
    ];
    return success({ lines: ['It speaks NFS 4, and root of a client counts as nobody.'], fields });
  },
  plan: ({ name, path, vpc }, { thing }) => ({
    steps: [
      {
        label: 'Add access point',
        operationId: 'nfs_create_access_point',
        path: { share_id: thing.id },
        body: { name: String(name), path: String(path), vpc_id: String(vpc), access_policy: usualPolicy },
      },
    ],
    done: () => `Access point ${name} of ${thing.name} opens ${path}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  keywords: 'remove destroy',
  open: async ({ thing }) => success({ goes: [`${thing.name}, with all ${gib(sizeOf(thing))} on it`], stays: ['Its snapshots'] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'nfs_delete', path: { nfs_id: thing.id }, query: { region: regionOf(thing.row) } }],
    done: () => `${thing.name} is being deleted.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/NFS */
export const nfsJobs: readonly Job[] = [newShare, grow, snapshot, changeTier, give, take, move, addAccessPoint, remove];

export const nfsAccessPointJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'disruptive',
    keywords: 'remove',
    open: async () => success({ lines: ['What has it mounted loses the files. They stay on the share.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'nfs_delete_access_point', path: { access_point_id: thing.id } }],
      done: () => `Access point ${thing.name} is deleted.`,
      again: {
        steps: [
          {
            label: 'Make it again',
            operationId: 'nfs_create_access_point',
            path: thing.parent,
            body: partsOf(thing.row, ['name', 'path', 'vpc_id', 'access_policy']),
          },
        ],
        done: () => `Access point ${thing.name} is there again.`,
      },
    }),
  },
];

export const nfsSnapshotJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    keywords: 'remove',
    open: async () => success({ lines: ['It cannot be made again.'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Delete',
          operationId: 'nfs_delete_snapshot',
          path: { nfs_snapshot_id: thing.id },
          query: { region: regionOf(thing.row) },
        },
      ],
      done: () => `Snapshot ${thing.name} is deleted.`,
    }),
  },
];
