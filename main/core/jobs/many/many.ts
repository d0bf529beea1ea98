import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobLevel, JobThing, JobValues } from '../../../../preload/contract/job.ts';
import type { ManyForm } from '../../../../preload/contract/many.ts';
import type { ManyPart } from '../../services.ts';
import { countedThings } from '../../words/family-nouns.ts';
import { jobWords } from '../../words/jobs.ts';
import { manyWords } from '../../words/many.ts';
import { checkValues } from '../engine/check-values.ts';
import { isAbove } from '../engine/weigh.ts';
import type { ManyContext, Thing } from '../job.ts';
import { askAll, type Question } from './question.ts';
import { createRunner } from './runner.ts';
import { type ManyJob, manyJob, obstacle, offersForMany, selectedFor, thingsOf } from './select.ts';
import type { ManyServices } from './services.ts';
import { weighMany } from './weigh-many.ts';

/** Ten minutes, as for every question: what was read by then may no longer be so. */
const openForMs = 600_000;
const openAtMost = 20;

interface Session extends Question {
  job: ManyJob;
  /** The most far-reaching level whose effect was shown. */
  seen: JobLevel;
  openedAtMs: number;
}

/**
 * Jobs over several things: one question for all of them, one run that tells how far it is with each, and the rest tried again.
 * See `ForMany` in `job.ts` for how a job says that it is possible.
 */
export function createMany(given: Omit<ManyServices, 'nameOf'>): ManyPart {
  const { clock, random } = given.services;
  const sessions = new Map<string, Session>();
  let counter = 0;

  function contextOfAll(things: readonly Thing[]): Outcome<ManyContext> {
    const [first] = things;
    if (!first) return failed({ kind: 'not-found', ...manyWords.none });
    const context = given.contextOf(first);
    if (!context.ok) return context;
    const { thing: _first, ...shared } = context.value;
    return success({ ...shared, things });
  }

  const nameOf = (things: readonly Thing[]): string => {
    const [first] = things;
    return things.length === 1 && first ? first.name : countedThings(first?.familyId ?? '', things.length);
  };
  const runner = createRunner({ ...given, nameOf, contextOfAll });

  function forgetOld(): void {
    for (const [id, { openedAtMs }] of sessions) {
      const ageMs = clock.now() - openedAtMs;
      if (ageMs < 0 || ageMs > openForMs || sessions.size > openAtMost) sessions.delete(id);
    }
  }

  async function openManyJob({ name, things: meant }: { name: string; things: JobThing[] }): Promise<Outcome<ManyForm>> {
    const things = thingsOf(given.resources, meant);
    const job = manyJob(things[0]?.familyId ?? '', name);
    if (!job) return failed({ kind: 'not-found', ...jobWords.noJob(name) });
    const selected = selectedFor(job, things);
    const off = obstacle(job, selected);
    if (off !== null) return failed({ kind: 'conflict', message: off });
    const question = await askAll(job, selected, contextOfAll);
    if (!question.ok) return question;
    forgetOld();
    counter += 1;
    const id = `many-${counter}-${Math.floor(random() * 1e9).toString(36)}`;
    sessions.set(id, { ...question.value, job, seen: question.value.form.level, openedAtMs: clock.now() });
    return success({ ...question.value.form, id });
  }

  async function runManyJob({
    id,
    values,
    typed,
  }: {
    id: string;
    values: JobValues;
    typed?: string | undefined;
  }): Promise<Outcome<{ runKey: string }>> {
    forgetOld();
    const session = sessions.get(id);
    if (!session) return failed({ kind: 'refused', ...jobWords.expired });
    const { job, form, groups } = session;
    const checked = checkValues(form.fields, values);
    if ('failure' in checked) return failed(checked.failure);
    const wrong = groups.map(({ opened }) => job.wrong?.(checked.values, opened) ?? null).find((one) => one !== null) ?? null;
    if (wrong !== null) return failed({ kind: 'invalid-arguments', ...(typeof wrong === 'string' ? { message: wrong } : wrong) });
    const { level, lines } = weighMany(session, checked.values);
    if (form.typeToConfirm !== null && typed !== form.typeToConfirm) {
      return failed({ kind: 'refused', ...jobWords.wrongName(form.typeToConfirm) });
    }
    if (isAbove(level, session.seen)) {
      session.seen = level;
      return failed({ kind: 'refused', ...jobWords.lookFirst(lines) });
    }
    sessions.delete(id);
    return success({ runKey: runner.start(job, form.title, checked.values, groups) });
  }

  return {
    calls: {
      offerManyJobs: ({ things }) => Promise.resolve(success(offersForMany(thingsOf(given.resources, things)))),
      openManyJob,
      runManyJob,
      changeRun: ({ runKey, change }) => runner.change(runKey, change),
    },
    weigh(id, values) {
      const session = sessions.get(id);
      if (!session) return null;
      const weight = weighMany(session, values);
      if (isAbove(weight.level, session.seen)) session.seen = weight.level;
      return weight;
    },
    runAgain: (id) => runner.runAgain(id),
    stop() {
      sessions.clear();
      runner.end();
    },
  };
}
