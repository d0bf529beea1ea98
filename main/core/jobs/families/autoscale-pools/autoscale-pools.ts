import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../words/numbers.ts';
import { number } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job, Thing, Weight } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { priceOf } from '../../parts/sizes.ts';
import { objectAt, textAt } from '../../thing.ts';
import { checkLimits, limitFields, limitsFrom, numberAt, rangeWords } from './autoscale-limits.ts';
import { changeTemplate } from './autoscale-template.ts';
import { newPool } from './new-pool.ts';

const updateOf = (thing: Thing): Update => ({ operationId: 'autoscalepools_update', path: { autoscale_pool_id: thing.id } });
const configOf = (row: JsonObject): JsonObject => objectAt(row, 'config');
const isFixed = ({ row }: Thing): boolean => 'target_number_instances' in configOf(row);
const now = ({ row }: Thing): string => counted(numberAt(row, 'active_resources_count') ?? 0, 'droplet');

/** Takes these settings, and leaves what it does not know of as it was. */
function withConfig(base: JsonObject, config: JsonObject): JsonObject {
  const known = ['min_instances', 'max_instances', 'target_cpu_utilization', 'target_memory_utilization', 'cooldown_minutes'];
  const others = Object.entries(configOf(base)).filter(([name]) => !known.includes(name) && name !== 'target_number_instances');
  return { ...base, config: { ...Object.fromEntries(others), ...config } };
}

/** CPU and memory are measured by an agent in the droplets. Where the template does not say, there may be one. */
const hasAgent = (base: JsonObject): boolean => objectAt(base, 'droplet_template').with_droplet_agent !== false;
const withAgent = (base: JsonObject): JsonObject =>
  hasAgent(base) ? base : { ...base, droplet_template: { ...objectAt(base, 'droplet_template'), with_droplet_agent: true } };

/** What a droplet of its template costs a month; `null` where the sizes cannot be read. */
async function priceEach(ask: Ask, { row }: Thing): Promise<string | null> {
  const sizes = await ask.list('sizes_list');
  const slug = textAt(objectAt(row, 'droplet_template'), 'size');
  const size = (sizes.ok ? sizes.value : []).find((one) => one.slug === slug);
  return size ? priceOf(size) : null;
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
  async open({ thing, ask }) {
    const monthlyUsd = await priceEach(ask, thing);
    return openEdit(ask, updateOf(thing), (base) => ({
      lines: [
        `It has ${now(thing)} now.`,
        ...(isFixed(thing) ? ['From then on it grows and shrinks by itself.'] : []),
        ...(hasAgent(base) ? [] : ['New droplets get the agent that measures CPU and memory.']),
      ],
      fields: limitFields(configOf(base)),
      data: { monthlyUsd },
    }));
  },
  wrong: checkLimits,
  weigh: ({ min, max }, { data = {} }, { thing }) =>
    fewer(thing, Number(max), rangeWords(data.monthlyUsd, Number(min), Number(max))),
  plan: (values, { thing }, opened) => ({
    steps: [editStep('Change limits', updateOf(thing), opened, (base) => withAgent(withConfig(base, limitsFrom(values))))],
    done: () => `${thing.name} has ${values.min} to ${values.max} droplets from now on.`,
  }),
};

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
export const autoscalePoolJobs: readonly Job[] = [newPool, limits, fix, changeTemplate, dissolve, remove];
