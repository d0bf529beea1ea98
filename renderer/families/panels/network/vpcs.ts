import { duration } from '../../../../preload/contract/time-words.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { networkWords } from '../../../words/facts/network.ts';
import { type Item, textOf } from '../../value.ts';
import { byKind } from '../by-kind.ts';
import { type About, fact, type Line, type Panel, readFact } from '../panel.ts';
import { at, copied, copiedAt, itemsIn, line, listIn, numberIn, quiet, said, textIn, thing, words } from '../says.ts';

const gatewaysIn = ({ known, id }: About): Item[] =>
  (known('vpcnatgateways_list') ?? []).filter((one) => itemsIn(one, 'vpcs').some((vpc) => vpc.vpc_uuid === id));

export const vpcs: Panel = {
  facts: [
    fact('Range', copiedAt('ip_range')),
    readFact('vpcs_list_members', 'Members', ({ read }) => byKind(read('vpcs_list_members')), { room: 2, none: factWords.none }),
    fact('Region', at('region')),
    fact(
      'Default',
      said((item) => (item.default === true ? factWords.isDefault : factWords.no)),
    ),
    readFact(
      'vpcs_list_peerings',
      'Peerings',
      (about) => [
        ...line(about.read('vpcs_list_peerings').map((one) => thing('vpcPeerings_list', textOf(one.id), textIn(one, 'name')))),
        ...line(gatewaysIn(about).map((one) => thing('vpcnatgateways_list', textOf(one.id), textIn(one, 'name')))),
      ],
      { none: factWords.none, looksInto: ['vpcnatgateways_list'] },
    ),
    fact('About', at('description')),
  ],
  related: [
    { familyId: 'loadBalancers_list', from: (row, { id }) => row.vpc_uuid === id },
    { familyId: 'databases_list_clusters', from: (row, { id }) => row.private_network_uuid === id },
    { familyId: 'kubernetes_list_clusters', from: (row, { id }) => row.vpc_uuid === id },
    { familyId: 'nfs_list', from: (row, { id }) => listIn(row, 'vpc_ids').includes(id) },
    { familyId: 'apps_list', from: (row, { id }) => textIn(row, 'vpc.id') === id },
    { familyId: 'autoscalepools_list', from: (row, { id }) => textIn(row, 'droplet_template.vpc_uuid') === id },
    { familyId: 'vpcPeerings_list', from: (row, { id }) => listIn(row, 'vpc_ids').includes(id) },
    { familyId: 'partnerAttachments_list', from: (row, { id }) => listIn(row, 'vpc_ids').includes(id) },
    { familyId: 'vpcnatgateways_list', from: (row, { id }) => itemsIn(row, 'vpcs').some((one) => one.vpc_uuid === id) },
    { familyId: 'dedicatedInferences_list', from: (row, { id }) => row.vpc_uuid === id },
    { familyId: 'genai_list_agents', from: (row, { id }) => row.vpc_uuid === id },
    { familyId: 'droplets_list', droplet: (row, { id }) => row.vpcUuid === id },
  ],
  hides: [{ operations: ['vpcs_delete'], because: networkWords.defaultStays, unless: (item) => item.default !== true }],
};

/** A VPC by its name, with where it is and its range once the list of VPCs is known. */
function vpc(id: string, { known }: About): Line {
  const row = known('vpcs_list')?.find((one) => one.id === id) ?? {};
  const details = [textIn(row, 'region'), textIn(row, 'ip_range')].filter((part) => part !== '').join(', ');
  return [thing('vpcs_list', id), ...(details === '' ? [] : [quiet(details)])];
}

export const peerings: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('VPCs', (about) => listIn(about.item, 'vpc_ids').map((id) => vpc(id, about))),
    fact('Made', at('created_at')),
  ],
  related: [{ familyId: 'vpcs_list', to: ({ item }) => listIn(item, 'vpc_ids') }],
};

const seconds = (item: Item, way: string): string => duration((numberIn(item, way) ?? 0) * 1000);

export const natGateways: Panel = {
  facts: [
    fact('State', at('state')),
    fact('Address', ({ item }) => itemsIn(item, 'egresses.public_gateways').map((one) => [copied(textIn(one, 'ipv4'))])),
    fact('VPCs', ({ item }) =>
      itemsIn(item, 'vpcs').map((one) => [
        thing('vpcs_list', textIn(one, 'vpc_uuid')),
        quiet(networkWords.gateway(textIn(one, 'gateway_ip'))),
      ]),
    ),
    fact(
      'Size',
      said((item) => textIn(item, 'size')),
    ),
    fact(
      'Timeouts',
      said((item) =>
        networkWords.timeouts(
          seconds(item, 'tcp_timeout_seconds'),
          seconds(item, 'udp_timeout_seconds'),
          seconds(item, 'icmp_timeout_seconds'),
        ),
      ),
    ),
    fact('Region', at('region')),
  ],
  related: [{ familyId: 'vpcs_list', to: ({ item }) => itemsIn(item, 'vpcs').map((one) => textIn(one, 'vpc_uuid')) }],
};

export const partnerAttachments: Panel = {
  facts: [
    fact('State', at('state')),
    fact('Bandwidth', at('connection_bandwidth_in_mbps')),
    fact('VPCs', ({ item }) => line(listIn(item, 'vpc_ids').map((id) => thing('vpcs_list', id)))),
    fact('BGP', ({ item }) =>
      (['local', 'peer'] as const).flatMap((side) => {
        const [address, number] = [textIn(item, `bgp.${side}_router_ip`), numberIn(item, `bgp.${side}_asn`)];
        return line(
          address === '' ? null : [quiet(side === 'local' ? networkWords.ours : networkWords.theirs), words(address)],
          number === null ? null : quiet(networkWords.asn(number)),
        );
      }),
    ),
    fact('Provider', ({ item }) => line(words(textIn(item, 'naas_provider')), quiet(textIn(item, 'region').toLowerCase()))),
    readFact(
      'partnerAttachments_list_remote_routes',
      'Remote routes',
      ({ read }) => read('partnerAttachments_list_remote_routes').map((one) => [words(textIn(one, 'cidr'))]),
      { none: factWords.none },
    ),
  ],
  related: [
    { familyId: 'vpcs_list', to: ({ item }) => listIn(item, 'vpc_ids') },
    { familyId: 'partnerAttachments_list', as: 'its parent', to: ({ item }) => listIn(item, 'parent_uuid') },
    { familyId: 'partnerAttachments_list', as: 'hangs on it', to: ({ item }) => listIn(item, 'children') },
  ],
};
