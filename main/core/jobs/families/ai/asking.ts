import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { readStream } from '../../../../../preload/contract/stream-words.ts';
import { text } from '../../fields.ts';
import type { Ask, Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { agentPlace, elsewhere, keyFields, modelPlace, wrongKey } from './other-keys.ts';

const question = text({ name: 'question', label: 'Question', isLong: true });

/** What was said, streamed or as a whole. */
function saidIn([body]: readonly Json[]): string {
  if (typeof body === 'string') return readStream(body).words;
  const [choice] = isObject(body) ? listAt(body, 'choices') : [];
  return isObject(choice) ? textAt(objectAt(choice, 'message'), 'content') : '';
}

const chat = (model: string, asked: unknown) => ({
  model,
  messages: [{ role: 'user', content: String(asked) }],
  stream: true,
});

/** https://docs.digitalocean.com/reference/api/reference/agent-inference/ (2026-11). */
const agentHosts = /\.agents\.do-ai\.run$/;

/** Where an agent answers, if that is an address of DigitalOcean's agents: its key goes nowhere else. */
function addressOf({ row, name }: Thing, { ownServer }: Ask): Outcome<string> {
  const told = textAt(objectAt(row, 'deployment'), 'url') || textAt(row, 'url');
  if (told === '') return failed({ kind: 'conflict', message: `${name} has no address yet.` });
  const url = URL.parse(told);
  const isKnown = url?.protocol === 'https:' && agentHosts.test(url.hostname) && url.username === '' && url.port === '';
  const isOwn = ownServer !== null && url?.origin === URL.parse(ownServer)?.origin;
  if (url !== null && (isKnown || isOwn)) return success(told);
  return failed({
    kind: 'refused',
    message: `${name} is said to answer at ${url?.host ?? told}, which is no address of DigitalOcean's agents.`,
    nextStep: 'Nothing was sent there. Look at the agent in the control panel.',
  });
}

const asks = {
  level: 'normal',
  isAnswered: true,
  submitLabel: 'Ask',
  wrong: wrongKey,
} as const satisfies Partial<Job>;

export const askAgent: Job = {
  ...asks,
  name: 'ask',
  label: 'Ask…',
  isMain: true,
  keywords: 'question chat prompt try',
  off: ({ row }) =>
    textAt(objectAt(row, 'deployment'), 'url') || textAt(row, 'url') ? null : 'It has no address before it was deployed.',
  async open(context) {
    const { ask, thing } = context;
    const address = addressOf(thing, ask);
    if (!address.ok) return address;
    const key = { label: 'Key of the agent', hint: 'Made by “New key…”. The token of your account is never sent to an agent.' };
    return success({
      lines: ['Each question costs tokens.'],
      fields: [...(await keyFields(ask, agentPlace(context), key)), question],
      data: { address: address.value },
    });
  },
  plan(values, context, { data = {} }) {
    const { thing } = context;
    const model = objectAt(thing.row, 'model');
    const called = textAt(model, 'inference_name') || textAt(model, 'id') || textAt(model, 'name');
    return {
      steps: [
        {
          label: 'Ask',
          operationId: 'agentInference_create_chat_completion',
          query: { agent: 'true' },
          body: chat(called, values.question),
          elsewhere: { ...elsewhere(values, agentPlace(context)), address: textAt(data, 'address') },
        },
      ],
      answer: saidIn,
      done: () => `${thing.name} answered.`,
    };
  },
};

export const modelKey = {
  label: 'Model key',
  hint: 'Made in the control panel. The token of your account is never sent to models.',
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Serverless-Inference */
export const servedModelJobs: readonly Job[] = [
  {
    ...asks,
    name: 'try',
    label: 'Try a prompt…',
    isMain: true,
    keywords: 'ask question chat',
    async open(context) {
      const fields = [...(await keyFields(context.ask, modelPlace(context), modelKey)), question];
      return success({ lines: ['Each question costs tokens.'], fields });
    },
    plan: (values, context) => ({
      steps: [
        {
          label: 'Ask',
          operationId: 'inference_create_chat_completion',
          body: chat(context.thing.id, values.question),
          elsewhere: elsewhere(values, modelPlace(context)),
        },
      ],
      answer: saidIn,
      done: () => `${context.thing.name} answered.`,
    }),
  },
  giveKey(),
];

/** Lists of that server can be read only once Buoy has a key for it. */
export function giveKey(): Job {
  return {
    name: 'give-key',
    label: 'Give a model key…',
    level: 'safe',
    isOfList: true,
    submitLabel: 'Use it',
    wrong: wrongKey,
    open: async (context) =>
      success({
        lines: ['These lists are on a server of their own, which asks for this key.'],
        fields: await keyFields(context.ask, modelPlace(context), modelKey),
      }),
    plan: (values, context) => ({
      steps: [{ label: 'Try it', operationId: 'inference_list_models', elsewhere: elsewhere(values, modelPlace(context)) }],
      done: () => `Buoy asks for models and batches of ${context.team} with that key.`,
    }),
  };
}
