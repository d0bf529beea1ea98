import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, choices, option, text } from '../../fields.ts';
import type { Ask, Job, JobContext, Opened, Thing, Weight } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { addressesPattern, suggestions, wordsIn } from './addresses.ts';
import { dropletChoices } from './droplet-choices.ts';
import {
  coveredNames,
  type Direction,
  directions,
  everyone,
  othersSentence,
  portsSentence,
  rulesOf,
  sshLoss,
} from './firewall-rules.ts';
import { orAsRange } from './port-range.ts';

const path = ({ id }: Thing) => ({ firewall_id: id });

/** The firewall as it is now: a rule has no id, so it is taken away by its exact words. */
export async function readFirewall(ask: Ask, thing: Thing) {
  const read = await ask.read('firewalls_get', path(thing));
  return read.ok ? success(objectAt(isObject(read.value) ? read.value : {}, 'firewall')) : read;
}

const ports = [
  option('other', 'Another port, or a range'),
  option('22', 'SSH', 'TCP 22'),
  option('80', 'HTTP', 'TCP 80'),
  option('443', 'HTTPS', 'TCP 443'),
  option('5432', 'PostgreSQL', 'TCP 5432'),
  option('3306', 'MySQL', 'TCP 3306'),
  option('all', 'Every port'),
  option('icmp', 'Ping', 'ICMP'),
];
const withProtocol = ['other', 'all'];

const portNumber = '(?:6553[0-5]|655[0-2]\\d|65[0-4]\\d\\d|6[0-4]\\d{3}|[1-5]\\d{4}|[1-9]\\d{0,3})';
export const portsPattern = {
  source: `${portNumber}(?:-${portNumber})?`,
  words: 'a port such as 8080, or a range such as 8000-8999',
} as const;

/** Kinds of the other side that are chosen from a list, with the field of the API that has them. */
const listedOthers = [
  { value: 'droplets', label: 'Droplets', field: 'droplet_ids', listing: null },
  { value: 'tags', label: 'Droplets with a tag', field: 'tags', listing: 'tags_list' },
  { value: 'balancers', label: 'Load balancers', field: 'load_balancer_uids', listing: 'loadBalancers_list' },
  { value: 'clusters', label: 'Kubernetes clusters', field: 'kubernetes_ids', listing: 'kubernetes_list_clusters' },
] as const;

async function otherFields(context: JobContext, label: string): Promise<JobField[]> {
  const kinds = await Promise.all(
    listedOthers.map(async ({ value, label: name, listing }) => {
      const rows = listing === null ? [] : await suggestions(context.ask, listing);
      const offered = rows.map((row) => option(textAt(row, value === 'tags' ? 'name' : 'id'), textAt(row, 'name')));
      return { value, label: name, choices: listing === null ? dropletChoices(context, () => true) : offered };
    }),
  );
  const offered = kinds.filter((kind) => kind.choices.length > 0);
  const all = [
    option('everyone', 'Everyone', 'the whole internet'),
    option('addresses', 'Addresses'),
    ...offered.map((kind) => option(kind.value, kind.label)),
  ];
  const hint = 'SSH and databases are better not open to everyone.';
  return [
    choice({ name: 'others', label, choices: all, value: 'everyone', hint }),
    text({
      name: 'addresses',
      label: 'Addresses',
      value: context.lastAddresses,
      hint: 'With spaces between them; 203.0.113.0/24 is a range.',
      shownIf: { field: 'others', values: ['addresses'] },
      pattern: addressesPattern,
    }),
    ...offered.map((kind) =>
      choices({
        name: kind.value,
        label: kind.label,
        choices: kind.choices,
        isRequired: true,
        shownIf: { field: 'others', values: [kind.value] },
      }),
    ),
  ];
}

function othersOf(values: JobValues): JsonObject {
  const kind = String(values.others);
  if (kind === 'addresses') return { addresses: wordsIn(values.addresses) };
  const found = listedOthers.find(({ value }) => value === kind);
  const chosen = found ? values[found.value] : undefined;
  if (!found || !Array.isArray(chosen)) return { addresses: [...everyone] };
  return { [found.field]: found.value === 'droplets' ? chosen.map(Number) : chosen };
}

function ruleOf(values: JobValues, direction: Direction): JsonObject {
  const port = String(values.port);
  const protocol = port === 'icmp' ? 'icmp' : withProtocol.includes(port) ? String(values.protocol) : 'tcp';
  // "0" is how the API tells all ports, and the only value that it takes for ICMP.
  const sent = port === 'all' || port === 'icmp' ? '0' : port === 'other' ? String(values.ports) : port;
  return { protocol, ports: sent, [directions[direction].others]: othersOf(values) };
}

/** What is attacked first once the whole internet reaches it. */
const guarded: Readonly<Record<string, string>> = {
  22: 'SSH',
  3306: 'MySQL',
  3389: 'Remote desktop',
  5432: 'PostgreSQL',
  6379: 'Redis',
  9200: 'OpenSearch',
  27017: 'MongoDB',
};

