import { sumOfPrices, timesOf } from '../../../../../preload/contract/amounts.ts';
import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { clock } from '../../../../../preload/contract/time-words.ts';
import { money } from '../../../words/numbers.ts';
import { choice, option } from '../../fields.ts';
import { oneByOne } from '../../for-many.ts';
import type { Ask, Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { act, off, onDroplet } from './droplet.ts';
import { question } from './power.ts';

const hasBackups = ({ row }: Thing): boolean => listAt(row, 'features').includes('backups');

const dayNames: Readonly<Record<string, string>> = {
  SUN: 'Sunday',
  MON: 'Monday',
  TUE: 'Tuesday',
  WED: 'Wednesday',
  THU: 'Thursday',
  FRI: 'Friday',
  SAT: 'Saturday',
};
const days = Object.keys(dayNames);
/** Used if the API does not tell which it offers. */
const usualHours = [0, 4, 8, 12, 16, 20];

/** What backups cost, as a share of the droplet's price (a third party's page: DigitalOcean's API does not tell). */
const shares = { weekly: 0.2, daily: 0.3 } as const;

const utc = (hour: number): string => `${String(hour).padStart(2, '0')}:00 UTC`;
const here = (hour: number, nowMs: number): string => `${clock(new Date(nowMs).setUTCHours(hour, 0, 0, 0))} here`;

async function hoursOffered(ask: Ask): Promise<number[]> {
  const read = await ask.read('droplets_list_supported_backup_policies');
  const policies = read.ok && isObject(read.value) ? listAt(read.value, 'supported_policies') : [];
  const hours = policies.filter(isObject).flatMap((one) => listAt(one, 'possible_window_starts').map(Number));
  return hours.length === 0 ? usualHours : [...new Set(hours)].sort((one, next) => one - next);
}

function fieldsFor(hours: readonly number[], policy: JsonObject, priceUsd: number | string | null, nowMs: number): JobField[] {
  const cost = (share: number) => (priceUsd === null ? null : `about ${money(timesOf(priceUsd, share))} a month`);
  const hour = Number(policy.hour);
  return [
    choice({
      name: 'plan',
      label: 'How often',
      choices: [
        option('weekly', 'Once a week, kept for 4 weeks', cost(shares.weekly)),
        option('daily', 'Every day, kept for 7 days', cost(shares.daily)),
      ],
      value: textAt(policy, 'plan') || 'weekly',
    }),
    choice({
      name: 'weekday',
      label: 'On',
      choices: days.map((day) => option(day, dayNames[day] ?? day)),
      value: textAt(policy, 'weekday') || 'SUN',
      shownIf: { field: 'plan', values: ['weekly'] },
    }),
    choice({
      name: 'hour',
      label: 'In the 4 hours from',
      choices: hours.map((one) => option(String(one), utc(one), here(one, nowMs))),
      value: hours.includes(hour) ? String(hour) : String(hours[0] ?? 0),
    }),
  ];
}

const policyFrom = ({ plan, weekday, hour }: JobValues): Record<string, string | number> =>
  plan === 'weekly' ? { plan: 'weekly', weekday: String(weekday), hour: Number(hour) } : { plan: 'daily', hour: Number(hour) };

const inWords = ({ plan, weekday, hour }: JobValues): string =>
  `${plan === 'weekly' ? `every ${dayNames[String(weekday)] ?? weekday}` : 'every day'} from ${utc(Number(hour))}`;

const turnOn: Job = {
  name: 'backups-on',
  label: 'Turn backups on…',
  level: 'normal',
  keywords: 'backup policy daily weekly enable',
  submitLabel: 'Turn on',
  isFor: (thing) => !hasBackups(thing),
  forMany: {
    ...oneByOne,
    otherwise: 'It has backups.',
    // The costs are those of one team's droplets.
    isOfOneTeam: true,
    async open({ ask, things, droplets, nowMs }) {
      const priceUsd = sumOfPrices(things.map(({ id }) => droplets.get(Number(id))?.priceMonthlyUsd));
      return success({ fields: fieldsFor(await hoursOffered(ask), {}, priceUsd, nowMs) });
    },
  },
  off,
  open: onDroplet(async ({ ask, nowMs }, droplet) =>
    success({ fields: fieldsFor(await hoursOffered(ask), {}, droplet.priceMonthlyUsd, nowMs) }),
  ),
  plan: (values, { thing }) => ({
    steps: [act(thing, 'Turn backups on', { type: 'enable_backups', backup_policy: policyFrom(values) })],
    done: () => `${thing.name} is backed up ${inWords(values)}.`,
  }),
};

const change: Job = {
  name: 'backups-change',
  isEdit: true,
  label: 'Change backups…',
  level: 'normal',
  keywords: 'backup policy daily weekly time',
  submitLabel: 'Change',
  isFor: hasBackups,
  off,
  open: onDroplet(async ({ ask, thing, nowMs }, droplet) => {
    const read = await ask.read('droplets_get_backup_policy', { droplet_id: thing.id });
    if (!read.ok) return read;
    const policy = objectAt(objectAt(isObject(read.value) ? read.value : {}, 'policy'), 'backup_policy');
    return success({ fields: fieldsFor(await hoursOffered(ask), policy, droplet.priceMonthlyUsd, nowMs) });
  }),
  plan: (values, { thing }) => ({
    steps: [act(thing, 'Change backups', { type: 'change_backup_policy', backup_policy: policyFrom(values) })],
    done: () => `${thing.name} is backed up ${inWords(values)} from now on.`,
  }),
};

const turnOff: Job = {
  name: 'backups-off',
  label: 'Turn backups off…',
  level: 'destructive',
  keywords: 'backup disable stop',
  submitLabel: 'Turn off',
  isFor: hasBackups,
  forMany: {
    ...oneByOne,
    otherwise: 'It has no backups.',
    open: (context) => success({ ...question('disable_backups', context), stays: ['The droplets, and their snapshots'] }),
  },
  off,
  open: async ({ thing }) => success({ goes: [`The backups of ${thing.name}`], stays: [`${thing.name} and its snapshots`] }),
  plan: (_values, { thing }) => ({
    steps: [act(thing, 'Turn backups off', { type: 'disable_backups' })],
    done: () => `${thing.name} is no longer backed up.`,
  }),
};

/** https://docs.digitalocean.com/products/backups/ */
export const backupJobs: readonly Job[] = [turnOn, change, turnOff];
