import { success } from '../../../../../preload/contract/failure.ts';
import { text } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { objectAt, textAt } from '../../thing.ts';
import { cronOf, nextRun, scheduleFields, weighSchedule } from './schedule.ts';

const inNamespace = ({ parent }: Thing) => ({ namespace_id: parent.namespace_id ?? '' });
const isOn = ({ row }: Thing): boolean => row.is_enabled === true;
const triggerPath = (thing: Thing) => ({ ...inNamespace(thing), trigger_name: thing.id });

const turn = (isToRun: boolean): Job => ({
  name: isToRun ? 'resume' : 'pause',
  label: isToRun ? 'Resume' : 'Pause',
  level: 'normal',
  forMany: { ...oneByOne, otherwise: isToRun ? 'It is not paused.' : 'It is paused already.', open: () => success({}) },
  isMain: true,
  keywords: isToRun ? 'enable on start' : 'disable off stop',
  isFor: (thing) => isOn(thing) !== isToRun,
  async open({ thing, ask }) {
    const base = await ask.base('functions_update_trigger', triggerPath(thing));
    return base.ok ? success({ data: { base: base.value } }) : base;
  },
  plan: (_values, { thing, nowMs }, { data = {} }) => ({
    steps: [
      {
        label: isToRun ? 'Resume' : 'Pause',
        operationId: 'functions_update_trigger',
        path: triggerPath(thing),
        edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, is_enabled: isToRun }) },
      },
    ],
    done: ([body]) =>
      isToRun ? `${thing.name} runs again.${nextRun(body, nowMs)}` : `${thing.name} runs no more until you resume it.`,
  }),
});

export const triggerJobs: readonly Job[] = [
  turn(false),
  turn(true),
  {
    name: 'change',
    label: 'Change the schedule…',
    level: 'normal',
    keywords: 'cron time when',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('functions_update_trigger', triggerPath(thing));
      if (!base.ok) return base;
      return success({
        fields: scheduleFields(textAt(objectAt(base.value, 'scheduled_details'), 'cron')),
        data: { base: base.value },
      });
    },
    weigh: (values, _opened, { nowMs }) => weighSchedule(values, nowMs),
    plan: (values, { thing, nowMs }, { data = {} }) => ({
      steps: [
        {
          label: 'Save',
          operationId: 'functions_update_trigger',
          path: triggerPath(thing),
          edit: {
            opened: objectAt(data, 'base'),
            change: (base) => ({ ...base, scheduled_details: { ...objectAt(base, 'scheduled_details'), cron: cronOf(values) } }),
          },
        },
      ],
      done: ([body]) => `The schedule of ${thing.name} is changed.${nextRun(body, nowMs)}`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'disruptive',
    forMany: sentUnread,
    keywords: 'remove',
    open: ({ thing }) => success({ lines: [`${textAt(thing.row, 'function')} no longer runs by itself.`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'functions_delete_trigger', path: triggerPath(thing) }],
      done: () => `The schedule ${thing.name} is deleted.`,
      again: {
        steps: [
          {
            label: 'Make it again',
            operationId: 'functions_create_trigger',
            path: inNamespace(thing),
            body: partsOf(thing.row, ['name', 'function', 'type', 'is_enabled', 'scheduled_details']),
          },
        ],
        done: () => `The schedule ${thing.name} is there again.`,
      },
    }),
  },
];

const keyPath = (thing: Thing) => ({ ...inNamespace(thing), key_id: thing.id });

export const functionKeyJobs: readonly Job[] = [
  {
    name: 'rename',
    isEdit: true,
    label: 'Rename…',
    level: 'normal',
    isMain: true,
    open: ({ thing }) => success({ fields: [text({ name: 'name', label: 'Name', value: thing.ownName })] }),
    plan: ({ name }, { thing }) => ({
      steps: [{ label: 'Rename', operationId: 'functionsAccessKey_update', path: keyPath(thing), body: { name: String(name) } }],
      done: () => `${thing.name} is called ${name} now.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove revoke',
    open: ({ thing }) => success({ goes: [`Key ${thing.name}: what calls functions with it stops`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'functionsAccessKey_delete', path: keyPath(thing) }],
      done: () => `The key ${thing.name} is deleted.`,
    }),
  },
];
