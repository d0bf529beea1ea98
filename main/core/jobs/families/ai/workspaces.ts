import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../words/numbers.ts';
import { choices, chosen, option, several, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { baseOf, editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, textAt } from '../../thing.ts';
import { newRouter } from './new-router.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'genai_update_workspace', path: { workspace_uuid: thing.id } });
const agentChoices = (agents: readonly JsonObject[]) =>
  agents.map((agent) => option(textAt(agent, 'uuid'), textAt(agent, 'name')));

/** A name and a description, for workspaces and routers. */
const nameFields = (base: JsonObject) => [
  text({ name: 'name', label: 'Name', value: textAt(base, 'name') }),
  text({ name: 'description', label: 'Description', value: textAt(base, 'description'), isRequired: false }),
];
const named = ({ name, description }: Record<string, unknown>) => ({
  name: String(name),
  description: String(description ?? ''),
});

const make: Job = {
  name: 'new',
  label: 'New workspace…',
  level: 'normal',
  isNew: true,
  keywords: 'create agents group',
  submitLabel: 'Make workspace',
  async open({ ask }) {
    const agents = await ask.list('genai_list_agents');
    if (!agents.ok) return agents;
    return success({
      fields: [...nameFields({}), choices({ name: 'agents', label: 'Agents', choices: agentChoices(agents.value) })],
    });
  },
  plan: (values) => ({
    steps: [
      {
        label: 'Make workspace',
        operationId: 'genai_create_workspace',
        body: { ...named(values), agent_uuids: several(values.agents) },
      },
    ],
    done: () => `Workspace ${values.name} was made, with ${counted(several(values.agents).length, 'agent')}.`,
  }),
};

const moveAgents: Job = {
  name: 'move-agents',
  label: 'Move agents here…',
  level: 'normal',
  isMain: true,
  keywords: 'add agent assign',
  submitLabel: 'Move',
  async open({ thing, ask }) {
    const agents = await ask.list('genai_list_agents');
    if (!agents.ok) return agents;
    const here = listAt(thing.row, 'agents')
      .filter(isObject)
      .map((agent) => textAt(agent, 'uuid'));
    const others = agents.value.filter((agent) => !here.includes(textAt(agent, 'uuid')));
    const hint = others.length === 0 ? 'All agents are here.' : null;
    return success({
      fields: [choices({ name: 'agents', label: 'Agents', choices: agentChoices(others), isRequired: true, hint })],
    });
  },
  plan: ({ agents }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Move',
        operationId: 'genai_update_agents_workspace',
        path: { workspace_uuid: thing.id },
        body: { workspace_uuid: thing.id, agent_uuids: several(agents) },
      },
    ],
    done: () =>
      `Now in ${thing.name}: ${several(agents)
        .map((id) => chosen(fields, 'agents', id))
        .join(', ')}.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const workspaceJobs: readonly Job[] = [
  make,
  moveAgents,
  {
    name: 'edit',
    label: 'Edit…',
    level: 'normal',
    keywords: 'rename description',
    submitLabel: 'Save',
    open: ({ thing, ask }) => openEdit(ask, updateOf(thing), (base) => ({ fields: nameFields(base) })),
    plan: (values, { thing }, opened) => ({
      steps: [editStep('Save', updateOf(thing), opened, (base) => ({ ...base, ...named(values) }))],
      done: () => `Workspace ${values.name} is saved.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    open: ({ thing }) => success({ goes: [`Workspace ${thing.name}`], stays: ['Its agents'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'genai_delete_workspace', path: { workspace_uuid: thing.id } }],
      done: () => `Workspace ${thing.name} is deleted.`,
    }),
  },
];

const routerOf = (thing: Thing): Update => ({ operationId: 'genai_update_model_router', path: { uuid: thing.id } });

export const modelRouterJobs: readonly Job[] = [
  newRouter,
  {
    name: 'edit',
    label: 'Rename…',
    level: 'normal',
    isMain: true,
    keywords: 'edit description',
    submitLabel: 'Save',
    open: ({ thing, ask }) => openEdit(ask, routerOf(thing), (base) => ({ fields: nameFields(base) })),
    plan: (values, { thing }, opened) => ({
      steps: [editStep('Save', routerOf(thing), opened, (base) => ({ ...base, ...named(values) }))],
      done: () =>
        textAt(baseOf(opened), 'name') === values.name
          ? `The description of ${values.name} is saved.`
          : `It is now called ${values.name}.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    open: ({ thing }) => success({ goes: [`Router ${thing.name}: agents that go by it answer no more`], stays: ['Its models'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'genai_delete_model_router', path: { uuid: thing.id } }],
      done: () => `Router ${thing.name} is deleted.`,
    }),
  },
];
