import { computeWords } from '../../words/facts/compute.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { fact, type Panel, readFact } from './panel.ts';
import { at, copiedAt, itemIn, line, moment, quiet, state, textIn, until, words } from './says.ts';

export const namespaces: Panel = {
  facts: [
    fact('Label', at(['label', 'namespace'])),
    fact('API host', copiedAt('api_host')),
    readFact(
      'functions_list_triggers',
      'Triggers',
      ({ read }) =>
        read('functions_list_triggers').map((one) => {
          const next = until(itemIn(one, 'scheduled_runs').next_run_at);
          return [
            words(textIn(one, 'name')),
            state(one.is_enabled === true ? computeWords.on : computeWords.off),
            ...(next.length === 0 || one.is_enabled !== true ? [] : [quiet(computeWords.next), ...next]),
          ];
        }),
      { none: factWords.none },
    ),
    fact('Region', at('region')),
    readFact(
      'functionsAccessKey_list',
      'Access keys',
      ({ read }) =>
        read('functionsAccessKey_list').map((one) => {
          const end = until(one.expires_at);
          return [
            words(textIn(one, 'name')),
            ...(end.length === 0 ? [quiet(computeWords.never)] : [quiet(computeWords.ends), ...end]),
          ];
        }),
      { none: factWords.none },
    ),
    fact('Made', ({ item }) => line(moment(item.created_at))),
  ],
};
