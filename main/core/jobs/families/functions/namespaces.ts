import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';
import { objectAt, textAt } from '../../thing.ts';
import { cronOf, nextRun, scheduleFields, weighSchedule } from './schedule.ts';

const pathOf = (thing: Thing) => ({ namespace_id: thing.id });

const lifetimes = [option('30d', '30 days'), option('90d', '90 days'), option('never', 'Never')];

const newNamespace: Job = {
  name: 'new',
  label: 'New namespace…',
  level: 'normal',
  isNew: true,
  keywords: 'create functions serverless',
  submitLabel: 'Make namespace',
  async open(context) {
    const region = await regionField(context);
    return region.ok ? success({ fields: [text({ name: 'label', label: 'Name' }), region.value] }) : region;
  },
  plan: ({ label, region }, _context, { fields }) => ({
    steps: [
      {
        label: 'Make namespace',
        operationId: 'functions_create_namespace',
        body: { region: String(region), label: String(label) },
      },
    ],
    done: () => `Namespace ${label} was made in ${chosen(fields, 'region', region)}.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Functions */
export const namespaceJobs: readonly Job[] = [
  newNamespace,
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
    makes: 'functions_list_triggers',
    isMain: true,
    keywords: 'trigger cron new timer',
    submitLabel: 'Add',
    open: ({ nowMs }) =>
      success({
        fields: [
          text({
            name: 'name',
            label: 'Name',
            value: datedName('trigger', nowMs),
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
    weigh: (values, _opened, { nowMs }) => weighSchedule(values, nowMs),
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
    makes: 'functionsAccessKey_list',
    keywords: 'new secret token credential',
    submitLabel: 'Add',
    open: ({ nowMs }) =>
      success({
        lines: ['Its secret is told only once.'],
        fields: [
          text({ name: 'name', label: 'Name', value: datedName('key', nowMs) }),
          choice({ name: 'lifetime', label: 'It ends after', choices: lifetimes, value: '90d' }),
        ],
      }),
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
    forMany: sentUnread,
    keywords: 'remove destroy',
    open: ({ thing }) => success({ goes: [`${thing.name}, with its functions, schedules and keys`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'functions_delete_namespace', path: pathOf(thing) }],
      done: () => `The namespace ${thing.name} is deleted.`,
    }),
  },
];
