import { spelledOut } from '../../../words/codes.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { networkWords } from '../../../words/facts/network.ts';
import { type Item, valueAt } from '../../value.ts';
import { type About, fact, type Line, type Panel, readFact } from '../panel.ts';
import { at, copied, itemIn, itemsIn, line, listIn, numberIn, onlyOf, quiet, said, textIn, thing, warn, words } from '../says.ts';

const health = 'monitoring_get_lb_droplets_health_checks';
/** Metrics are told by the minute, and the newest a few minutes late. */
const lookBackMs = 600_000;

const isGlobal = (item: Item): boolean => item.type === 'GLOBAL';
const upper = (text: string): string => text.toUpperCase();

/** Series by droplet: its last sample is 1 while it answers. Series of another form say nothing about droplets. */
/** The published examples name a droplet in one way, its graphs in another. */
const isOfTarget = (one: Item): boolean => ['metric.droplet_id', 'metric.server'].some((at) => textIn(one, at) !== '');

function healthy(about: About): { healthy: number; all: number } | null {
  const series = itemsIn(onlyOf(about, health), 'data.result').filter((one) => isOfTarget(one));
  if (series.length === 0) series.push(...itemsIn(onlyOf(about, health), 'result').filter((one) => isOfTarget(one)));
  if (series.length === 0) return null;
  const last = series.map((one) => {
    const values = valueAt(one, 'values');
    const sample: unknown = Array.isArray(values) ? values.at(-1) : undefined;
    return Array.isArray(sample) ? Number(sample[1]) : Number.NaN;
  });
  return { healthy: last.filter((value) => value >= 1).length, all: series.length };
}

function targets(about: About): Line[] {
  const { item, droplets } = about;
  const tag = textIn(item, 'tag');
  const ids = listIn(item, 'droplet_ids');
  const balancers = listIn(item, 'target_load_balancer_ids');
  if (balancers.length > 0) return [balancers.map((id) => thing('loadBalancers_list', id))];
  if (tag !== '') {
    const count = droplets.filter((one) => one.tags.includes(tag)).length;
    return [[quiet(networkWords.tag), thing('tags_list', tag), quiet(factWords.droplets(count))]];
  }
  return ids.length === 0 ? [[warn(networkWords.noTarget)]] : [ids.map((id) => thing('droplets_list', id))];
}

const withHealth = (about: About): Line[] => {
  const told = healthy(about);
  const [first = [], ...more] = targets(about);
  if (told === null) return [first, ...more];
  const inWords = networkWords.healthy(told.healthy, told.all);
  return [[...first, told.healthy === told.all ? quiet(inWords) : warn(inWords)], ...more];
};

function rule(one: Item): Line {
  const side = (from: 'entry' | 'target') => `${upper(textIn(one, `${from}_protocol`))} ${textIn(one, `${from}_port`)}`;
  const certificate = textIn(one, 'certificate_id');
  return [
    words(networkWords.rule(side('entry'), side('target'))),
    ...(certificate === '' ? [] : [quiet(networkWords.certificate), thing('certificates_list', certificate)]),
    ...(one.tls_passthrough === true ? [quiet(networkWords.passedThrough)] : []),
  ];
}

function check(item: Item): string | null {
  const one = itemIn(item, 'health_check');
  const seconds = numberIn(one, 'check_interval_seconds');
  return seconds === null ? null : networkWords.check(upper(textIn(one, 'protocol')), textIn(one, 'path'), seconds);
}

export const loadBalancers: Panel = {
  kubernetes: 'load_balancers',
  facts: [
    fact('Status', at('status')),
    fact('Address', ({ item }) => [textIn(item, 'ip'), textIn(item, 'ipv6')].filter((ip) => ip !== '').map((ip) => [copied(ip)])),
    readFact(health, 'Targets', withHealth, { before: targets }),
    fact('Rules', ({ item }) => itemsIn(item, 'forwarding_rules').map(rule), { isWide: true }),
    fact(
      'Size',
      // The older ones have a size with a name.
      said((item) => {
        const nodes = numberIn(item, 'size_unit');
        return nodes === null ? spelledOut(textIn(item, 'size').replace(/^lb-/, '')) : factWords.nodes(nodes);
      }),
    ),
    fact('Health check', said(check)),
    fact('Region', ({ item }) => {
      const vpc = textIn(item, 'vpc_uuid');
      return line(
        textIn(item, 'region.slug') === '' ? null : words(textIn(item, 'region.slug')),
        vpc === '' ? null : thing('vpcs_list', vpc),
      );
    }),
  ],
  queries: {
    [health]: ({ id, nowMs }) => {
      // By five minutes, so that a panel that is opened again asks for the same.
      const end = Math.floor(nowMs / 300_000) * 300;
      return { lb_id: id, start: String(end - lookBackMs / 1000), end: String(end + 300) };
    },
  },
  related: [
    { familyId: 'projects_list', to: ({ item }) => [textIn(item, 'project_id')] },
    { familyId: 'vpcs_list', to: ({ item }) => [textIn(item, 'vpc_uuid')] },
    {
      familyId: 'certificates_list',
      to: ({ item }) => itemsIn(item, 'forwarding_rules').map((one) => textIn(one, 'certificate_id')),
    },
    { familyId: 'droplets_list', as: 'serves', to: ({ item }) => listIn(item, 'droplet_ids') },
    {
      familyId: 'droplets_list',
      as: 'serves by its tag',
      droplet: (row, { item }) => textIn(item, 'tag') !== '' && row.tags.includes(textIn(item, 'tag')),
    },
    { familyId: 'loadBalancers_list', as: 'serves', to: ({ item }) => listIn(item, 'target_load_balancer_ids') },
    { familyId: 'firewalls_list', as: 'firewall that lets it in', from: (row, { id }) => isNamedIn(row, 'inbound', id) },
    { familyId: 'firewalls_list', as: 'firewall that lets out to it', from: (row, { id }) => isNamedIn(row, 'outbound', id) },
    {
      familyId: 'domains_list_records',
      as: 'leads to it',
      from: (row, { item }) => [textIn(item, 'ip'), textIn(item, 'ipv6')].some((ip) => ip !== '' && ip === textIn(row, 'data')),
    },
  ],
  hides: [
    { operations: ['loadBalancers_delete_cache'], because: networkWords.globalOnly, unless: isGlobal },
    {
      operations: ['loadBalancers_add_droplets', 'loadBalancers_remove_droplets'],
      because: networkWords.foundByTag,
      unless: (item) => isGlobal(item) || textIn(item, 'tag') === '',
    },
    {
      operations: ['loadBalancers_add_droplets', 'loadBalancers_remove_droplets'],
      because: networkWords.toBalancers,
      unless: (item) => !isGlobal(item),
    },
  ],
  webPage: () => 'https://cloud.digitalocean.com/networking/load_balancers',
};

const others = { inbound: 'sources', outbound: 'destinations' } as const;

/** Whether a rule of a firewall names it. */
const isNamedIn = (firewall: Item, direction: keyof typeof others, id: string): boolean =>
  itemsIn(firewall, `${direction}_rules`).some((one) => listIn(one, `${others[direction]}.load_balancer_uids`).includes(id));
