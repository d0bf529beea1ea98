import { metricWords } from '../../../preload/contract/metric-words.ts';
import { duration } from '../../../preload/contract/time-words.ts';
import { codeWords, spelledOut } from '../../words/codes.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { restWords } from '../../words/facts/rest.ts';
import { quantityOf } from '../../words/units.ts';
import { isObject } from '../facts.ts';
import type { Item } from '../value.ts';
import { type About, fact, type Line, type Panel, readFact } from './panel.ts';
import {
  at,
  bad,
  copiedAt,
  itemIn,
  itemsIn,
  line,
  listIn,
  moment,
  numberIn,
  onlyOf,
  quiet,
  said,
  state,
  textIn,
  thing,
  words,
} from './says.ts';

const checkState = 'uptime_get_checkState';

/** States by region, which the API keeps in a map. */
const regionsOf = (about: About): [string, Item][] =>
  Object.entries(itemIn(onlyOf(about, checkState), 'regions')).filter((entry): entry is [string, Item] => isObject(entry[1]));

const regionName = (slug: string): string => {
  const known: Readonly<Record<string, string>> = restWords.checkRegions;
  return known[slug] ?? spelledOut(slug);
};

/** Where notices of an alert go. */
function recipients(notifications: Item): string[] {
  const addresses = listIn(notifications, 'email');
  const channels = itemsIn(notifications, 'slack').map((one) => textIn(one, 'channel'));
  return [...addresses, ...channels].filter((one) => one !== '');
}

/** The host that a check looks at. */
const hostOf = (item: Item): string =>
  (URL.parse(textIn(item, 'target'))?.hostname ?? textIn(item, 'target')).replace(/^\[|\]$/g, '');

export const uptimeChecks: Panel = {
  facts: [
    readFact(
      checkState,
      'Now',
      (about) =>
        regionsOf(about).map(([slug, one]) => [
          quiet(regionName(slug)),
          state(textIn(one, 'status') || 'unknown'),
          ...(moment(one.status_changed_at).length === 0 ? [] : [quiet(restWords.since), ...moment(one.status_changed_at)]),
        ]),
      { before: ({ item }) => listIn(item, 'regions').map((slug) => [quiet(regionName(slug))]) },
    ),
    readFact(checkState, 'Uptime', (about) => {
      const shares = regionsOf(about)
        .map(([, one]) => numberIn(one, 'thirty_day_uptime_percentage'))
        .filter((share) => share !== null);
      if (shares.length === 0) return [];
      const least = Math.min(...shares);
      return [[words(restWords.days30(`${least.toFixed(2)}\u00a0%`))]];
    }),
    readFact(
      checkState,
      'Last outage',
      (about) => {
        const outage = itemIn(onlyOf(about, checkState), 'previous_outage');
        const seconds = numberIn(outage, 'duration_seconds');
        if (textIn(outage, 'region') === '' || seconds === null) return [];
        return line(
          words(restWords.outage(regionName(textIn(outage, 'region')), duration(seconds * 1000))),
          moment(outage.started_at),
        );
      },
      { none: restWords.noOutage },
    ),
    fact('Target', ({ item }) =>
      line(
        { kind: 'copied', text: textIn(item, 'target'), what: textIn(item, 'target') },
        quiet(textIn(item, 'type').toUpperCase()),
      ),
    ),
    fact('State', ({ item }) => [[item.enabled === false ? bad(restWords.paused) : words(restWords.isOn)]]),
    readFact(
      'uptime_list_alerts',
      'Told',
      ({ read }) =>
        read('uptime_list_alerts').map((one) => [
          words(textIn(one, 'name')),
          quiet(recipients(itemIn(one, 'notifications')).join(', ') || restWords.everyone),
        ]),
      { none: restWords.everyone },
    ),
  ],
  related: [
    {
      familyId: 'droplets_list',
      as: 'answers at its target',
      droplet: (row, { item }) => [...row.publicV4, ...row.publicV6, ...row.reservedIps].includes(hostOf(item)),
    },
    {
      familyId: 'loadBalancers_list',
      as: 'answers at its target',
      from: (row, { item }) => [row.ip, row.ipv6].includes(hostOf(item)),
    },
    {
      familyId: 'apps_list',
      as: 'answers at its target',
      from: (row, { item }) =>
        textIn(row, 'default_ingress').endsWith(`//${hostOf(item)}`) ||
        itemsIn(row, 'domains').some((one) => textIn(one, 'spec.domain') === hostOf(item)),
    },
    {
      familyId: 'domains_list',
      as: 'domain of its target',
      from: (row, { item }) => hostOf(item) === row.name || hostOf(item).endsWith(`.${textIn(row, 'name')}`),
    },
  ],
};

/** "CPU above 80 % for 5 min". */
function policy(item: Item): string {
  const type = textIn(item, 'type');
  const limit = quantityOf('value', item.value, item) ?? textIn(item, 'value');
  const compare = (codeWords('compare', textIn(item, 'compare')) ?? textIn(item, 'compare')).toLowerCase();
  const window = codeWords('window', textIn(item, 'window')) ?? textIn(item, 'window');
  return restWords.policy(metricWords(type).name, `${compare} ${limit}`, window);
}

const familyOfEntities: Readonly<Record<string, string>> = {
  droplet: 'droplets_list',
  lbaas: 'loadBalancers_list',
  dbaas: 'databases_list_clusters',
  droplet_autoscale: 'autoscalepools_list',
};
/** `v1/insights/droplet/cpu` is about droplets. */
const watchedFamily = (item: Item): string => familyOfEntities[textIn(item, 'type').split('/')[2] ?? ''] ?? 'droplets_list';

