import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { counted } from '../../../words/numbers.ts';
import { number, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { baseOf, editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { acceleratorWords } from './accelerators.ts';
import { newDedicatedInference } from './new-dedicated-inference.ts';

const path = (thing: Thing) => ({ dedicated_inference_id: thing.id });
const updateOf = (thing: Thing): Update => ({ operationId: 'dedicatedInferences_patch', path: path(thing) });

const scalesIn = (base: JsonObject): { field: string; label: string; scale: number }[] =>
  listAt(objectAt(base, 'spec'), 'model_deployments')
    .filter(isObject)
    .flatMap((model, at) =>
      listAt(model, 'accelerators')
        .filter(isObject)
        .map((one, nth) => ({
          field: `scale ${at} ${nth}`,
          label: `${acceleratorWords(textAt(one, 'accelerator_slug'))} for ${textAt(model, 'model_slug')}`,
          scale: Number(textAt(one, 'scale')) || 1,
        })),
    );

/** The spec with these numbers of accelerators. What a read tells of their state is not sent. */
function scaled(base: JsonObject, values: Record<string, unknown>): JsonObject {
  const spec = objectAt(base, 'spec');
  const models = listAt(spec, 'model_deployments').map((model, at) => {
    if (!isObject(model)) return model;
    const accelerators = listAt(model, 'accelerators').map((one, nth) => {
      if (!isObject(one)) return one;
      const { status: _, ...kept } = one;
      return { ...kept, scale: Number(values[`scale ${at} ${nth}`] ?? one.scale) };
    });
    return { ...model, accelerators };
  });
  return { ...base, spec: { ...spec, model_deployments: models } };
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Dedicated-Inference */
export const dedicatedInferenceJobs: readonly Job[] = [
  newDedicatedInference,
  {
    name: 'new-token',
    label: 'New token…',
    level: 'normal',
    isMain: true,
    makes: 'dedicatedInferences_list_tokens',
    keywords: 'access key secret create',
    submitLabel: 'Make token',
    open: ({ nowMs }) =>
      success({
        lines: ['It is shown once, right after it is made.'],
        fields: [text({ name: 'name', label: 'Name', value: datedName('token', nowMs) })],
      }),
    plan: ({ name }, { thing }) => ({
      steps: [
        {
          label: 'Make token',
          operationId: 'dedicatedInferences_create_tokens',
          path: path(thing),
          body: { name: String(name) },
        },
      ],
      secret: ([answer]) => {
        const value = textAt(objectAt(isObject(answer) ? answer : {}, 'token'), 'value');
        return value === '' ? null : { label: `Token ${name}`, value };
      },
      done: () => `Token ${name} may ask ${thing.name}.`,
    }),
  },
  {
    name: 'scale',
    label: 'Scale…',
    level: 'disruptive',
    isMain: true,
    keywords: 'accelerators gpu more',
    submitLabel: 'Scale',
    open: ({ thing, ask }) =>
      openEdit(ask, updateOf(thing), (base) => ({
        lines: ['Each accelerator is billed by the hour.'],
        fields: scalesIn(base).map(({ field, label, scale }) =>
          number({ name: field, label, value: scale, minimum: 1, maximum: 64, unit: 'times' }),
        ),
      })),
    weigh(values, opened) {
      const fewer = scalesIn(baseOf(opened)).filter(({ field, scale }) => Number(values[field]) < scale);
      return fewer.length === 0
        ? { level: 'normal' }
        : { level: 'disruptive', lines: ['Fewer answer at a time, and those that go end what they work on.'] };
    },
    plan: (values, { thing }, opened) => ({
      steps: [editStep('Scale', updateOf(thing), opened, (base) => scaled(base, values))],
      done: () => `${thing.name} is being scaled: ${counted(scalesIn(baseOf(opened)).length, 'kind')} of accelerators.`,
    }),
  },
  {
    name: 'certificate',
    label: 'Save CA certificate',
    level: 'safe',
    keywords: 'tls ssl download',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read it', operationId: 'dedicatedInferences_get_ca', path: path(thing) }],
      file: ([body]) => ({
        name: `${thing.ownName}-ca.crt`,
        mediaType: 'application/x-pem-file',
        text: textAt(isObject(body) ? body : {}, 'cert'),
      }),
      done: () => `The CA certificate of ${thing.name} is saved.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove destroy',
    open: ({ thing }) => success({ goes: [`${thing.name}, with its addresses and its tokens`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'dedicatedInferences_delete', path: path(thing), named: thing.name }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];

export const inferenceTokenJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove revoke',
    open: ({ thing }) => success({ goes: [`Token ${thing.name}: what asks with it is refused`] }),
    plan: (_values, { thing }) => ({
      steps: [
        { label: 'Delete', operationId: 'dedicatedInferences_delete_tokens', path: { ...thing.parent, token_id: thing.id } },
      ],
      done: () => `Token ${thing.name} is deleted.`,
    }),
  },
];
