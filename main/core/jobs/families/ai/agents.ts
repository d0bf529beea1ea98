import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { shortDay } from '../../../../../preload/contract/time-words.ts';
import { choice, chosen, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { newKey } from './agent-keys.ts';
import { modelChoices, readAgentModels } from './ai-choices.ts';
import { askAgent } from './asking.ts';
import { newAgent } from './new-agent.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'genai_update_agent', path: { uuid: thing.id } });
const basesOf = ({ row }: Thing) => listAt(row, 'knowledge_bases').filter(isObject);
const byName = (rows: readonly Record<string, Json>[]) => rows.map((row) => option(textAt(row, 'uuid'), textAt(row, 'name')));

const instructions: Job = {
  name: 'instructions',
  label: 'Change instructions…',
  level: 'disruptive',
  keywords: 'prompt system edit',
  submitLabel: 'Change',
  open: ({ thing, ask }) =>
    openEdit(ask, updateOf(thing), (base) => ({
      lines: ['Its answers change from the next question on.'],
      fields: [text({ name: 'instruction', label: 'Instructions', value: textAt(base, 'instruction'), isLong: true })],
    })),
  plan: ({ instruction }, { thing }, opened) => ({
    steps: [editStep('Change', updateOf(thing), opened, (base) => ({ ...base, instruction: String(instruction) }))],
    done: () => `${thing.name} follows its new instructions from the next question on.`,
  }),
};

const changeModel: Job = {
  name: 'model',
  label: 'Change model…',
  level: 'disruptive',
  keywords: 'llm switch',
  submitLabel: 'Change',
  async open({ thing, ask }) {
    const models = await readAgentModels(ask);
    if (!models.ok) return models;
    return openEdit(ask, updateOf(thing), (base) => ({
      lines: ['Its answers change from the next question on, and what they cost.'],
      fields: [
        choice({
          name: 'model',
          label: 'Model',
          choices: modelChoices(models.value.filter((model) => textAt(model, 'uuid') !== base.model_uuid)),
        }),
      ],
    }));
  },
  plan: ({ model }, { thing }, opened) => ({
    steps: [editStep('Change', updateOf(thing), opened, (base) => ({ ...base, model_uuid: String(model) }))],
    done: () => `${thing.name} answers with ${chosen(opened.fields, 'model', model)} from the next question on.`,
  }),
};

const visibilities = [
  option('VISIBILITY_PRIVATE', 'Who has a key of it'),
  option('VISIBILITY_PUBLIC', 'Anyone who has its address'),
];

const whoMay: Job = {
  name: 'who-may',
  label: 'Who may use it…',
  level: 'disruptive',
  keywords: 'visibility public private access',
  submitLabel: 'Change',
  async open({ thing }) {
    const now = textAt(objectAt(thing.row, 'deployment'), 'visibility');
    const choices = visibilities.filter(({ value }) => value !== now);
    return success({
      lines: ['What everyone asks of a public agent is on your bill.'],
      fields: [choice({ name: 'visibility', label: 'From now on', choices })],
    });
  },
  plan: ({ visibility }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Change',
        operationId: 'genai_update_agent_deployment_visibility',
        path: { uuid: thing.id },
        body: { uuid: thing.id, visibility: String(visibility) },
      },
    ],
    done: () => `May use ${thing.name}: ${chosen(fields, 'visibility', visibility).toLowerCase()}.`,
  }),
};

const addKnowledge: Job = {
  name: 'add-knowledge',
  label: 'Add knowledge…',
  level: 'normal',
  keywords: 'knowledge base attach',
  submitLabel: 'Add',
  async open({ thing, ask }) {
    const bases = await ask.list('genai_list_knowledge_bases');
    if (!bases.ok) return bases;
    const has = basesOf(thing).map((base) => textAt(base, 'uuid'));
    const choices = byName(bases.value.filter((base) => !has.includes(textAt(base, 'uuid'))));
    const hint = choices.length === 0 ? 'There is no other knowledge base.' : null;
    return success({ fields: [choice({ name: 'base', label: 'Knowledge base', choices, hint })] });
  },
  plan: ({ base }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Add',
        operationId: 'genai_attach_knowledge_base',
        path: { agent_uuid: thing.id, knowledge_base_uuid: String(base) },
      },
    ],
    done: () => `${thing.name} answers from ${chosen(fields, 'base', base)} too.`,
  }),
};

