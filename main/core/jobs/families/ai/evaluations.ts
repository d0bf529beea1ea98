import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { ruleFor } from '../../../digitalocean/sending/file-address.ts';
import { fileWords } from '../../../words/files.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { newDataset } from './new-dataset.ts';
import { newEvaluationRun } from './new-evaluation.ts';

const running = ['QUEUED', 'RUNNING_DATASET', 'EVALUATING_RESULTS'];
const isRunning = ({ row }: Thing): boolean => running.some((word) => textAt(row, 'status').toUpperCase().endsWith(word));
const runPath = (thing: Thing) => ({ eval_run_uuid: thing.id });

const addressIn = (answer: Json): string | null => (isObject(answer) && textAt(answer, 'download_url')) || null;

const nothingYet = ({ name }: Thing): string => `${name} has nothing to save yet.`;
const isFetched = (answer: unknown): boolean => answer instanceof Uint8Array;

interface Source {
  operationId: string;
  pathOf: (thing: Thing) => Record<string, string>;
  what: string;
}

/** The file behind a signed address. A host that is none of DigitalOcean's is named before it is asked. */
const saveFile = ({ operationId, pathOf, what }: Source): Job => ({
  name: 'save',
  label: `Save the ${what}`,
  level: 'safe',
  isMain: true,
  keywords: 'download file read',
  off: (thing) => (isRunning(thing) && textAt(thing.row, 'completed_at') === '' ? 'It is not over yet.' : null),
  async open({ thing, ask }) {
    const read = await ask.read(operationId, pathOf(thing));
    if (!read.ok) return read;
    const address = addressIn(read.value);
    if (address === null) return failed({ kind: 'conflict', message: nothingYet(thing) });
    const rule = ruleFor(address, ask.ownServer);
    if (rule.rule === 'refused') return failed({ kind: 'refused', ...fileWords.refusedAddress() });
    const ending = /\.(csv|jsonl?|parquet|txt|zip|gz)$/.exec(new URL(rule.url).pathname)?.[0] ?? '.txt';
    const data = { ending, host: rule.rule === 'ask' ? rule.host : '' };
    return success(rule.rule === 'ask' ? { level: 'disruptive', lines: [fileWords.otherHost(rule.host)], data } : { data });
  },
  plan(_values, { thing }, { data = {} }) {
    const [ending, host] = [String(data.ending ?? '.txt'), String(data.host ?? '')];
    return {
      steps: [
        { label: 'Fetch it', operationId, path: pathOf(thing), file: { addressIn, allowedHost: host === '' ? null : host } },
      ],
      file: ([answer]) =>
        isFetched(answer)
          ? { name: `${thing.ownName}-${what}${ending}`, mediaType: 'application/octet-stream', answer: 0 }
          : null,
      done: ([answer]) => (isFetched(answer) ? `The ${what} of ${thing.name} is saved.` : nothingYet(thing)),
    };
  },
});

/** A signed address, which whoever has it can read until it ends. */
const copyAddress = ({ operationId, pathOf, what }: Source): Job => ({
  name: 'copy-results',
  label: `Copy address of the ${what}`,
  level: 'safe',
  keywords: 'download link',
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Read it', operationId, path: pathOf(thing) }],
    copy: ([answer]) => {
      const address = addressIn(answer ?? null);
      return address === null ? null : { what: `Address of ${thing.name}`, text: address };
    },
    done: ([answer]) =>
      addressIn(answer ?? null) === null
        ? nothingYet(thing)
        : `The address is copied. Whoever has it can read ${thing.name} for a while.`,
  }),
});

const deletion = (operationId: string, pathOf: Source['pathOf']): Job => ({
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove',
  open: ({ thing }) => success({ goes: [thing.name] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId, path: pathOf(thing) }],
    done: () => `${thing.name} is deleted.`,
  }),
});

const results: Source = {
  operationId: 'genai_get_model_evaluation_run_results_download_url',
  pathOf: runPath,
  what: 'results',
};
const dataset: Source = {
  operationId: 'genai_get_evaluation_dataset_download_url',
  pathOf: (thing) => ({ dataset_uuid: thing.id }),
  what: 'dataset',
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const evaluationRunJobs: readonly Job[] = [
  newEvaluationRun,
  saveFile(results),
  copyAddress(results),
  {
    name: 'cancel',
    label: 'Cancel…',
    level: 'disruptive',
    keywords: 'stop abort',
    submitLabel: 'Cancel the run',
    off: (thing) => (isRunning(thing) ? null : 'It is over.'),
    open: () => success({ lines: ['What it has measured so far is lost.'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Cancel',
          operationId: 'genai_cancel_model_evaluation_run',
          path: runPath(thing),
          body: { eval_run_uuid: thing.id },
        },
      ],
      done: () => `${thing.name} is being cancelled.`,
    }),
  },
  deletion('genai_delete_model_evaluation_run', runPath),
];

export const evaluationDatasetJobs: readonly Job[] = [
  newDataset,
  saveFile(dataset),
  copyAddress(dataset),
  deletion('genai_delete_evaluation_dataset', dataset.pathOf),
];
