import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import type { Job } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { giveKey, modelKey } from './asking.ts';
import { elsewhere, keyFields, modelPlace, wrongKey } from './other-keys.ts';

const isFetched = (answer: unknown): boolean => answer instanceof Uint8Array;

/** The file behind one of the signed addresses that a batch has once it is over, a line for each request. */
const saveFile = (field: string, { name, label, what }: { name: string; label: string; what: string }): Job => ({
  name,
  label,
  level: 'safe',
  keywords: 'download answers file',
  submitLabel: 'Save',
  off: ({ row }) => (over.includes(textAt(row, 'status')) ? null : 'It is not over yet.'),
  wrong: wrongKey,
  open: async (context) => success({ fields: await keyFields(context.ask, modelPlace(context), modelKey) }),
  plan: (values, { thing, ...context }) => ({
    steps: [
      {
        label: 'Fetch it',
        operationId: 'inference_get_batch_results',
        path: { batch_id: thing.id },
        elsewhere: elsewhere(values, modelPlace(context)),
        file: { addressIn: (answer: Json) => (isObject(answer) && textAt(answer, field)) || null, allowedHost: null },
      },
    ],
    file: ([answer]) => (isFetched(answer) ? { name: `batch-${what}.jsonl`, mediaType: 'application/jsonl', answer: 0 } : null),
    done: ([answer]) => (isFetched(answer) ? `The ${what} of the ${thing.name} are saved.` : `The ${thing.name} has no ${what}.`),
  }),
});

const over = ['completed', 'failed', 'expired', 'cancelled', 'cancelling'];

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Batch-Inference */
export const batchJobs: readonly Job[] = [
  {
    name: 'cancel',
    label: 'Cancel batch…',
    level: 'disruptive',
    isMain: true,
    keywords: 'stop abort',
    submitLabel: 'Cancel batch',
    off: ({ row }) => (over.includes(textAt(row, 'status')) ? 'It is over.' : null),
    wrong: wrongKey,
    async open(context) {
      return success({
        lines: ['The answers until then can still be read.'],
        fields: await keyFields(context.ask, modelPlace(context), modelKey),
      });
    },
    plan: (values, context) => ({
      steps: [
        {
          label: 'Cancel',
          operationId: 'inference_cancel_batch',
          path: { batch_id: context.thing.id },
          elsewhere: elsewhere(values, modelPlace(context)),
        },
      ],
      done: () => `The ${context.thing.name} is being cancelled.`,
    }),
  },
  saveFile('output_file_url', { name: 'save', label: 'Save the results…', what: 'results' }),
  saveFile('error_file_url', { name: 'save-errors', label: 'Save what failed…', what: 'errors' }),
  giveKey(),
];
