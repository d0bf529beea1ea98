import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../words/numbers.ts';
import { worldRegion } from '../../../words/regions.ts';
import { choice, choices, option, several, text } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Again, Job, Thing } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { addAlert, sameAlert } from './uptime-alerts.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'uptime_update_check', path: { check_id: thing.id } });

const regions = ['us_east', 'us_west', 'eu_west', 'se_asia'].map((region) => option(region, worldRegion(region)));

const kinds = [option('https', 'HTTPS'), option('http', 'HTTP'), option('ping', 'Ping')];

function fieldsFor(check: JsonObject): JobField[] {
  return [
    text({ name: 'name', label: 'Name', value: textAt(check, 'name') }),
    choice({ name: 'type', label: 'Kind', choices: kinds, value: textAt(check, 'type') || 'https' }),
    text({
      name: 'target',
      label: 'Address',
      value: textAt(check, 'target'),
      hint: 'For a ping: a host name or an IP address.',
      pattern: { source: '\\S+', words: 'an address without spaces, such as https://example.com' },
    }),
    choices({
      name: 'regions',
      label: 'Asked from',
      choices: regions,
      value: listAt(check, 'regions').map(String),
      isRequired: true,
    }),
  ];
}

/** Turns a check off or on, which asks nothing. */
const turn = (isOn: boolean): Job => ({
  name: isOn ? 'resume' : 'pause',
  label: isOn ? 'Resume' : 'Pause',
  level: 'normal',
  forMany: { ...oneByOne, otherwise: isOn ? 'It is not paused.' : 'It is paused already.', open: () => success({}) },
  isMain: true,
  keywords: isOn ? 'enable start unmute' : 'disable stop mute silence',
  isFor: ({ row }) => (row.enabled === false) === isOn,
  open: ({ thing, ask }) => openEdit(ask, updateOf(thing), () => ({})),
  plan: (_values, { thing }, opened) => ({
    steps: [editStep(isOn ? 'Resume' : 'Pause', updateOf(thing), opened, (base) => ({ ...base, enabled: isOn }))],
    done: () =>
      isOn ? `The check of ${thing.name} runs again.` : `The check of ${thing.name} is paused: nobody is told meanwhile.`,
  }),
});

const edit: Job = {
  name: 'edit',
  label: 'Edit…',
  level: 'normal',
  keywords: 'change target regions name',
  submitLabel: 'Save',
  open: ({ thing, ask }) => openEdit(ask, updateOf(thing), (base) => ({ fields: fieldsFor(base) })),
  plan: ({ name, type, target, regions: from }, { thing }, opened) => ({
    steps: [
      editStep('Save', updateOf(thing), opened, (base) => ({
        ...base,
        name: String(name),
        type: String(type),
        target: String(target),
        regions: several(from),
      })),
    ],
    done: () => `The check of ${name} is saved: it asks ${target} from ${counted(several(from).length, 'region')}.`,
  }),
};

const make: Job = {
  name: 'new',
  label: 'New check…',
  level: 'normal',
  isNew: true,
  keywords: 'create watch',
  submitLabel: 'Make check',
  open: async () => success({ fields: fieldsFor({ regions: regions.map(({ value }) => value) }) }),
  plan: ({ name, type, target, regions: from }) => ({
    steps: [
      {
        label: 'Make check',
        operationId: 'uptime_create_check',
        body: { name: String(name), type: String(type), target: String(target), regions: several(from), enabled: true },
      },
    ],
    done: () => `${target} is watched from ${counted(several(from).length, 'region')}. Nobody is told yet: add an alert to it.`,
  }),
};

const madeIn = (answer: Json | undefined): string => textAt(objectAt(isObject(answer) ? answer : {}, 'check'), 'id');

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove',
  async open({ thing, ask, isOneOfMany }) {
    const goes = [`The check of ${thing.name}`, 'Its alerts and what it measured'];
    if (isOneOfMany) return success({ goes });
    const alerts = await ask.list('uptime_list_alerts', { check_id: thing.id });
    return alerts.ok ? success({ goes, data: { alerts: alerts.value.map(sameAlert) } }) : alerts;
  },
  plan: (_values, { thing }, { data = {} }) => ({
    steps: [{ label: 'Delete', operationId: 'uptime_delete_check', path: { check_id: thing.id } }],
    done: () => `The check of ${thing.name} is deleted: nobody is told any more.`,
    ...(data.alerts === undefined ? {} : { again: madeAgain(thing, listAt(data, 'alerts').filter(isObject)) }),
  }),
};

const madeAgain = (thing: Thing, alerts: readonly JsonObject[]): Again => ({
  steps: [
    {
      label: 'Make it again',
      operationId: 'uptime_create_check',
      body: partsOf(thing.row, ['name', 'type', 'target', 'regions', 'enabled']),
    },
    ...alerts.map((alert) => ({
      label: `Make its alert ${textAt(alert, 'name')} again`,
      operationId: 'uptime_create_alert',
      path: ([answer]: readonly Json[]) => ({ check_id: madeIn(answer) }),
      body: alert,
    })),
  ],
  done: () => `The check of ${thing.name} is there again, with its alerts, and measures anew.`,
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Uptime */
export const uptimeCheckJobs: readonly Job[] = [turn(false), turn(true), addAlert, edit, make, remove];
