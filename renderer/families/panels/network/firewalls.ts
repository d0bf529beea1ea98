import { factWords } from '../../../words/facts/in-general.ts';
import { networkWords } from '../../../words/facts/network.ts';
import type { Item } from '../../value.ts';
import { type About, fact, type Line, type Panel, type Piece } from '../panel.ts';
import { itemIn, itemsIn, line, listIn, quiet, state, textIn, thing, warn, words } from '../says.ts';

const everywhere = new Set(['0.0.0.0/0', '::/0']);

/** "0" means every port, and always stands with ICMP. */
function ports(rule: Item): string {
  const [protocol, range] = [textIn(rule, 'protocol'), textIn(rule, 'ports')];
  if (protocol === 'icmp') return networkWords.ping;
  const named = range === '' || range === '0' || range === 'all' ? networkWords.allPorts : range;
  return protocol === 'tcp' ? named : `${named} ${protocol.toUpperCase()}`;
}

const isOpen = (rule: Item): boolean => listIn(rule, 'sources.addresses').some((address) => everywhere.has(address));

function openToEveryone({ item }: About): Line[] {
  const open = itemsIn(item, 'inbound_rules').filter(isOpen);
  return open.length === 0 ? [[words(networkWords.nobody)]] : [[words([...new Set(open.map(ports))].join(', '))]];
}

/** The parties of a rule, apart from everyone. */
function parties(target: Item): Piece[] {
  const things = (field: string, familyId: string) => listIn(target, field).map((id) => thing(familyId, id));
  return [
    ...listIn(target, 'addresses')
      .filter((address) => !everywhere.has(address))
      .map(words),
    ...things('droplet_ids', 'droplets_list'),
    ...listIn(target, 'tags').flatMap((tag) => [quiet(networkWords.tag), thing('tags_list', tag)]),
    ...things('load_balancer_uids', 'loadBalancers_list'),
    ...things('kubernetes_ids', 'kubernetes_list_clusters'),
  ];
}

const otherInbound = ({ item }: About): Line[] =>
  itemsIn(item, 'inbound_rules').flatMap((rule) => {
    const from = parties(itemIn(rule, 'sources'));
    return from.length === 0 ? [] : [[words(ports(rule)), quiet(networkWords.from), ...from]];
  });

function outbound({ item }: About): Line[] {
  const rules = itemsIn(item, 'outbound_rules');
  const isOpenFor = (protocol: string) =>
    rules.some(
      (rule) =>
        rule.protocol === protocol &&
        (protocol === 'icmp' || ['0', 'all', ''].includes(textIn(rule, 'ports'))) &&
        listIn(rule, 'destinations.addresses').some((address) => everywhere.has(address)),
    );
  if (rules.length === 0) return [[warn(networkWords.nothingOut)]];
  if (['tcp', 'udp'].every(isOpenFor)) return [[words(networkWords.everywhere)]];
  return rules.map((rule) => {
    const to = parties(itemIn(rule, 'destinations'));
    return [words(ports(rule)), quiet(networkWords.to), ...(to.length === 0 ? [words(networkWords.anyPort)] : to)];
  });
}

function protectedThings({ item, droplets }: About): Line[] {
  const ids = listIn(item, 'droplet_ids');
  const tags = listIn(item, 'tags').map((tag): Line => {
    const count = droplets.filter((one) => one.tags.includes(tag)).length;
    return [quiet(networkWords.tag), thing('tags_list', tag), quiet(factWords.droplets(count))];
  });
  const lines = [...(ids.length === 0 ? [] : [ids.map((id) => thing('droplets_list', id))]), ...tags];
  return lines.length === 0 ? [[warn(networkWords.noTargets)]] : lines;
}

/** Ids that any of its rules names at that field. */
const named = (item: Item, field: string): string[] => [
  ...new Set([
    ...itemsIn(item, 'inbound_rules').flatMap((rule) => listIn(rule, `sources.${field}`)),
    ...itemsIn(item, 'outbound_rules').flatMap((rule) => listIn(rule, `destinations.${field}`)),
  ]),
];

export const firewalls: Panel = {
  facts: [
    fact('Open to everyone', openToEveryone),
    fact('Let in besides', otherInbound, { none: networkWords.nothingElse }),
    fact('Let out', outbound),
    fact('Applies to', protectedThings),
    fact('Status', ({ item }) => {
      const changes = itemsIn(item, 'pending_changes').length;
      const raw = textIn(item, 'status');
      return line(raw === '' ? null : state(raw), changes === 0 ? null : quiet(networkWords.waitsFor(changes)));
    }),
  ],
  related: [
    { familyId: 'droplets_list', as: 'is protected', to: ({ item }) => listIn(item, 'droplet_ids') },
    {
      familyId: 'droplets_list',
      as: 'is protected by its tag',
      droplet: (row, { item }) => listIn(item, 'tags').some((tag) => row.tags.includes(tag)),
    },
    { familyId: 'tags_list', to: ({ item }) => [...listIn(item, 'tags'), ...named(item, 'tags')] },
    { familyId: 'loadBalancers_list', as: 'named in a rule', to: ({ item }) => named(item, 'load_balancer_uids') },
    { familyId: 'kubernetes_list_clusters', as: 'named in a rule', to: ({ item }) => named(item, 'kubernetes_ids') },
  ],
  webPage: () => 'https://cloud.digitalocean.com/networking/firewalls',
};
