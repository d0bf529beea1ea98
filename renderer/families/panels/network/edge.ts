import { duration } from '../../../../preload/contract/time-words.ts';
import { codeWords } from '../../../words/codes.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { networkWords } from '../../../words/facts/network.ts';
import { type Item, textOf, timeOf, valueAt } from '../../value.ts';
import { type About, fact, type Line, type Panel } from '../panel.ts';
import {
  at,
  bad,
  copied,
  copiedAt,
  itemsIn,
  line,
  linksAt,
  listIn,
  numberIn,
  quiet,
  said,
  state,
  textIn,
  thing,
  until,
  words,
} from '../says.ts';

const soonMs = 30 * 86_400_000;

const certificateOf = ({ item, known }: About): Item =>
  known('certificates_list')?.find((one) => one.id === item.certificate_id) ?? {};

export const cdnEndpoints: Panel = {
  facts: [
    fact('Endpoint', copiedAt('endpoint')),
    fact(
      'Own domain',
      (about) => {
        const [domain, id] = [textIn(about.item, 'custom_domain'), textIn(about.item, 'certificate_id')];
        if (domain === '') return [];
        const end = until(certificateOf(about).not_after);
        return [
          [copied(domain)],
          ...(id === ''
            ? []
            : [
                [
                  quiet(networkWords.certificate),
                  thing('certificates_list', id),
                  ...(end.length === 0 ? [] : [quiet(networkWords.daysLeft), ...end]),
                ],
              ]),
        ];
      },
      { none: factWords.none, looksInto: ['certificates_list'] },
    ),
    fact('Origin', at('origin')),
    fact(
      'Kept for',
      said((item) => {
        const seconds = numberIn(item, 'ttl');
        return seconds === null ? null : duration(seconds * 1000);
      }),
    ),
  ],
  related: [
    { familyId: 'certificates_list', to: ({ item }) => listIn(item, 'certificate_id') },
    {
      familyId: 'domains_list',
      as: 'has the record of its domain',
      from: (row, { item }) => textIn(item, 'custom_domain').endsWith(`.${textIn(row, 'name')}`),
    },
    {
      familyId: 'spacesKey_list',
      as: 'opens its bucket',
      from: (row, { item }) =>
        itemsIn(row, 'grants').some((one) => textIn(one, 'bucket') === textIn(item, 'origin').split('.')[0]),
    },
  ],
};

const usesIn = (balancer: Item, id: string): boolean =>
  itemsIn(balancer, 'forwarding_rules').some((rule) => rule.certificate_id === id);

function users({ id, known }: About): Line[] {
  const balancers = (known('loadBalancers_list') ?? []).filter((one) => usesIn(one, id));
  const endpoints = (known('cdn_list_endpoints') ?? []).filter((one) => one.certificate_id === id);
  return line([
    ...balancers.map((one) => thing('loadBalancers_list', textOf(one.id), textIn(one, 'name'))),
    ...endpoints.map((one) =>
      thing('cdn_list_endpoints', textOf(one.id), textIn(one, 'custom_domain') || textIn(one, 'endpoint')),
    ),
  ]);
}

export const certificates: Panel = {
  strips: ({ item, nowMs }) => {
    const endMs = timeOf(item.not_after);
    return item.type === 'custom' && endMs !== null && endMs - nowMs < soonMs
      ? [{ tone: 'warn', lead: `${networkWords.endsSoon}.`, text: networkWords.endsSoonText }]
      : [];
  },
  facts: [
    fact('Ends', ({ item }) => line(until(item.not_after))),
    fact('Names', copiedAt('dns_names')),
    fact('State', at('state')),
    fact('Kind', ({ item }) =>
      line(
        words(codeWords('type', textIn(item, 'type')) ?? textIn(item, 'type')),
        quiet(item.type === 'lets_encrypt' ? networkWords.renewsItself : networkWords.yours),
      ),
    ),
    fact('Used by', users, { looksInto: ['loadBalancers_list', 'cdn_list_endpoints'], none: networkWords.unused }),
  ],
  related: [
    { familyId: 'loadBalancers_list', as: 'uses it', from: (row, { id }) => usesIn(row, id) },
    { familyId: 'cdn_list_endpoints', as: 'uses it', from: (row, { id }) => row.certificate_id === id },
  ],
};

export const byoipPrefixes: Panel = {
  facts: [
    fact('Prefix', copiedAt('prefix')),
    fact('Status', at('status')),
    fact(
      'Reachable',
      said((item) => (item.advertised === true ? networkWords.advertised : networkWords.notAdvertised)),
    ),
    fact('Checks', ({ item }) =>
      itemsIn(item, 'validations').map((one) => [
        words(textIn(one, 'name')),
        state(textIn(one, 'status')),
        ...(textIn(one, 'note') === '' ? [] : [quiet(textIn(one, 'note'))]),
      ]),
    ),
    fact('Failed because', ({ item }) =>
      line(textIn(item, 'failure_reason') === '' ? null : bad(textIn(item, 'failure_reason'))),
    ),
    fact('Region', at('region')),
    fact('Project', linksAt('project_id', 'projects_list')),
  ],
  related: [{ familyId: 'projects_list', to: ({ item }) => [textOf(valueAt(item, 'project_id'))] }],
};
