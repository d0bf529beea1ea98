import { timesOf } from '../../../../preload/contract/amounts.ts';
import { success } from '../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../preload/contract/json.ts';
import { counted, money } from '../../words/numbers.ts';
import { editStep, openEdit, type Update } from '../edits.ts';
import { number } from '../fields.ts';
import { sentUnread } from '../for-many.ts';
import type { Ask, Job, Thing, Weight } from '../job.ts';
import { priceOf } from '../sizes.ts';
import { objectAt, textAt } from '../thing.ts';
import { changeTemplate } from './autoscale-template.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'autoscalepools_update', path: { autoscale_pool_id: thing.id } });
const configOf = (row: JsonObject): JsonObject => objectAt(row, 'config');
const isFixed = ({ row }: Thing): boolean => 'target_number_instances' in configOf(row);
const numberAt = (row: JsonObject, field: string): number | null => {
  const value = row[field];
  return typeof value === 'number' ? value : null;
};
const now = ({ row }: Thing): string => counted(numberAt(row, 'active_resources_count') ?? 0, 'droplet');

/** The API has a share of one where people have a percentage. */
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));

const target = (name: string, label: string, value: number | null): JobField =>
  number({ name, label, value, minimum: 5, maximum: 95, unit: '%', isRequired: false, hint: 'Empty: it does not go by it.' });

function limitFields(config: JsonObject): JobField[] {
  const size = { minimum: 1, maximum: 500, unit: 'droplets' };
  return [
    number({ name: 'min', label: 'At least', value: numberAt(config, 'min_instances'), ...size }),
    number({ name: 'max', label: 'At most', value: numberAt(config, 'max_instances'), ...size }),
    target('cpu', 'Aim at CPU', percent(numberAt(config, 'target_cpu_utilization'))),
    target('memory', 'Aim at memory', percent(numberAt(config, 'target_memory_utilization'))),
    number({
      name: 'cooldown',
      label: 'Wait between changes',
      value: numberAt(config, 'cooldown_minutes'),
      minimum: 5,
      maximum: 20,
      unit: 'min',
      isRequired: false,
    }),
  ];
}

function limitsFrom({ min, max, cpu, memory, cooldown }: JobValues): JsonObject {
  const share = (value: JobValues[string] | undefined) => (typeof value === 'number' ? value / 100 : null);
  const given: [string, number | null][] = [
    ['min_instances', Number(min)],
    ['max_instances', Number(max)],
    ['target_cpu_utilization', share(cpu)],
    ['target_memory_utilization', share(memory)],
    ['cooldown_minutes', typeof cooldown === 'number' ? cooldown : null],
  ];
  return Object.fromEntries(given.filter(([, value]) => value !== null));
}

/** Takes these settings, and leaves what it does not know of as it was. */
function withConfig(base: JsonObject, config: JsonObject): JsonObject {
  const known = ['min_instances', 'max_instances', 'target_cpu_utilization', 'target_memory_utilization', 'cooldown_minutes'];
  const others = Object.entries(configOf(base)).filter(([name]) => !known.includes(name) && name !== 'target_number_instances');
  return { ...base, config: { ...Object.fromEntries(others), ...config } };
}

/** What a droplet of its template costs a month; `null` where the sizes cannot be read. */
async function priceEach(ask: Ask, { row }: Thing): Promise<string | null> {
  const sizes = await ask.list('sizes_list');
  const slug = textAt(objectAt(row, 'droplet_template'), 'size');
  const size = (sizes.ok ? sizes.value : []).find((one) => one.slug === slug);
  return size ? priceOf(size) : null;
}

/** "From $24.00 to $72.00 a month." */
function rangeWords(monthlyUsd: unknown, min: number, max: number): string[] {
  if (typeof monthlyUsd !== 'string') return [];
  const [least, most] = [money(timesOf(monthlyUsd, min)), money(timesOf(monthlyUsd, max))];
  return [min === max ? `${most} a month.` : `From ${least} to ${most} a month.`];
}

