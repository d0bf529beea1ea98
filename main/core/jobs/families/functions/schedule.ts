import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { clock, longDay } from '../../../../../preload/contract/time-words.ts';
import { choice, option, text } from '../../fields.ts';
import type { Weight } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { cronLines } from './cron.ts';

/** Schedules that most want; the others are typed. */
const usual: readonly (readonly [cron: string, words: string])[] = [
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 * * * *', 'Every hour'],
  ['0 4 * * *', 'Every day at 04:00 UTC'],
  ['0 4 * * 1', 'Every Monday at 04:00 UTC'],
  ['0 4 1 * *', 'On the first of the month at 04:00 UTC'],
];

export function scheduleFields(now: string): JobField[] {
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

export const cronOf = ({ when, cron }: JobValues): string => String(when === 'own' ? cron : when);

/** What the chosen schedule is in words, unless its choice said that, and when it runs next. */
export function weighSchedule(values: JobValues, nowMs: number): Weight {
  const cron = values.when ? cronOf(values).trim() : '';
  if (cron.split(/\s+/).length !== 5) return {};
  const { words, next } = cronLines(cron, nowMs);
  return { lines: values.when === 'own' && words !== null ? [words, next] : [next] };
}

/** " It runs next on Friday 27 November, 04:00."; nothing where the answer does not tell. */
export function nextRun(body: Json | undefined, nowMs: number): string {
  const runs = isObject(body) ? objectAt(objectAt(body, 'trigger'), 'scheduled_runs') : {};
  const atMs = Date.parse(textAt(runs, 'next_run_at'));
  return Number.isNaN(atMs) ? '' : ` It runs next on ${longDay(atMs, nowMs)}, ${clock(atMs)}.`;
}
