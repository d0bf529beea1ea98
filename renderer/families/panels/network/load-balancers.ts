import { factWords } from '../../../words/facts/in-general.ts';
import { networkWords } from '../../../words/facts/network.ts';
import { type Item, valueAt } from '../../value.ts';
import { type About, fact, type Line, type Panel, readFact } from '../panel.ts';
import { at, copied, itemIn, itemsIn, line, listIn, numberIn, onlyOf, quiet, said, textIn, thing, warn, words } from '../says.ts';

const health = 'monitoring_get_lb_droplets_health_checks';
/** Metrics are told by the minute, and the newest a few minutes late. */
const lookBackMs = 600_000;

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
      said((item) => factWords.nodes(numberIn(item, 'size_unit') ?? 1)),
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
      familyId: 'firewalls_list',
      as: 'firewall that lets it in',
      from: (row, { id }) => listIn(row, 'inbound_rules.sources.load_balancer_uids').includes(id) || nests(row, id),
    },
  ],
  webPage: () => 'https://cloud.digitalocean.com/networking/load_balancers',
};

/** A path through several rules answers a list of lists. */
const nests = (firewall: Item, id: string): boolean =>
  [valueAt(firewall, 'inbound_rules.sources.load_balancer_uids')].flat(3).some((one) => one === id);