function exposure(port: string, typed: string): Weight {
  if (port === 'all') return { level: 'disruptive', lines: ['Everything is open to the whole internet.'] };
  const [from = 0, to = from] = (port === 'other' ? typed : port).split('-').map(Number);
  const names = Object.entries(guarded).flatMap(([one, name]) => (Number(one) >= from && Number(one) <= to ? [name] : []));
  return names.length === 0
    ? { level: 'normal' }
    : { level: 'disruptive', lines: [`Open to the whole internet: ${listed(names)}.`] };
}

const portFields: readonly JobField[] = [
  choice({ name: 'port', label: 'What', choices: ports, value: 'other' }),
  text({ name: 'ports', label: 'Port', shownIf: { field: 'port', values: ['other'] }, pattern: portsPattern }),
  choice({
    name: 'protocol',
    label: 'Protocol',
    choices: [option('tcp', 'TCP'), option('udp', 'UDP')],
    value: 'tcp',
    shownIf: { field: 'port', values: withProtocol },
  }),
];

function opening(direction: Direction, words: Pick<Job, 'name' | 'label' | 'keywords' | 'isMain'> & { others: string }): Job {
  const { others, ...job } = words;
  const { rules } = directions[direction];
  return {
    ...job,
    level: 'normal',
    async open(context) {
      const lines = [`At ${coveredNames(context.thing.row, context)}.`];
      return success({ lines, fields: [...portFields, ...(await otherFields(context, others))] });
    },
    weigh: ({ port, ports: typed, others }) =>
      direction === 'inbound' && others === 'everyone' ? exposure(String(port), String(typed ?? '')) : { level: 'normal' },
    plan(values, context) {
      const rule = ruleOf(values, direction);
      const label = words.label.replace('…', '');
      const who = othersSentence(rule, direction, context);
      const what = portsSentence(rule);
      const opened = orAsRange({
        steps: [{ label, operationId: 'firewalls_add_rules', path: path(context.thing), body: { [rules]: [rule] } }],
        done: () =>
          direction === 'inbound'
            ? `${context.thing.name} lets ${who} in: ${what}.`
            : `${context.thing.name} lets its droplets out to ${who}: ${what}.`,
      });
      return values.others === 'addresses' ? { ...opened, addresses: String(values.addresses) } : opened;
    },
  };
}

function closing(direction: Direction, words: Pick<Job, 'name' | 'label' | 'keywords' | 'isMain'>): Job {
  const { rules } = directions[direction];
  return {
    ...words,
    level: 'disruptive',
    off: ({ row }) => (rulesOf(row, direction).length === 0 ? 'It lets nobody through that could be kept out.' : null),
    async open(context) {
      const read = await readFirewall(context.ask, context.thing);
      if (!read.ok) return read;
      const found = rulesOf(read.value, direction);
      const offered = found.map((rule, at) => option(String(at), portsSentence(rule), othersSentence(rule, direction, context)));
      const ends = direction === 'inbound' ? 'Nobody reaches that any more at' : 'That is not reached any more from';
      return success({
        lines: [`${ends} ${coveredNames(read.value, context)}, unless another firewall allows it.`],
        fields: [choice({ name: 'rule', label: 'Rule', choices: offered })],
        data: { rules: found, firewall: read.value },
      });
    },
    ...(direction === 'inbound'
      ? {
          weigh({ rule: at }: JobValues, { data = {} }: Opened, context: JobContext) {
            const rule = listAt(data, 'rules')[Number(at)];
            return isObject(rule) ? { lines: sshLoss(rule, objectAt(data, 'firewall'), context) } : {};
          },
        }
      : {}),
    plan({ rule: at }, { thing, ...context }, { data = {} }) {
      const rule = listAt(data, 'rules')[Number(at)];
      const gone = isObject(rule) ? rule : {};
      const label = words.label.replace('…', '');
      return {
        steps: [{ label, operationId: 'firewalls_delete_rules', path: path(thing), body: { [rules]: [gone] } }],
        done: () => {
          const who = othersSentence(gone, direction, context);
          return direction === 'inbound'
            ? `${thing.name} no longer lets ${who} in: ${portsSentence(gone)}.`
            : `${thing.name} no longer lets its droplets out to ${who}: ${portsSentence(gone)}.`;
        },
        again: {
          steps: [{ label: 'Make it again', operationId: 'firewalls_add_rules', path: path(thing), body: { [rules]: [gone] } }],
          done: () => `${thing.name} has that rule again: ${portsSentence(gone)}.`,
        },
      };
    },
  };
}

export const openPort = opening('inbound', {
  name: 'open-port',
  label: 'Open port…',
  keywords: 'allow let in address ssh http',
  isMain: true,
  others: 'For whom',
});
export const closePort = closing('inbound', {
  name: 'close-port',
  label: 'Close port…',
  keywords: 'deny rule remove',
  isMain: true,
});
export const letOut = opening('outbound', {
  name: 'let-out',
  label: 'Let out…',
  keywords: 'outbound egress allow',
  others: 'Where to',
});
export const keepIn = closing('outbound', { name: 'keep-in', label: 'Stop letting out…', keywords: 'outbound egress deny rule' });
