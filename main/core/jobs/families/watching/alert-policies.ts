import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { metricWords } from '../../../../../preload/contract/metric-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, choices, number, option, several } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Opened, Thing } from '../../job.ts';
import { baseOf, editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, textAt } from '../../thing.ts';
import { newPolicy, windows } from './new-policy.ts';
import { type DraftPolicy, dropletsOf, looksFor, wouldHaveFired } from './would-have-fired.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'monitoring_update_alertPolicy', path: { alert_uuid: thing.id } });
const metricOf = ({ row }: Thing) => metricWords(textAt(row, 'type'));
const isOnDroplets = ({ row }: Thing): boolean => textAt(row, 'type').startsWith('v1/insights/droplet/');

/** Turns a policy off or on, which asks nothing. */
const turn = (isOn: boolean): Job => ({
  name: isOn ? 'unmute' : 'mute',
  label: isOn ? 'Unmute' : 'Mute',
  level: 'normal',
  forMany: { ...oneByOne, otherwise: isOn ? 'It is not muted.' : 'It is muted already.', open: () => success({}) },
  isMain: true,
  keywords: isOn ? 'enable resume' : 'disable pause silence',
  isFor: ({ row }) => (row.enabled === false) === isOn,
  open: ({ thing, ask }) => openEdit(ask, updateOf(thing), () => ({})),
  plan: (_values, { thing }, opened) => ({
    steps: [editStep(isOn ? 'Unmute' : 'Mute', updateOf(thing), opened, (base) => ({ ...base, enabled: isOn }))],
    done: () => (isOn ? `${thing.name} tells again.` : `${thing.name} is muted: nobody is told meanwhile.`),
  }),
});

/** The policy that was read, with what is typed. */
function asTyped({ value, window }: JobValues, opened: Opened, { droplets }: JobContext): DraftPolicy {
  const base = baseOf(opened);
  const shown = {
    type: textAt(base, 'type'),
    compare: textAt(base, 'compare'),
    window: String(window ?? textAt(base, 'window')),
  };
  return { ...shown, value, droplets: dropletsOf(base, droplets) };
}

const changeLimit: Job = {
  name: 'limit',
  label: 'Change limit…',
  level: 'normal',
  isMain: true,
  keywords: 'threshold value window',
  submitLabel: 'Change limit',
  open: ({ thing, ask }) =>
    openEdit(ask, updateOf(thing), (base) => {
      const { name, unit } = metricOf(thing);
      const isAbove = textAt(base, 'compare') !== 'LessThan';
      const window = textAt(base, 'window');
      return {
        fields: [
          number({
            name: 'value',
            label: `${name} ${isAbove ? 'above' : 'below'}`,
            value: Number(base.value),
            minimum: 0,
            maximum: unit.trim() === '%' ? 100 : 1_000_000_000,
            unit: unit.trim(),
          }),
          choice({
            name: 'window',
            label: 'For',
            choices: windows,
            value: windows.some(({ value }) => value === window) ? window : null,
            isRequired: false,
          }),
        ],
      };
    }),
  looks: (values, opened, context) => looksFor(asTyped(values, opened, context), opened, context),
  weigh: (values, opened, context) => ({ lines: wouldHaveFired(asTyped(values, opened, context), opened) }),
  plan: ({ value, window }, { thing }, opened) => {
    const { name, unit } = metricOf(thing);
    return {
      steps: [
        editStep('Change limit', updateOf(thing), opened, (base) => ({
          ...base,
          value: Number(value),
          ...(window ? { window: String(window) } : {}),
        })),
      ],
      done: () => `${thing.name}: the limit of ${name} went from ${textAt(baseOf(opened), 'value')} to ${value}${unit}.`,
    };
  },
};

const addDroplets: Job = {
  name: 'add-droplets',
  label: 'Add droplets…',
  level: 'normal',
  keywords: 'watch entities',
  submitLabel: 'Add',
  isFor: isOnDroplets,
  open: ({ thing, ask, droplets }) =>
    openEdit(ask, updateOf(thing), (base) => {
      const has = listAt(base, 'entities').map(String);
      const others = [...droplets.values()].filter(({ id }) => !has.includes(String(id)));
      const isForAll = has.length === 0 && listAt(base, 'tags').length === 0;
      return {
        lines: isForAll ? ['Now it is about every droplet of the team. Then it is only about those that you add.'] : [],
        fields: [
          choices({
            name: 'droplets',
            label: 'Droplets',
            choices: others.map((one) => option(String(one.id), one.name, one.regionSlug)),
            isRequired: true,
          }),
        ],
      };
    }),
  plan: ({ droplets }, { thing, droplets: known }, opened) => ({
    steps: [
      editStep('Add', updateOf(thing), opened, (base) => ({
        ...base,
        entities: [...listAt(base, 'entities'), ...several(droplets)],
      })),
    ],
    done: () => `${thing.name} is now about ${listed(several(droplets).map((id) => known.get(Number(id))?.name ?? id))} too.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'disruptive',
  forMany: sentUnread,
  keywords: 'remove',
  async open({ thing, ask, isOneOfMany }) {
    const lines = ['Nobody is told of this any more.'];
    if (isOneOfMany) return success({ lines });
    // A token that may not read all of it may delete it all the same; then nobody can make it again as it was.
    const { operationId, path } = updateOf(thing);
    const base = await ask.base(operationId, path);
    return success({ lines, data: base.ok ? { base: base.value } : {} });
  },
  plan: (_values, { thing }, opened) => ({
    steps: [{ label: 'Delete', operationId: 'monitoring_delete_alertPolicy', path: { alert_uuid: thing.id } }],
    done: () => `${thing.name} is deleted: nobody is told any more.`,
    ...(opened.data?.base === undefined
      ? {}
      : {
          again: {
            steps: [{ label: 'Make it again', operationId: 'monitoring_create_alertPolicy', body: baseOf(opened) }],
            done: () => `${thing.name} is there again.`,
          },
        }),
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Monitoring */
export const alertPolicyJobs: readonly Job[] = [turn(false), turn(true), changeLimit, addDroplets, newPolicy, remove];
