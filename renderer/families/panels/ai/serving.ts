import { factWords } from '../../../words/facts/in-general.ts';
import { restWords } from '../../../words/facts/rest.ts';
import { money } from '../../../words/money.ts';
import { machineOf } from '../../../words/sizes.ts';
import type { Item } from '../../value.ts';
import { fact, type Panel, readFact } from '../panel.ts';
import {
  at,
  copied,
  itemsIn,
  line,
  linksAt,
  moment,
  numberIn,
  quiet,
  said,
  state,
  textIn,
  thing,
  until,
  words,
} from '../says.ts';

const accelerators = (item: Item): Item[] =>
  itemsIn(item, 'spec.model_deployments').flatMap((one) => itemsIn(one, 'accelerators'));

export const dedicatedInference: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('Endpoints', ({ item }) =>
      ['public', 'private'].flatMap((side) => {
        const address = textIn(item, `endpoints.${side}_endpoint_fqdn`);
        return address === '' ? [] : [[copied(address), quiet(side)]];
      }),
    ),
    fact('Models', ({ item }) =>
      itemsIn(item, 'spec.model_deployments').map((one) => [words(textIn(one, 'model_slug') || textIn(one, 'model_id'))]),
    ),
    fact(
      'Accelerators',
      ({ item, known }) =>
        accelerators(item).map((one) => {
          const price = known('dedicatedInferences_list_sizes')?.find((size) => size.gpu_slug === one.accelerator_slug);
          return [
            words(factWords.times(numberIn(one, 'scale') ?? 1, textIn(one, 'accelerator_slug'))),
            ...(price ? [quiet(restWords.perHour(money(textIn(price, 'price_per_hour'))))] : []),
          ];
        }),
      { looksInto: ['dedicatedInferences_list_sizes'] },
    ),
    fact('Region', at('region')),
    fact('VPC', ({ item }) => line(textIn(item, 'vpc_uuid') === '' ? null : thing('vpcs_list', textIn(item, 'vpc_uuid')))),
  ],
};

export const vectorDatabases: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('Endpoints', ({ item }) =>
      ['http', 'grpc'].flatMap((kind) =>
        textIn(item, `endpoints.${kind}`) === ''
          ? []
          : [[copied(textIn(item, `endpoints.${kind}`)), quiet(kind === 'grpc' ? 'gRPC' : 'HTTP')]],
      ),
    ),
    fact(
      'Size',
      said((item) => machineOf(textIn(item, 'size'))),
    ),
    readFact(
      'vectorDatabases_list_backups',
      'Newest backup',
      ({ read }) => {
        const newest = [...read('vectorDatabases_list_backups')].sort((one, other) =>
          textIn(other, 'started_at').localeCompare(textIn(one, 'started_at')),
        )[0];
        return newest
          ? line(moment(newest.completed_at), textIn(newest, 'status') === '' ? null : state(textIn(newest, 'status')))
          : [];
      },
      { none: factWords.none },
    ),
    fact('Region', at('region')),
    fact('Project', linksAt('project_id', 'projects_list')),
    fact('Tags', linksAt('tags', 'tags_list')),
  ],
};

export const batches: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('Requests', ({ item }) => {
      const [done, all, failed] = ['completed', 'total', 'failed'].map((part) => numberIn(item, `request_counts.${part}`));
      return line(all === null || all === undefined ? null : words(restWords.requests(done ?? 0, all, failed ?? 0)));
    }),
    fact(
      'Endpoint',
      said((item) => textIn(item, 'endpoint')),
    ),
    fact('Made', at('created_at')),
    fact('Ended', at('completed_at')),
    fact('Ends', ({ item }) => line(until(item.expires_at))),
  ],
};
