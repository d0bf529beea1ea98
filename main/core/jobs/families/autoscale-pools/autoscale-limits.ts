import { timesOf } from '../../../../../preload/contract/amounts.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { money } from '../../../words/numbers.ts';
import { number } from '../../fields.ts';

/* By how many droplets a pool grows and shrinks, and by what it goes. */

export const numberAt = (row: JsonObject, field: string): number | null => {
  const value = row[field];
  return typeof value === 'number' ? value : null;
};

/** The API has a share of one where people have a percentage. */
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));

const target = (name: string, label: string, value: number | null): JobField =>
  number({ name, label, value, minimum: 5, maximum: 95, unit: '%', isRequired: false, hint: 'Empty: it does not go by it.' });

export function limitFields(config: JsonObject): JobField[] {
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

export function limitsFrom({ min, max, cpu, memory, cooldown }: JobValues): JsonObject {
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

export function checkLimits({ min, max, cpu, memory }: JobValues): string | null {
  if (Number(min) > Number(max)) return 'At least is more than at most.';
  const isWithout = typeof cpu !== 'number' && typeof memory !== 'number';
  return isWithout ? 'It has to go by CPU, by memory, or by both.' : null;
}

/** "From $24.00 to $72.00 a month." */
export function rangeWords(monthlyUsd: unknown, min: number, max: number): string[] {
  if (typeof monthlyUsd !== 'string') return [];
  const [least, most] = [money(timesOf(monthlyUsd, min)), money(timesOf(monthlyUsd, max))];
  return [min === max ? `${most} a month.` : `From ${least} to ${most} a month.`];
}
