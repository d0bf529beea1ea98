import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Plan, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';

/** The secret of a key in an answer. It is told once. */
const secretIn =
  (name: string): NonNullable<Plan['secret']> =>
  ([answer]) => {
    const key = objectAt(isObject(answer) ? answer : {}, 'api_key_info');
    return { label: `Secret of ${name}`, value: textAt(key, 'secret_key') };
  };

export const newKey: Job = {
  name: 'new-key',
  label: 'New key…',
  level: 'normal',
  makes: 'genai_list_agent_api_keys',
  isMain: true,
  keywords: 'api key secret create',
  submitLabel: 'Make key',
  open: async ({ nowMs }) =>
    success({
      lines: ['Its secret is shown once, right after it is made.'],
      fields: [text({ name: 'name', label: 'Name', value: datedName('key', nowMs) })],
    }),
  plan: ({ name }, { thing }) => ({
    steps: [
      {
        label: 'Make key',
        operationId: 'genai_create_agent_api_key',
        path: { agent_uuid: thing.id },
        body: { name: String(name) },
      },
    ],
    done: () => `Key ${name} may ask ${thing.name}.`,
    secret: secretIn(String(name)),
  }),
};

const keyPath = (thing: Thing) => ({ agent_uuid: thing.parent.agent_uuid ?? '', api_key_uuid: thing.id });

export const agentKeyJobs: readonly Job[] = [
  {
    name: 'renew',
    label: 'Renew…',
    level: 'disruptive',
    isMain: true,
    keywords: 'regenerate rotate secret',
    open: async () => success({ lines: ['The old secret stops at once. The new one is shown once.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Renew', operationId: 'genai_regenerate_agent_api_key', path: keyPath(thing) }],
      done: () => `Key ${thing.name} has a new secret.`,
      secret: secretIn(thing.name),
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove revoke',
    open: async () => success({ lines: ['What asks with it is refused from then on.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'genai_delete_agent_api_key', path: keyPath(thing) }],
      done: () => `Key ${thing.name} is deleted.`,
    }),
  },
];
