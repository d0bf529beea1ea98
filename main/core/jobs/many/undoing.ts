import { countedThings } from '../../words/family-nouns.ts';
import { jobWords } from '../../words/jobs.ts';
import { manyWords } from '../../words/many.ts';
import type { Again, Thing } from '../job.ts';
import type { Item, Run, Undoing } from './run-row.ts';
import type { ManyJob } from './select.ts';

/** As long as after a job on one thing: ten minutes, and an hour where what it started takes a while. */
const offeredForMs = 600_000;
const laterForMs = 3_600_000;

/** What only copies something is for one thing alone. */
const undoable = ({ state, thing, again }: Item): [Thing, Again][] =>
  state === 'done' && again !== null && again.steps.length > 0 ? [[thing, again]] : [];

/** `null`: nothing of what was done can be made again. */
export function undoingOf(run: Run, nowMs: number): Undoing | null {
  const agains = new Map(run.items.flatMap((item) => undoable(item)));
  const things = [...agains.keys()];
  const [[first, together] = []] = agains;
  if (!first || !together) return null;
  const label = together.label ?? null;
  const title =
    label === null
      ? manyWords.makeAgain(countedThings(first.familyId, things.length))
      : manyWords.title(label, first.familyId, things.length);
  const untilMs = nowMs + (run.actionKeys.length > 0 ? laterForMs : offeredForMs);
  return {
    job: jobOf(run.job, agains, together),
    title,
    things,
    prepared: {
      label: label ?? (things.length === 1 ? jobWords.again : manyWords.again),
      id: `${run.key}-again-${run.turn}`,
      untilMs,
    },
  };
}

function jobOf({ forMany }: ManyJob, agains: ReadonlyMap<Thing, Again>, together: Again): ManyJob {
  const shared = { name: 'again', label: together.label ?? jobWords.again, level: 'normal' } as const;
  const plan: ManyJob['plan'] = (_values, { thing }) => agains.get(thing) ?? together;
  if (forMany.how === 'together') return { ...shared, plan, forMany: { how: 'together', plan: () => together } };
  return {
    ...shared,
    plan,
    forMany: { how: 'one by one', isSentUnread: true, ...(forMany.atOnce ? { atOnce: forMany.atOnce } : {}) },
  };
}