/** Droplets above what is wanted are destroyed. */
function fewer({ row }: Thing, wanted: number, cost: readonly string[]): Weight {
  const gone = (numberAt(row, 'active_resources_count') ?? 0) - wanted;
  if (gone <= 0) return { level: 'normal', lines: cost };
  return {
    level: 'disruptive',
    lines: [`${counted(gone, 'droplet')} destroyed, with ${gone === 1 ? 'its disk' : 'their disks'}.`, ...cost],
  };
}

const limits: Job = {
  name: 'limits',
  label: 'Change limits…',
  level: 'disruptive',
  isMain: true,
  keywords: 'scale grow shrink minimum maximum cpu memory',
  submitLabel: 'Change limits',
  isFor: (thing) => !isFixed(thing),
  async open({ thing, ask }) {
    const monthlyUsd = await priceEach(ask, thing);
    return openEdit(ask, updateOf(thing), (base) => ({
      lines: [`It has ${now(thing)} now.`],
      fields: limitFields(configOf(base)),
      data: { monthlyUsd },
    }));
  },
  wrong: checkLimits,
  weigh: ({ min, max }, { data = {} }, { thing }) =>
    fewer(thing, Number(max), rangeWords(data.monthlyUsd, Number(min), Number(max))),
  plan: (values, { thing }, opened) => ({
    steps: [editStep('Change limits', updateOf(thing), opened, (base) => withConfig(base, limitsFrom(values)))],
    done: () => `${thing.name} has ${values.min} to ${values.max} droplets from now on.`,
  }),
};

function checkLimits({ min, max, cpu, memory }: JobValues): string | null {
  if (Number(min) > Number(max)) return 'At least is more than at most.';
  const isWithout = typeof cpu !== 'number' && typeof memory !== 'number';
  return isWithout ? 'It has to go by CPU, by memory, or by both.' : null;
}

const fix: Job = {
  name: 'fixed-size',
  label: 'Fixed size…',
  level: 'disruptive',
  keywords: 'scale number static',
  submitLabel: 'Set size',
  async open({ thing, ask }) {
    const monthlyUsd = await priceEach(ask, thing);
    return openEdit(ask, updateOf(thing), (base) => {
      const value = numberAt(configOf(base), 'target_number_instances') ?? numberAt(thing.row, 'active_resources_count');
      const still = isFixed(thing) ? [] : ['It no longer grows and shrinks by itself.'];
      return {
        lines: [`It has ${now(thing)} now.`, ...still],
        fields: [number({ name: 'size', label: 'Size', value, minimum: 1, maximum: 500, unit: 'droplets' })],
        data: { monthlyUsd },
      };
    });
  },
  weigh: ({ size }, { data = {} }, { thing }) =>
    fewer(thing, Number(size), rangeWords(data.monthlyUsd, Number(size), Number(size))),
  plan: ({ size }, { thing }, opened) => ({
    steps: [editStep('Set size', updateOf(thing), opened, (base) => withConfig(base, { target_number_instances: Number(size) }))],
    done: () => `${thing.name} has ${counted(Number(size), 'droplet')} from now on.`,
  }),
};

const dissolve: Job = {
  name: 'dissolve',
  label: 'Dissolve…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'delete pool keep droplets',
  open: async ({ thing }) =>
    success({ goes: [`The pool ${thing.name}`], stays: [`Its ${now(thing)}, which go on and keep costing`] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Dissolve', operationId: 'autoscalepools_delete', path: { autoscale_pool_id: thing.id } }],
    done: () => `${thing.name} is being dissolved. Its droplets stay.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete with its droplets…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove destroy',
  submitLabel: 'Delete',
  open: async ({ thing }) => success({ goes: [`The pool ${thing.name}`, `Its ${now(thing)}, with their disks`] }),
  plan: (_values, { thing }) => ({
    steps: [
      {
        label: 'Delete',
        operationId: 'autoscalepools_delete_dangerous',
        path: { autoscale_pool_id: thing.id },
        headers: { 'X-Dangerous': 'true' },
      },
    ],
    done: () => `${thing.name} is being deleted with its droplets.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Droplet-Autoscale-Pools */
export const autoscalePoolJobs: readonly Job[] = [limits, fix, changeTemplate, dissolve, remove];
