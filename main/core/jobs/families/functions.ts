import { success } from '../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../preload/contract/job.ts';
import { isObject, type Json } from '../../../../preload/contract/json.ts';
import { clock, longDay } from '../../../../preload/contract/time-words.ts';
import { choice, option, text } from '../fields.ts';
import type { Job, Thing } from '../job.ts';
import { objectAt, textAt } from '../thing.ts';

const pathOf = (thing: Thing) => ({ namespace_id: thing.id });
const inNamespace = ({ parent }: Thing) => ({ namespace_id: parent.namespace_id ?? '' });

/** Schedules that most want; the others are typed. */
const usual: readonly (readonly [cron: string, words: string])[] = [
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 * * * *', 'Every hour'],
  ['0 4 * * *', 'Every day at 04:00 UTC'],
  ['0 4 * * 1', 'Every Monday at 04:00 UTC'],
  ['0 4 1 * *', 'On the first of the month at 04:00 UTC'],
];

function scheduleFields(now: string): JobField[] {
  const isUsual = now === '' || usual.some(([cron]) => cron === now);
  return [
    choice({
      name: 'when',
      label: 'When',
      choices: [...usual.map(([cron, words]) => option(cron, words)), option('own', 'Another schedule')],
      value: isUsual ? now || null : 'own',
    }),
    text({
      name: 'cron',
      label: 'Schedule',
      value: isUsual ? '' : now,
      hint: 'Minute, hour, day, month and weekday in UTC, as in cron: 30 6 * * 1-5.',
      pattern: { source: '\\S+(\\s+\\S+){4}', words: 'five parts with spaces between them' },
      shownIf: { field: 'when', values: ['own'] },
    }),
  ];
}

const cronOf = ({ when, cron }: JobValues): string => String(when === 'own' ? cron : when);

/** " It runs next on Friday 27 November, 04:00."; nothing where the answer does not tell. */
function nextRun(body: Json | undefined, nowMs: number): string {
  const runs = isObject(body) ? objectAt(objectAt(body, 'trigger'), 'scheduled_runs') : {};
  const atMs = Date.parse(textAt(runs, 'next_run_at'));
  return Number.isNaN(atMs) ? '' : ` It runs next on ${longDay(atMs, nowMs)}, ${clock(atMs)}.`;
}

const lifetimes = [option('30d', '30 days'), option('90d', '90 days'), option('never', 'Never')];

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Functions */
export const namespaceJobs: readonly Job[] = [
  {
    name: 'copy-address',
    label: 'Copy address',
    level: 'safe',
    isMain: true,
    keywords: 'api host url',
    plan: (_values, { thing }) => ({
      steps: [],
      copy: () => ({ what: `Address of ${thing.name}`, text: textAt(thing.row, 'api_host') }),
      done: () => `The address of ${thing.name} is copied.`,
    }),
  },
  {
    name: 'add-schedule',
    label: 'Add a schedule…',
    level: 'normal',
    isMain: true,
    keywords: 'trigger cron new timer',
    submitLabel: 'Add',
    open: () =>
      Promise.resolve(
        success({
          fields: [
            text({
              name: 'name',
              label: 'Name',
              pattern: { source: '[A-Za-z0-9][A-Za-z0-9_\\-]*', words: 'letters, digits, _ and - only' },
            }),
            text({
              name: 'function',
              label: 'Function',
              hint: 'Its package and its name, such as reports/daily.',
              pattern: { source: '[\\w.\\-]+/[\\w.\\-]+', words: 'a package and a name, such as reports/daily' },
            }),
            ...scheduleFields(''),
          ],
        }),
      ),
    plan: (values, { thing, nowMs }) => ({
      steps: [
        {
          label: 'Add',
          operationId: 'functions_create_trigger',
          path: pathOf(thing),
          body: {
            name: String(values.name),
            function: String(values.function),
            type: 'SCHEDULED',
            is_enabled: true,
            scheduled_details: { cron: cronOf(values) },
          },
        },
      ],
      done: ([body]) => `${values.name} runs ${values.function} of ${thing.name}.${nextRun(body, nowMs)}`,
    }),
  },
  {
    name: 'add-key',
    label: 'Add an access key…',
    level: 'normal',
    keywords: 'new secret token credential',
    submitLabel: 'Add',
    open: () =>
      Promise.resolve(
        success({
          lines: ['Its secret is told only once.'],
          fields: [
            text({ name: 'name', label: 'Name' }),
            choice({ name: 'lifetime', label: 'It ends after', choices: lifetimes, value: '90d' }),
          ],
        }),
      ),
    plan: ({ name, lifetime }, { thing }) => ({
      steps: [
        {
          label: 'Add',
          operationId: 'functionsAccessKey_create',
          path: pathOf(thing),
          body: { name: String(name), ...(lifetime === 'never' ? {} : { expires_in: String(lifetime) }) },
        },
      ],
      secret: ([body]) => {
        const secret = isObject(body) ? textAt(objectAt(body, 'access_key'), 'secret') : '';
        return secret === '' ? null : { label: `Secret of the key ${name}`, value: secret };
      },
      done: () => `The key ${name} can call the functions of ${thing.name}.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    keywords: 'remove destroy',
    open: ({ thing }) => Promise.resolve(success({ goes: [`${thing.name}, with its functions, schedules and keys`] })),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'functions_delete_namespace', path: pathOf(thing) }],
      done: () => `The namespace ${thing.name} is deleted.`,
    }),
  },
];

const isOn = ({ row }: Thing): boolean => row.is_enabled === true;
const triggerPath = (thing: Thing) => ({ ...inNamespace(thing), trigger_name: thing.id });

const turn = (isToRun: boolean): Job => ({
  name: isToRun ? 'resume' : 'pause',
  label: isToRun ? 'Resume' : 'Pause',
  level: 'normal',
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
    keywords: 'remove',
    open: ({ thing }) => Promise.resolve(success({ lines: [`${textAt(thing.row, 'function')} no longer runs by itself.`] })),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'functions_delete_trigger', path: triggerPath(thing) }],
      done: () => `The schedule ${thing.name} is deleted.`,
    }),
  },
];

const keyPath = (thing: Thing) => ({ ...inNamespace(thing), key_id: thing.id });

export const functionKeyJobs: readonly Job[] = [
  {
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    isMain: true,
    open: ({ thing }) => Promise.resolve(success({ fields: [text({ name: 'name', label: 'Name', value: thing.name })] })),
    plan: ({ name }, { thing }) => ({
      steps: [{ label: 'Rename', operationId: 'functionsAccessKey_update', path: keyPath(thing), body: { name: String(name) } }],
      done: () => `${thing.name} is called ${name} now.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    keywords: 'remove revoke',
    open: ({ thing }) => Promise.resolve(success({ goes: [`Key ${thing.name}: what calls functions with it stops`] })),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'functionsAccessKey_delete', path: keyPath(thing) }],
      done: () => `The key ${thing.name} is deleted.`,
    }),
  },
];
