import { failed, success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import type { Ask, Job, JobContext, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { addressesPattern, suggestions, wordsIn } from './addresses.ts';
import { dropletChoices } from './droplet-choices.ts';
import { coveredNames, type Direction, directions, everyone, othersSentence, portsSentence, rulesOf } from './firewall-rules.ts';

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
  const fields = await Promise.all(
    listedOthers.map(async ({ value, label: name, listing }) => {
      const rows = listing === null ? [] : await suggestions(context.ask, listing);
      const offered = rows.map((row) => option(textAt(row, value === 'tags' ? 'name' : 'id'), textAt(row, 'name')));
      const made = listing === null ? dropletChoices(context, () => true) : offered;
      return { kind: 'choices', name: value, label: name, hint: null, choices: made, value: [], isRequired: true } as const;
    }),
  );
  const shown = fields.filter(({ choices }) => choices.length > 0);
  const kinds = [
    option('everyone', 'Everyone', 'the whole internet'),
    option('addresses', 'Addresses'),
    ...shown.map(({ name, label: one }) => option(name, one)),
  ];
  return [
    choice({
      name: 'others',
      label,
      choices: kinds,
      value: 'everyone',
      hint: 'SSH and databases are better not open to everyone.',
    }),
    text({
      name: 'addresses',
      label: 'Addresses',
      hint: 'With spaces between them; 203.0.113.0/24 is a range.',
      shownIf: { field: 'others', values: ['addresses'] },
      pattern: addressesPattern,
    }),
    ...shown.map((field) => ({ ...field, shownIf: { field: 'others', values: [field.name] } })),
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

function opening(direction: Direction, words: { name: string; label: string; keywords: string; who: string; verb: string }): Job {
  const isInbound = direction === 'inbound';
  return {
    name: words.name,
    label: words.label,
    level: 'normal',
    ...(isInbound ? { isMain: true } : {}),
    keywords: words.keywords,
    async open(context) {
      const line = `At ${coveredNames(context.thing.row, context)}.`;
      return success({ lines: [line], fields: [...portFields, ...(await otherFields(context, words.who))] });
    },
    plan(values, context) {
      const rule = ruleOf(values, direction);
      const body = { [directions[direction].rules]: [rule] };
      return {
        steps: [{ label: words.label.replace('…', ''), operationId: 'firewalls_add_rules', path: path(context.thing), body }],
        done: () =>
          `${context.thing.name} lets ${othersSentence(rule, direction, context)} ${words.verb} ${portsSentence(rule)}.`.replace(
            'lets everyone reach',
            'lets everyone reach',
          ),
      };
    },
  };
}
