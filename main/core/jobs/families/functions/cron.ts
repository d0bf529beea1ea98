import { Cron } from 'croner';
import cronstrue from 'cronstrue';
import { clock, longDay } from '../../../../../preload/contract/time-words.ts';

/** How many of the next runs are told. */
const told = 3;

/**
 * A schedule in words, and when it runs next. `cron` has five parts and is in UTC; the times are those of the person. DigitalOcean
 * decides what it takes: one that Buoy cannot read has no words, and is said to be so.
 */
export function cronLines(cron: string, nowMs: number): { words: string | null; next: string } {
  try {
    const words = cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: true });
    const runs = new Cron(cron, { mode: '5-part', timezone: 'UTC', paused: true }).nextRuns(told, new Date(nowMs));
    const times = runs.map((run) => `${longDay(run.getTime(), nowMs)}, ${clock(run.getTime())}`);
    return { words: `${words}, in UTC.`, next: times.length === 0 ? 'It never runs.' : `It runs next on ${times.join('; ')}.` };
  } catch {
    return { words: null, next: 'Buoy cannot read this schedule, so it cannot say when it runs.' };
  }
}
