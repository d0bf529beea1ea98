import { success } from '../../../../../preload/contract/failure.ts';
import { choice, chosen, option } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

const isGoingOn = ({ row }: Thing): boolean =>
  ['BATCH_JOB_PHASE_PENDING', 'BATCH_JOB_PHASE_RUNNING'].includes(textAt(row, 'phase'));

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const indexingJobs: readonly Job[] = [
  {
    name: 'new',
    label: 'Index a base…',
    level: 'normal',
    isNew: true,
    keywords: 'create refresh update crawl knowledge',
    submitLabel: 'Index',
    async open({ ask }) {
      const bases = await ask.list('genai_list_knowledge_bases');
      if (!bases.ok) return bases;
      const choices = bases.value.map((base) =>
        option(textAt(base, 'uuid'), textAt(base, 'name'), textAt(base, 'region') || null),
      );
      return success({
        lines: ['All its sources are read, which costs tokens.'],
        fields: [choice({ name: 'base', label: 'Knowledge base', choices })],
      });
    },
    plan: ({ base }, _context, { fields }) => ({
      steps: [{ label: 'Index', operationId: 'genai_create_indexing_job', body: { knowledge_base_uuid: String(base) } }],
      done: () => `${chosen(fields, 'base', base)} is being indexed, which costs tokens.`,
    }),
  },
  {
    name: 'stop',
    label: 'Stop…',
    level: 'disruptive',
    isMain: true,
    keywords: 'cancel abort indexing',
    off: (thing) => (isGoingOn(thing) ? null : 'It is over.'),
    open: () => success({ lines: ['What was indexed before stays.'] }),
    plan: (_values, { thing: { id: uuid } }) => ({
      steps: [{ label: 'Stop', operationId: 'genai_cancel_indexing_job', path: { uuid }, body: { uuid } }],
      done: () => 'The indexing is stopped.',
    }),
  },
];