/** DigitalOcean's API has no state of a policy: Buoy judges it by itself, and says what it knows. */
function firing({ item, id, policies }: About): Line[] {
  if (item.enabled === false) return [[quiet(restWords.unwatched)]];
  const row = policies.find(({ uuid }) => uuid === id);
  if (row === undefined) return [[quiet(restWords.notReckoned)]];
  if (row.firing.length === 0) return [[row.state === 'fine' ? words(restWords.calm) : quiet(row.stateText)]];
  return row.firing.map(({ name, value, sinceMs }) => [
    bad(restWords.fires(name, value)),
    ...(sinceMs === null ? [] : [quiet(restWords.since), { kind: 'moment' as const, atMs: sinceMs }]),
  ]);
}

export const alertPolicies: Panel = {
  facts: [
    fact('Now', firing),
    fact('When', said(policy)),
    fact('On', ({ item }) => {
      const entities = listIn(item, 'entities').map((id) => thing(watchedFamily(item), id));
      const tags = listIn(item, 'tags').flatMap((tag) => [quiet('tag'), thing('tags_list', tag)]);
      const lines = [...line(entities), ...line(tags)];
      return lines.length === 0 ? [[words(restWords.everyDroplet)]] : lines;
    }),
    fact('Told', ({ item }) => {
      const told = recipients(itemIn(item, 'alerts'));
      return told.length === 0 ? [[bad(restWords.everyone)]] : told.map((one) => [words(one)]);
    }),
    fact('State', ({ item }) => [[item.enabled === false ? bad(restWords.muted) : words(restWords.isOn)]]),
  ],
  related: [
    {
      familyId: 'droplets_list',
      as: 'is watched',
      to: ({ item }) => (watchedFamily(item) === 'droplets_list' ? listIn(item, 'entities') : []),
    },
    {
      familyId: 'loadBalancers_list',
      as: 'is watched',
      to: ({ item }) => (watchedFamily(item) === 'loadBalancers_list' ? listIn(item, 'entities') : []),
    },
    {
      familyId: 'databases_list_clusters',
      as: 'is watched',
      to: ({ item }) => (watchedFamily(item) === 'databases_list_clusters' ? listIn(item, 'entities') : []),
    },
    {
      familyId: 'autoscalepools_list',
      as: 'is watched',
      to: ({ item }) => (watchedFamily(item) === 'autoscalepools_list' ? listIn(item, 'entities') : []),
    },
    { familyId: 'tags_list', as: 'its droplets are watched', to: ({ item }) => listIn(item, 'tags') },
  ],
};

/** The clusters whose logs go to a destination. */
const sendersTo = ({ id, known }: About): { id: string; name: string }[] =>
  (known('monitoring_list_sinks') ?? [])
    .filter((sink) => textIn(sink, 'destination.id') === id)
    .flatMap((sink) => itemsIn(sink, 'resources'))
    .map((one) => ({ id: textIn(one, 'urn').replace(/^do:kubernetes:/, ''), name: textIn(one, 'name') }));

export const logDestinations: Panel = {
  facts: [
    fact('Kind', at('type')),
    fact('Endpoint', copiedAt('config.endpoint')),
    fact('Index', at('config.index_name')),
    fact(
      'Kept',
      said((item) =>
        numberIn(item, 'config.retention_days') === null ? null : restWords.keptFor(numberIn(item, 'config.retention_days') ?? 0),
      ),
    ),
    fact('Sent by', (about) => sendersTo(about).map(({ id, name }) => [thing('kubernetes_list_clusters', id, name || null)]), {
      looksInto: ['monitoring_list_sinks'],
      none: restWords.nobodySends,
    }),
  ],
  related: [
    { familyId: 'databases_list_clusters', as: 'keeps them', to: ({ item }) => listIn(item, 'config.cluster_uuid') },
    { familyId: 'kubernetes_list_clusters', as: 'sends its logs', to: (about) => sendersTo(about).map(({ id }) => id) },
  ],
};

export const logSinks: Panel = {
  strips: ({ id, item }) =>
    id === ''
      ? [{ tone: 'accent', lead: restWords.sinkWithoutId, text: restWords.endsWith(textIn(item, 'destination.name')) }]
      : [],
  facts: [
    fact('Destination', ({ item }) =>
      line(thing('monitoring_list_destinations', textIn(item, 'destination.id'), textIn(item, 'destination.name'))),
    ),
    fact('Kind', at('destination.type')),
    fact('Index', at('destination.config.index_name')),
    fact(
      'Kept',
      said((item) =>
        numberIn(item, 'destination.config.retention_days') === null
          ? null
          : restWords.keptFor(numberIn(item, 'destination.config.retention_days') ?? 0),
      ),
    ),
    fact('Sends', ({ item }) => itemsIn(item, 'resources').map((one) => [words(textIn(one, 'name'))]), { none: factWords.none }),
  ],
  related: [
    { familyId: 'databases_list_clusters', as: 'keeps them', to: ({ item }) => listIn(item, 'destination.config.cluster_uuid') },
    {
      familyId: 'kubernetes_list_clusters',
      as: 'sends its logs',
      to: ({ item }) => itemsIn(item, 'resources').map((one) => textIn(one, 'urn').replace(/^do:kubernetes:/, '')),
    },
  ],
};
