import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, number, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { newNatGateway } from './new-nat-gateway.ts';

const path = ({ id }: Thing) => ({ id });

const addressesOf = ({ row }: Thing): string[] =>
  listAt(objectAt(row, 'egresses'), 'public_gateways')
    .filter(isObject)
    .map((gateway) => textAt(gateway, 'ipv4'))
    .filter((address) => address !== '');

const numberAt = (row: JsonObject, field: string): number | null => {
  const value = row[field];
  return typeof value === 'number' ? value : null;
};

/** No read tells whether the VPCs use it as their default gateway, and an update sets it: so a person says. */
const untold = 'untold';
const defaultGateway = choice({
  name: 'gateway',
  label: 'Default gateway of its VPC',
  choices: [
    option(untold, 'Not known', 'nothing is sent about it, and DigitalOcean decides'),
    option('yes', 'Yes'),
    option('no', 'No'),
  ],
  value: untold,
  hint: 'DigitalOcean does not tell what is set now.',
});

const withGateway = (base: JsonObject, { gateway }: JobValues): JsonObject =>
  gateway === untold
    ? base
    : {
        ...base,
        vpcs: listAt(base, 'vpcs').map((vpc) => (isObject(vpc) ? { ...vpc, default_gateway: gateway === 'yes' } : vpc)),
      };

interface Edit extends Pick<Job, 'name' | 'label' | 'level' | 'keywords' | 'isMain'> {
  lines?: readonly string[];
  fields(base: JsonObject): readonly JobField[];
  change(values: JobValues): JsonObject;
  done(values: JobValues, thing: Thing): string;
}

/** The whole gateway is sent back with what changed. */
const editJob = ({ lines = [], fields, change, done, ...job }: Edit): Job => ({
  ...job,
  submitLabel: 'Save',
  off: ({ row }) => (row.state === 'ACTIVE' ? null : 'It is not active yet.'),
  async open({ thing, ask }) {
    const base = await ask.base('vpcnatgateways_update', path(thing));
    return base.ok ? success({ lines, fields: [...fields(base.value), defaultGateway], data: { base: base.value } }) : base;
  },
  plan: (values, { thing }, { data = {} }) => ({
    steps: [
      {
        label: 'Save',
        operationId: 'vpcnatgateways_update',
        path: path(thing),
        edit: { opened: objectAt(data, 'base'), change: (base) => withGateway({ ...base, ...change(values) }, values) },
      },
    ],
    done: () => done(values, thing),
  }),
});

const timeouts = [
  { field: 'tcp_timeout_seconds', label: 'TCP connections' },
  { field: 'udp_timeout_seconds', label: 'UDP' },
  { field: 'icmp_timeout_seconds', label: 'ICMP' },
] as const;

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/VPC-NAT-Gateways */
export const natGatewayJobs: readonly Job[] = [
  newNatGateway,
  {
    name: 'copy-address',
    label: 'Copy outgoing address',
    level: 'safe',
    isMain: true,
    keywords: 'ip egress',
    off: (thing) => (addressesOf(thing).length === 0 ? 'It has no address yet.' : null),
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied ${listed(addressesOf(thing))}.`,
      copy: () => ({ what: 'Outgoing address', text: addressesOf(thing).join('\n') }),
    }),
  },
  editJob({
    name: 'size',
    label: 'Change size…',
    level: 'disruptive',
    isMain: true,
    keywords: 'resize scale bigger',
    lines: ['Open connections may end.'],
    fields: (base) => [
      number({ name: 'size', label: 'Size', value: numberAt(base, 'size'), minimum: 1, maximum: 200, unit: 'units' }),
    ],
    change: ({ size }) => ({ size: Number(size) }),
    done: ({ size }, { name }) => `${name} gets size ${size}.`,
  }),
  editJob({
    name: 'timeouts',
    label: 'Timeouts…',
    level: 'disruptive',
    keywords: 'tcp udp icmp idle',
    lines: ['Silent connections end after that time. Open connections may end now.'],
    fields: (base) =>
      timeouts.map(({ field, label }) =>
        number({ name: field, label, value: numberAt(base, field), minimum: 1, maximum: 86_400, unit: 's' }),
      ),
    change: (values) => Object.fromEntries(timeouts.map(({ field }) => [field, Number(values[field])])),
    done: (values, { name }) =>
      `${name} ends silent connections after ${timeouts.map(({ field, label }) => `${values[field]} s (${label})`).join(', ')}.`,
  }),
  editJob({
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    fields: (base) => [text({ name: 'name', label: 'Name', value: textAt(base, 'name') })],
    change: ({ name }) => ({ name: String(name) }),
    done: ({ name: after }, { name }) => `${name} is now called ${after}.`,
  }),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    off: ({ row }) => (row.state === 'DELETING' ? 'It is being deleted.' : null),
    async open({ thing }) {
      const addresses = addressesOf(thing);
      const goes = addresses.length === 0 ? thing.name : `${thing.name}, with its outgoing address ${listed(addresses)}`;
      return success({ lines: ['What has no public address of its own reaches the internet no longer.'], goes: [goes] });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'vpcnatgateways_delete', path: path(thing) }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];
