import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { cleanToken } from '../../../../../preload/contract/token-shape.ts';
import { datedName } from '../../../words/job-parts.ts';
import { listed } from '../../../words/numbers.ts';
import { text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { misshapenKey } from './other-keys.ts';

const pathOf = (thing: Thing) => ({ api_key_uuid: thing.id });

const secretIn = (name: string, answer: Json | undefined): { label: string; value: string } | null => {
  const value = textAt(objectAt(isObject(answer) ? answer : {}, 'api_key_info'), 'secret_key');
  return value === '' ? null : { label: `Secret of ${name}`, value };
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const modelKeyJobs: readonly Job[] = [
  {
    name: 'renew',
    label: 'Renew…',
    level: 'disruptive',
    isMain: true,
    keywords: 'regenerate rotate secret',
    open: () => success({ lines: ['The old secret stops at once. The new one is shown once.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Renew', operationId: 'genai_regenerate_model_api_key', path: pathOf(thing) }],
      secret: ([answer]) => secretIn(thing.name, answer),
      done: () => `Key ${thing.name} has a new secret.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove revoke',
    open: ({ thing }) => success({ goes: [`Key ${thing.name}: what asks models with it is refused`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'genai_delete_model_api_key', path: pathOf(thing) }],
      done: () => `Key ${thing.name} is deleted.`,
    }),
  },
];

/** A key of another company, with which agents use its models. */
const ofCompany = (company: string, part: 'openai' | 'anthropic', agentField: string): readonly Job[] => [
  {
    name: 'new',
    label: 'Add key…',
    level: 'normal',
    isNew: true,
    keywords: `new create ${part} secret`,
    submitLabel: 'Add',
    open: ({ nowMs }) =>
      success({
        fields: [
          text({ name: 'name', label: 'Name', value: datedName(part, nowMs) }),
          text({ name: 'key', label: `Key of ${company}`, isSecret: true }),
        ],
      }),
    wrong: misshapenKey,
    plan: ({ name, key }) => ({
      steps: [
        {
          label: 'Add',
          operationId: `genai_create_${part}_api_key`,
          body: { name: String(name), api_key: cleanToken(String(key)) },
        },
      ],
      done: () => `Agents can use models of ${company} with ${name}.`,
    }),
  },
  {
    name: 'replace',
    label: 'Replace the key…',
    level: 'disruptive',
    isMain: true,
    keywords: 'rotate renew secret',
    submitLabel: 'Replace',
    async open({ thing, ask }) {
      const agents = await ask.list('genai_list_agents');
      const users = (agents.ok ? agents.value : []).filter((agent) => textAt(objectAt(agent, agentField), 'uuid') === thing.id);
      const names = users.map((agent) => textAt(agent, 'name'));
      return success({
        lines: names.length === 0 ? [] : [`${listed(names, 6)} go by it from then on.`],
        fields: [text({ name: 'key', label: `New key of ${company}`, isSecret: true })],
      });
    },
    wrong: misshapenKey,
    plan: ({ key }, { thing }) => ({
      steps: [
        {
          label: 'Replace',
          operationId: `genai_update_${part}_api_key`,
          path: pathOf(thing),
          body: { api_key: cleanToken(String(key)), api_key_uuid: thing.id, name: thing.ownName },
        },
      ],
      done: () => `${thing.name} has the new key.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove revoke',
    open: ({ thing }) => success({ goes: [`Key ${thing.name}: agents that go by it answer no more`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: `genai_delete_${part}_api_key`, path: pathOf(thing) }],
      done: () => `Key ${thing.name} is deleted. At ${company} it stays.`,
    }),
  },
];

export const openaiKeyJobs = ofCompany('OpenAI', 'openai', 'openai_api_key');
export const anthropicKeyJobs = ofCompany('Anthropic', 'anthropic', 'anthropic_api_key');

/** A data source of a knowledge base, in the list inside it. */
export const dataSourceJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'disruptive',
    forMany: sentUnread,
    keywords: 'remove source',
    open: () => success({ lines: ['What was read from it is no longer answered from, once the base is indexed again.'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Delete',
          operationId: 'genai_delete_knowledge_base_data_source',
          path: { ...thing.parent, data_source_uuid: thing.id },
        },
      ],
      done: () => `${sourceName(thing)} is no longer a source.`,
    }),
  },
];

const sourceName = ({ row, name }: Thing): string =>
  textAt(objectAt(row, 'web_crawler_data_source'), 'base_url') ||
  textAt(objectAt(row, 'spaces_data_source'), 'bucket_name') ||
  textAt(row, 'bucket_name') ||
  textAt(objectAt(row, 'file_upload_data_source'), 'original_file_name') ||
  name;