const takeKnowledge: Job = {
  name: 'take-knowledge',
  label: 'Take knowledge away…',
  level: 'disruptive',
  keywords: 'knowledge base detach remove',
  submitLabel: 'Take away',
  isFor: (thing) => basesOf(thing).length > 0,
  open: async ({ thing }) =>
    success({
      lines: ['It no longer answers from it.'],
      fields: [choice({ name: 'base', label: 'Knowledge base', choices: byName(basesOf(thing)) })],
    }),
  plan: ({ base }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Take away',
        operationId: 'genai_detach_knowledge_base',
        path: { agent_uuid: thing.id, knowledge_base_uuid: String(base) },
      },
    ],
    done: () => `${thing.name} no longer answers from ${chosen(fields, 'base', base)}.`,
  }),
};

const goBack: Job = {
  name: 'go-back',
  label: 'Back to a version…',
  level: 'disruptive',
  keywords: 'rollback version undo',
  submitLabel: 'Go back',
  async open({ thing, ask, nowMs }) {
    const versions = await ask.list('genai_list_agent_versions', { uuid: thing.id });
    if (!versions.ok) return versions;
    const former = versions.value.filter((version) => version.can_rollback !== false && version.currently_applied !== true);
    if (former.length === 0) return failed({ kind: 'conflict', message: `${thing.name} has no version to go back to.` });
    const choices = former.map((version) =>
      option(
        textAt(version, 'version_hash'),
        shortDay(Date.parse(textAt(version, 'created_at')), nowMs),
        textAt(version, 'instruction').slice(0, 80) || null,
      ),
    );
    const fields = [choice({ name: 'version', label: 'Version of', choices, value: choices[0]?.value ?? null })];
    return success({ lines: ['Instructions and model become those of that day.'], fields });
  },
  plan: ({ version }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Go back',
        operationId: 'genai_rollback_to_agent_version',
        path: { uuid: thing.id },
        body: { uuid: thing.id, version_hash: String(version) },
      },
    ],
    done: () => `${thing.name} goes back to its version of ${chosen(fields, 'version', version)}.`,
  }),
};

/** A version as a row of its own list. */
export const agentVersionJobs: readonly Job[] = [
  {
    name: 'go-back',
    label: 'Back to this…',
    level: 'disruptive',
    isMain: true,
    keywords: 'rollback version undo',
    submitLabel: 'Go back',
    off: ({ row }) =>
      row.currently_applied === true
        ? 'It is the one that answers now.'
        : row.can_rollback === false
          ? 'DigitalOcean no longer goes back to it.'
          : null,
    open: () => success({ lines: ['Instructions and model become those of that day.'] }),
    plan: (_values, { thing: { id, name, parent } }) => ({
      steps: [
        {
          label: 'Go back',
          operationId: 'genai_rollback_to_agent_version',
          path: { uuid: parent.uuid ?? '' },
          body: { uuid: parent.uuid ?? '', version_hash: id },
        },
      ],
      done: () => `The agent goes back to its ${name}.`,
    }),
  },
];

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove',
  open: async ({ thing }) =>
    success({ goes: [`${thing.name}, its keys and its address`], stays: ['Its knowledge bases, which keep costing'] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'genai_delete_agent', path: { uuid: thing.id } }],
    done: () => `${thing.name} is being deleted.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const agentJobs: readonly Job[] = [
  newAgent,
  askAgent,
  newKey,
  instructions,
  changeModel,
  whoMay,
  addKnowledge,
  takeKnowledge,
  goBack,
  remove,
];
