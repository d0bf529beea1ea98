import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { listed } from '../../../words/numbers.ts';
import { choices, option, several, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt } from '../../thing.ts';
import { addressesPattern, wordsIn } from './addresses.ts';
import { chosenIds, dropletChoices, dropletName } from './droplet-choices.ts';
import { bareDroplets, everyone, firstFirewall } from './firewall-rules.ts';
import { orAsRange } from './port-range.ts';

const ports = [
  option('22', 'SSH', 'TCP 22'),
  option('80', 'HTTP', 'TCP 80'),
  option('443', 'HTTPS', 'TCP 443'),
  option('icmp', 'Ping', 'ICMP'),
];

/** "0" is how the API tells all ports, and the only value that it takes for ICMP. */
const all = '0';
const outbound = ['tcp', 'udp', 'icmp'].map((protocol) => ({
  protocol,
  ports: all,
  destinations: { addresses: [...everyone] },
}));

const rule = (port: string, addresses: readonly string[]): JsonObject => ({
  protocol: port === 'icmp' ? 'icmp' : 'tcp',
  ports: port === 'icmp' ? all : port,
  sources: { addresses: [...addresses] },
});

/** Lets everything out. What else comes in is opened later, port by port. */
export const newFirewall: Job = {
  name: 'new',
  label: 'New firewall…',
  level: 'normal',
  isNew: true,
  keywords: 'create protect ports',
  submitLabel: 'Make firewall',
  open: async (context) =>
    success({
      data: { bare: await bareDroplets(context) },
      lines: ['Only what is ticked comes in, to the droplets that it is for. Everything goes out.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('firewall', context.nowMs),
          pattern: { source: '[a-zA-Z0-9][a-zA-Z0-9.\\-]+', words: 'letters, digits, dots and hyphens' },
        }),
        choices({ name: 'ports', label: 'What comes in', choices: ports, value: ['22'], isRequired: true }),
        text({
          name: 'addresses',
          label: 'From',
          isRequired: false,
          hint: 'Addresses or ranges, with spaces between them. Left empty, from everyone.',
          pattern: { ...addressesPattern, source: `(?:${addressesPattern.source})?` },
        }),
        choices({ name: 'droplets', label: 'For', choices: dropletChoices(context, () => true) }),
      ],
    }),
  weigh: ({ droplets }, { data = {} }, context) => firstFirewall(several(droplets).map(Number), listAt(data, 'bare'), context),
  plan({ name, ports: opened, addresses, droplets }, context) {
    const from = wordsIn(addresses);
    const ids = chosenIds(several(droplets));
    const body = {
      name: String(name),
      inbound_rules: several(opened).map((port) => rule(port, from.length === 0 ? everyone : from)),
      outbound_rules: outbound,
      ...(ids.length === 0 ? {} : { droplet_ids: ids }),
    };
    return orAsRange({
      steps: [{ label: 'Make firewall', operationId: 'firewalls_create', body }],
      done: () =>
        ids.length === 0
          ? `Firewall ${name} was made. It protects nothing yet.`
          : `Firewall ${name} was made, and protects ${listed(ids.map((id) => dropletName(context, id)))}.`,
    });
  },
};
