import { success } from '../../../../../preload/contract/failure.ts';
import { datedName } from '../../../words/job-parts.ts';
import { money } from '../../../words/numbers.ts';
import { choice, option, text, tick } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

const fromHuggingFace = 'SOURCE_TYPE_HUGGINGFACE';
const fromBucket = 'SOURCE_TYPE_SPACES_BUCKET';

const importModel: Job = {
  name: 'new',
  label: 'Import a model…',
  level: 'normal',
  isNew: true,
  keywords: 'new custom hugging face bucket',
  submitLabel: 'Import',
  open({ nowMs }) {
    const bucket = { field: 'source', values: [fromBucket] };
    const hub = { field: 'source', values: [fromHuggingFace] };
    return success({
      lines: ['What is stored is billed every month.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('model', nowMs) }),
        choice({
          name: 'source',
          label: 'From',
          choices: [option(fromHuggingFace, 'Hugging Face'), option(fromBucket, 'A Spaces bucket')],
          value: fromHuggingFace,
        }),
        text({ name: 'repo', label: 'Repository', hint: 'Such as company/model.', shownIf: hub }),
        text({ name: 'token', label: 'Token of Hugging Face', isSecret: true, isRequired: false, shownIf: hub }),
        text({ name: 'bucket', label: 'Name of the bucket', shownIf: bucket }),
        text({ name: 'region', label: 'Region of the bucket', hint: 'Such as fra1.', shownIf: bucket }),
        text({ name: 'prefix', label: 'Folder in it', isRequired: false, shownIf: bucket }),
        tick({ name: 'terms', label: 'I accept the terms of the model' }),
      ],
    });
  },
  wrong: ({ terms }) => (terms === true ? null : 'DigitalOcean imports only what you accept the terms of.'),
  plan: ({ name, source, repo, token, bucket, region, prefix }) => ({
    steps: [
      {
        label: 'Import',
        operationId: 'genai_import_custom_model',
        body: {
          name: String(name),
          source_type: String(source),
          source_ref:
            source === fromHuggingFace
              ? {
                  repo_id: String(repo),
                  access_type: token ? 'ACCESS_TYPE_PRIVATE' : 'ACCESS_TYPE_PUBLIC',
                  ...(token ? { hf_token: String(token) } : {}),
                }
              : { bucket: String(bucket), region: String(region), ...(prefix ? { prefix: String(prefix) } : {}) },
          accept_terms_and_conditions: true,
        },
      },
    ],
    done: () => `${name} is being imported.`,
  }),
};

const costOf = ({ row }: Thing): string[] => {
  const cost = Number(textAt(row, 'cost_estimate_per_month'));
  return cost > 0 ? [`That saves about ${money(cost)} a month.`] : [];
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const customModelJobs: readonly Job[] = [
  importModel,
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    open: ({ thing }) => success({ lines: costOf(thing), goes: [`Model ${thing.name}, with its files`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'genai_delete_custom_model', path: { uuid: thing.id } }],
      done: () => `Model ${thing.name} is deleted.`,
    }),
  },
];
