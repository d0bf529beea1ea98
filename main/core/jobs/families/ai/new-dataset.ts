import { success } from '../../../../../preload/contract/failure.ts';
import { filesOf } from '../../../../../preload/contract/job-files.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, files, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { storedFile, uploadSteps } from './uploads.ts';

const ofModels = 'EVALUATION_DATASET_TYPE_MODEL';
const addressesFor = (kind: unknown): string =>
  kind === ofModels
    ? 'genai_create_model_eval_dataset_upload_presigned_urls'
    : 'genai_create_evaluation_dataset_file_upload_presigned_urls';

export const newDataset: Job = {
  name: 'new',
  label: 'New dataset…',
  level: 'normal',
  isNew: true,
  keywords: 'create evaluation upload file csv',
  submitLabel: 'Make dataset',
  open: ({ nowMs }) =>
    success({
      lines: ['The first line of its file names the columns. It costs nothing until something is evaluated with it.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('dataset', nowMs) }),
        choice({
          name: 'kind',
          label: 'It evaluates',
          choices: [
            option(ofModels, 'Models'),
            option('EVALUATION_DATASET_TYPE_NON_ADK', 'Agents'),
            option('EVALUATION_DATASET_TYPE_ADK', 'Agents of the development kit'),
          ],
          value: ofModels,
        }),
        files({ name: 'files', label: 'File', most: 1 }),
      ],
    }),
  plan({ name, kind, files: chosen }) {
    const uploads = filesOf(chosen);
    return {
      steps: [
        ...uploadSteps(addressesFor(kind), uploads),
        {
          label: 'Make dataset',
          operationId: 'genai_create_evaluation_dataset',
          body: ([answer = null]) => ({
            name: String(name),
            dataset_type: String(kind),
            ...(uploads[0] ? { file_upload_dataset: storedFile(uploads[0], answer) } : {}),
          }),
        },
      ],
      done: () => `Dataset ${name} was made.`,
    };
  },
};
