import { codeWords } from '../../../words/codes.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { restWords } from '../../../words/facts/rest.ts';
import { quantityOf } from '../../../words/units.ts';
import { valueAt } from '../../value.ts';
import { fact, type Panel } from '../panel.ts';
import { at, bad, copiedAt, itemsIn, line, listIn, moment, numberIn, quiet, said, state, textIn, words } from '../says.ts';

export const customModels: Panel = {
  facts: [
    fact('Status', ({ item }) =>
      line(
        state(textIn(item, 'status') || 'unknown'),
        textIn(item, 'error_message') === '' ? null : bad(textIn(item, 'error_message')),
      ),
    ),
    fact(
      'From',
      said((item) => codeWords('source_type', textIn(item, 'source_type')) ?? textIn(item, 'source_type')),
    ),
    fact('Serves', ({ item }) =>
      itemsIn(item, 'active_deployments').map((one) => [
        words(textIn(one, 'name')),
        quiet(textIn(one, 'region_slug')),
        state(textIn(one, 'state') || 'unknown'),
      ]),
    ),
    fact(
      'Context',
      said((item) =>
        numberIn(item, 'context_length') === null ? null : restWords.totalTokens(numberIn(item, 'context_length') ?? 0),
      ),
    ),
    fact('Made', at('created_at')),
  ],
};

export const evaluationRuns: Panel = {
  facts: [
    fact('Status', ({ item }) =>
      line(
        state(textIn(item, 'status') || 'unknown'),
        textIn(item, 'error_description') === '' ? null : quiet(textIn(item, 'error_description')),
      ),
    ),
    fact('Progress', ({ item }) => {
      const [done, all] = [numberIn(item, 'progress.judge_rows_evaluated'), numberIn(item, 'progress.total_rows')];
      return line(done === null || all === null ? null : words(restWords.rows(done, all)));
    }),
    fact(
      'Model',
      said((item) => textIn(item, 'candidate_model_name')),
    ),
    fact(
      'Judged by',
      said((item) => textIn(item, 'judge_model_name')),
    ),
    fact(
      'Dataset',
      said((item) => textIn(item, 'dataset_name')),
    ),
    fact(
      'Score',
      said((item) =>
        numberIn(item, 'result_summary.overall_score_percent') === null
          ? null
          : factWords.percent(numberIn(item, 'result_summary.overall_score_percent') ?? 0),
      ),
    ),
    fact('Ended', at('completed_at')),
  ],
};

export const models: Panel = {
  facts: [
    fact('Name', at('name')),
    fact('Provider', at('provider')),
    fact('Version', at(['version', 'inference_version'])),
    fact(
      'Context',
      said((item) =>
        numberIn(item, 'context_window') === null ? null : restWords.totalTokens(numberIn(item, 'context_window') ?? 0),
      ),
    ),
    fact('Added', at('created_at')),
  ],
};

export const modelCatalogue: Panel = {
  facts: [
    fact('Name', at(['name', 'id'])),
    fact('By', at(['creator', 'provider', 'provider_name'])),
    fact('About', at('description')),
    fact(
      'Takes',
      said((item) => listIn(item, 'modalities.input').join(', ')),
    ),
    fact(
      'Answers',
      said((item) => listIn(item, 'modalities.output').join(', ')),
    ),
  ],
};

export const serverlessModels: Panel = {
  facts: [fact('Model', copiedAt('id')), fact('Owner', at('owned_by')), fact('Added', at('created'))],
};

export const testCases: Panel = {
  facts: [
    fact('About', at('description')),
    fact('Dataset', at('dataset_name')),
    fact('Measures', ({ item }) => itemsIn(item, 'metrics').map((one) => [words(textIn(one, 'metric_name'))])),
    fact('Runs', at('total_runs')),
    fact('Made', ({ item }) =>
      line(
        moment(item.created_at),
        textIn(item, 'created_by_user_email') === '' ? null : quiet(textIn(item, 'created_by_user_email')),
      ),
    ),
  ],
};

export const datasets: Panel = {
  facts: [
    fact(
      'Rows',
      said((item) => (numberIn(item, 'row_count') === null ? null : String(numberIn(item, 'row_count')))),
    ),
    fact(
      'Kind',
      said((item) => codeWords('dataset_type', textIn(item, 'dataset_type')) ?? textIn(item, 'dataset_type')),
    ),
    fact(
      'Size',
      said((item) => quantityOf('file_size', valueAt(item, 'file_size'))),
    ),
    fact('Made', at('created_at')),
  ],
};
