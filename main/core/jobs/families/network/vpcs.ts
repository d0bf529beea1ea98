import { failed, success } from '../../../../../preload/contract/failure.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { overlap } from './address-ranges.ts';
import { suggestions } from './addresses.ts';
import { newPeering, newVpc, peeringName, vpcName } from './new-vpc.ts';

const path = ({ id }: Thing) => ({ vpc_id: id });
const isDefault = ({ row }: Thing) => row.default === true;
const range = ({ row }: Thing) => textAt(row, 'ip_range');

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/VPCs */
export const vpcJobs: readonly Job[] = [
  newVpc,
  {
    name: 'peer',
    label: 'Peer with…',
    level: 'normal',
    makes: 'vpcs_list_peerings',
    isMain: true,
    keywords: 'peering connect network',
    submitLabel: 'Peer',
    async open({ thing, ask }) {
      const [vpcs, peerings] = await Promise.all([ask.list('vpcs_list'), ask.list('vpcs_list_peerings', path(thing))]);
      if (!vpcs.ok) return vpcs;
      if (!peerings.ok) return peerings;
      const peered = new Set([thing.id, ...peerings.value.flatMap((row) => listAt(row, 'vpc_ids').map(String))]);
      const others = vpcs.value.filter(
        (row) => !peered.has(textAt(row, 'id')) && !overlap(range(thing), textAt(row, 'ip_range')),
      );
      const choices = others.map((row) =>
        option(textAt(row, 'id'), textAt(row, 'name'), `${textAt(row, 'region')}, ${textAt(row, 'ip_range')}`),
      );
      const hint = choices.length === 0 ? 'Every other VPC is peered already, or has addresses of this one.' : null;
      return success({
        lines: ['What is in both networks reaches each other by private addresses.'],
        fields: [
          choice({ name: 'vpc', label: 'VPC', choices, hint }),
          text({
            name: 'name',
            label: 'Name of the peering',
            isRequired: false,
            hint: 'Left empty, it is named after both.',
            pattern: { ...peeringName, source: `(?:${peeringName.source})?` },
          }),
        ],
        data: { names: Object.fromEntries(choices.map(({ value, label }) => [value, label])) },
      });
    },
    plan({ vpc, name }, { thing }, { data = {} }) {
      const other = textAt(objectAt(data, 'names'), String(vpc));
      const made = String(name ?? '') || `${thing.ownName}-to-${other}`.replaceAll('.', '-');
      const body = { name: made, vpc_id: String(vpc) };
      return {
        steps: [{ label: 'Peer', operationId: 'vpcs_create_peerings', path: path(thing), body }],
        done: () => `${thing.name} is being peered with ${other}.`,
      };
    },
  },
  {
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    isMain: true,
    keywords: 'name description',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('vpcs_patch', path(thing));
      if (!base.ok) return base;
      return success({
        fields: [
          text({ name: 'name', label: 'Name', value: textAt(base.value, 'name'), pattern: vpcName }),
          text({ name: 'description', label: 'Description', value: textAt(base.value, 'description'), isRequired: false }),
        ],
        data: { base: base.value },
      });
    },
    plan: ({ name, description }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Save',
          operationId: 'vpcs_patch',
          path: path(thing),
          edit: {
            opened: objectAt(data, 'base'),
            change: (base) => ({ ...base, name: String(name), description: String(description ?? '') }),
          },
        },
      ],
      done: () => (name === thing.name ? `The description of ${thing.name} is saved.` : `${thing.name} is now called ${name}.`),
    }),
  },
  {
    name: 'make-default',
    label: 'Make default…',
    level: 'normal',
    off: (thing) => (isDefault(thing) ? 'It is the default of its region.' : null),
    open: async ({ thing }) =>
      success({
        lines: [
          `What is made in ${textAt(thing.row, 'region')} from now on is in it unless another VPC is chosen. Nothing moves.`,
        ],
      }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Make default', operationId: 'vpcs_patch', path: path(thing), body: { default: true } }],
      done: () => `${thing.name} is the default VPC of ${textAt(thing.row, 'region')}.`,
    }),
  },
  {
    name: 'copy-range',
    label: 'Copy address range',
    level: 'safe',
    keywords: 'cidr ip',
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied ${range(thing)}.`,
      copy: () => ({ what: 'Address range', text: range(thing) }),
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    off: (thing) => (isDefault(thing) ? 'It is the default of its region, which cannot be deleted.' : null),
    async open({ thing, ask }) {
      const members = await ask.list('vpcs_list_members', path(thing));
      if (!members.ok) return members;
      if (members.value.length === 0) return success({});
      const names = listed(members.value.map((row) => textAt(row, 'name')));
      const are = `${counted(members.value.length, 'thing')} in it: ${names}`;
      return failed({ kind: 'conflict', message: `${thing.name} has ${are}.`, nextStep: 'Delete or move them first.' });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'vpcs_delete', path: path(thing) }],
      done: () => `${thing.name} is deleted.`,
    }),
  },
];

const peeringPath = ({ id }: Thing) => ({ vpc_peering_id: id });

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/VPC-Peerings */
export const peeringJobs: readonly Job[] = [
  newPeering,
  {
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    isMain: true,
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('vpcPeerings_patch', peeringPath(thing));
      if (!base.ok) return base;
      const field = text({ name: 'name', label: 'Name', value: textAt(base.value, 'name'), pattern: peeringName });
      return success({ fields: [field], data: { base: base.value } });
    },
    plan: ({ name }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Rename',
          operationId: 'vpcPeerings_patch',
          path: peeringPath(thing),
          edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, name: String(name) }) },
        },
      ],
      done: () => `${thing.name} is now called ${name}.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'disruptive',
    forMany: sentUnread,
    keywords: 'remove disconnect unpeer',
    off: ({ row }) => (row.status === 'DELETING' ? 'It is being deleted.' : null),
    async open({ thing, ask }) {
      const vpcs = await suggestions(ask, 'vpcs_list');
      const ids = listAt(thing.row, 'vpc_ids').map(String);
      const names = ids.map((id) => textAt(vpcs.find((row) => textAt(row, 'id') === id) ?? {}, 'name') || id);
      return success({ lines: [`What is in ${listed(names)} stops reaching each other by private addresses.`] });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'vpcPeerings_delete', path: peeringPath(thing) }],
      done: () => `${thing.name} is being deleted.`,
      again: {
        steps: [
          {
            label: 'Make it again',
            operationId: 'vpcPeerings_create',
            body: { name: thing.ownName, vpc_ids: listAt(thing.row, 'vpc_ids') },
          },
        ],
        done: () => `${thing.name} is being made again.`,
      },
    }),
  },
];
