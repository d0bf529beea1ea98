import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { exactMoment } from '../../../../../preload/contract/time-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choices, chosen, option, several, text } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Job, Step, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { readRegions, sourceFields, sourceNames, sourcesFrom, sourceUploads } from './knowledge-sources.ts';
import { newKnowledgeBase } from './new-knowledge-base.ts';

const lastJob = ({ row }: Thing) => objectAt(row, 'last_indexing_job');
const isIndexing = (thing: Thing): boolean =>
  ['BATCH_JOB_PHASE_PENDING', 'BATCH_JOB_PHASE_RUNNING'].includes(textAt(lastJob(thing), 'phase'));

const indexNow: Job = {
  name: 'index',
  label: 'Index now',
  level: 'normal',
  forMany: oneByOne,
  isMain: true,
  keywords: 'refresh update crawl',
  isFor: (thing) => !isIndexing(thing),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Index', operationId: 'genai_create_indexing_job', body: { knowledge_base_uuid: thing.id } }],
    done: () => `${thing.name} is being indexed, which costs tokens.`,
  }),
};

const stop: Job = {
  name: 'stop',
  label: 'Stop indexing…',
  level: 'disruptive',
  isMain: true,
  keywords: 'cancel',
  isFor: isIndexing,
  open: async () => success({ lines: ['What was indexed before stays.'] }),
  plan(_values, { thing }) {
    const uuid = textAt(lastJob(thing), 'uuid');
    return {
      steps: [{ label: 'Stop', operationId: 'genai_cancel_indexing_job', path: { uuid }, body: { uuid } }],
      done: () => `Indexing of ${thing.name} is stopped.`,
    };
  },
};

const addSource: Job = {
  name: 'add-source',
  label: 'Add source…',
  level: 'normal',
  makes: 'genai_list_knowledge_base_data_sources',
  keywords: 'data website bucket spaces crawl file upload document pdf',
  submitLabel: 'Add',
  async open({ ask }) {
    const regions = await readRegions(ask);
    if (!regions.ok) return regions;
    return success({
      lines: ['It is read when the base is next indexed, which costs tokens.'],
      fields: sourceFields(regions.value),
    });
  },
  plan(values, { thing }) {
    const uploads = sourceUploads(values);
    const names = sourceNames(values);
    return {
      steps: [
        ...uploads,
        ...names.map(
          (name, at): Step => ({
            label: uploads.length === 0 ? 'Add source' : `Add ${name}`,
            operationId: 'genai_create_knowledge_base_data_source',
            path: { knowledge_base_uuid: thing.id },
            body: (answers) => ({ knowledge_base_uuid: thing.id, ...sourcesFrom(values, answers)[at] }),
          }),
        ),
      ],
      done: () =>
        names.length === 1
          ? `${names[0]} is a source of ${thing.name}. Index it now to read it.`
          : `${listed(names, 4)} are sources of ${thing.name}. Index it now to read them.`,
    };
  },
};

/** As in cron: Monday is 1. */
const days = [
  option('1', 'Monday'),
  option('2', 'Tuesday'),
  option('3', 'Wednesday'),
  option('4', 'Thursday'),
  option('5', 'Friday'),
  option('6', 'Saturday'),
  option('0', 'Sunday'),
];

const schedule: Job = {
  name: 'schedule',
  label: 'Schedule…',
  level: 'normal',
  keywords: 'index daily weekly regularly',
  submitLabel: 'Schedule',
  open: async () =>
    success({
      lines: ['Each time costs tokens.'],
      fields: [
        choices({ name: 'days', label: 'Days', choices: days, value: ['1'], isRequired: true }),
        text({
          name: 'time',
          label: 'Time (UTC)',
          value: '04:00',
          pattern: { source: '([01][0-9]|2[0-3]):[0-5][0-9]', words: 'a time such as 04:00' },
        }),
      ],
    }),
  plan: ({ days: on, time }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Schedule',
        operationId: 'genai_create_scheduled_indexing',
        body: { knowledge_base_uuid: thing.id, days: several(on).map(Number), time: String(time) },
      },
    ],
    done([answer]) {
      const nextMs = Date.parse(textAt(objectAt(isObject(answer) ? answer : {}, 'indexing_info'), 'next_run_at'));
      const names = listed(
        several(on).map((day) => chosen(fields, 'days', day)),
        7,
      );
      const next = Number.isNaN(nextMs) ? '' : ` Next: ${exactMoment(nextMs)}.`;
      return `${thing.name} is indexed on ${names} at ${time} UTC.${next}`;
    },
  }),
};

const updateOf = ({ id }: Thing): Update => ({ operationId: 'genai_update_knowledge_base', path: { uuid: id } });

const rename: Job = {
  name: 'rename',
  label: 'Rename…',
  level: 'normal',
  keywords: 'name call',
  submitLabel: 'Save',
  open: ({ thing, ask }) =>
    openEdit(ask, updateOf(thing), (base) => ({
      fields: [text({ name: 'name', label: 'Name', value: textAt(base, 'name') })],
    })),
  plan: ({ name }, { thing }, opened) => ({
    steps: [editStep('Rename', updateOf(thing), opened, (base) => ({ ...base, name: String(name) }))],
    done: () => `${thing.name} is now called ${name}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove',
  async open({ thing, ask }) {
    const agents = await ask.list('genai_list_agents');
    const users = (agents.ok ? agents.value : []).filter((agent) =>
      listAt(agent, 'knowledge_bases').some((base) => isObject(base) && textAt(base, 'uuid') === thing.id),
    );
    const names = users.map((agent) => textAt(agent, 'name'));
    const unread = agents.ok ? [] : [`Which agents answer from it could not be read. ${agents.failure.message}`];
    return success({
      lines: [...(names.length === 0 ? [] : [`Agents that no longer answer from it: ${listed(names)}.`]), ...unread],
      goes: [`${thing.name}, with its index`],
      stays: ['The database that holds its index, which keeps costing'],
    });
  },
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'genai_delete_knowledge_base', path: { uuid: thing.id } }],
    done: () => `${thing.name} is being deleted. Its database stays.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const knowledgeBaseJobs: readonly Job[] = [newKnowledgeBase, indexNow, stop, addSource, schedule, rename, remove];
