import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job, Thing } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { baseOf, editStep, openEdit, type Update } from '../../parts/edits.ts';
import { peopleTold } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

/** What an alert is about. Only two kinds compare a number. */
const whens = [
  option('down', 'It is down from one region'),
  option('down_global', 'It is down from everywhere'),
  option('latency', 'It is slow'),
  option('ssl_expiry', 'Its certificate ends soon'),
];
const periods = [
  option('2m', '2 minutes'),
  option('3m', '3 minutes'),
  option('5m', '5 minutes'),
  option('10m', '10 minutes'),
  option('15m', '15 minutes'),
  option('30m', '30 minutes'),
  option('1h', '1 hour'),
];

const address = '[^\\s,@]+@[^\\s,@]+';

/** Whom an alert is sent to by e-mail, as one text. */
export const emailField = (value: readonly string[]): JobField =>
  text({
    name: 'email',
    label: 'E-mail to',
    value: value.join(', '),
    isRequired: false,
    hint: 'Only addresses of the team. Several are parted by commas.',
    pattern: { source: `(?:${address}(?:\\s*,\\s*${address})*)?`, words: 'addresses such as ops@example.com, parted by commas' },
  });

export const emailsIn = (value: unknown): string[] =>
  String(value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The address of the account, to whom most alerts go; nothing if the token may not read it. */
export async function accountEmail(ask: Ask): Promise<string[]> {
  const account = await ask.read('account_get');
  const email = account.ok && isObject(account.value) ? textAt(objectAt(account.value, 'account'), 'email') : '';
  return email === '' ? [] : [email];
}

const thresholdFields = (threshold: number | null, type: string): JobField[] => [
  number({
    name: 'slow',
    label: 'Slower than',
    value: type === 'latency' ? threshold : 1000,
    minimum: 1,
    maximum: 60_000,
    unit: 'ms',
    shownIf: { field: 'type', values: ['latency'] },
  }),
  number({
    name: 'days',
    label: 'Days before it ends',
    value: type === 'ssl_expiry' ? threshold : 14,
    minimum: 1,
    maximum: 365,
    unit: 'days',
    shownIf: { field: 'type', values: ['ssl_expiry'] },
  }),
];

/** An alert that compares a number says which, and in which direction. */
function thresholdFrom({ type, slow, days }: JobValues): JsonObject {
  if (type === 'latency') return { threshold: Number(slow), comparison: 'greater_than' };
  return type === 'ssl_expiry' ? { threshold: Number(days), comparison: 'less_than' } : {};
}

export const addAlert: Job = {
  name: 'tell-me',
  label: 'Tell me when…',
  level: 'normal',
  makes: 'uptime_list_alerts',
  keywords: 'new create alert notify email',
  submitLabel: 'Add alert',
  async open({ thing, ask }) {
    const fields = [
      choice({ name: 'type', label: 'When', choices: whens, value: 'down_global' }),
      ...thresholdFields(null, ''),
      choice({ name: 'period', label: 'For at least', choices: periods, value: '2m' }),
      text({ name: 'name', label: 'Name', value: `${thing.ownName} alert` }),
      emailField(await accountEmail(ask)),
    ];
    return success({ fields });
  },
  wrong: ({ email }) => (emailsIn(email).length === 0 ? 'Nobody would be told: fill in an e-mail address.' : null),
  plan(values, { thing }, { fields }) {
    const { name, type, period } = values;
    const email = emailsIn(values.email);
    const body = {
      name: String(name),
      type: String(type),
      ...thresholdFrom(values),
      notifications: { email, slack: [] },
      period: String(period),
    };
    return {
      steps: [{ label: 'Add alert', operationId: 'uptime_create_alert', path: { check_id: thing.id }, body }],
      done: () => `${listed(email)} is told when this holds for ${thing.name}: ${chosen(fields, 'type', type).toLowerCase()}.`,
    };
  },
};

const pathOf = (thing: Thing) => ({ check_id: thing.parent.check_id ?? '', alert_id: thing.id });
const updateOf = (thing: Thing): Update => ({ operationId: 'uptime_update_alert', path: pathOf(thing) });

const edit: Job = {
  name: 'edit',
  label: 'Edit…',
  level: 'normal',
  isMain: true,
  keywords: 'change threshold email',
  submitLabel: 'Save',
  open: ({ thing, ask }) =>
    openEdit(ask, updateOf(thing), (base) => {
      const threshold = typeof base.threshold === 'number' ? base.threshold : null;
      return {
        fields: [
          choice({ name: 'type', label: 'When', choices: whens, value: textAt(base, 'type') }),
          ...thresholdFields(threshold, textAt(base, 'type')),
          choice({ name: 'period', label: 'For at least', choices: periods, value: textAt(base, 'period') }),
          text({ name: 'name', label: 'Name', value: textAt(base, 'name') }),
          emailField(listAt(objectAt(base, 'notifications'), 'email').map(String)),
        ],
      };
    }),
  weigh: ({ email }, opened) =>
    peopleTold(listAt(objectAt(baseOf(opened), 'notifications'), 'email').map(String), emailsIn(email)),
  plan: (values, { thing }, opened) => ({
    steps: [
      editStep('Save', updateOf(thing), opened, (base) => ({
        ...base,
        name: String(values.name),
        type: String(values.type),
        ...thresholdFrom(values),
        period: String(values.period),
        notifications: { ...objectAt(base, 'notifications'), email: emailsIn(values.email) },
      })),
    ],
    done: () => `Alert ${values.name} is saved.`,
  }),
};

/** The alert that was read, as it is made. */
export const sameAlert = (row: JsonObject): JsonObject =>
  partsOf(row, ['name', 'type', 'threshold', 'comparison', 'notifications', 'period']);

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'disruptive',
  forMany: sentUnread,
  keywords: 'remove',
  open: async () => success({ lines: ['Nobody is told of this any more.'] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'uptime_delete_alert', path: pathOf(thing) }],
    done: () => `Alert ${thing.name} is deleted.`,
    again: {
      steps: [
        {
          label: 'Make it again',
          operationId: 'uptime_create_alert',
          path: { check_id: pathOf(thing).check_id },
          body: sameAlert(thing.row),
        },
      ],
      done: () => `Alert ${thing.name} is there again.`,
    },
  }),
};

export const uptimeAlertJobs: readonly Job[] = [edit, remove];
