import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../preload/contract/job.ts';
import { createAsk } from '../engine/ask.ts';
import { checkValues } from '../engine/check-values.ts';
import { type Done, runSteps } from '../engine/run.ts';
import type { Again, JobContext, ManyContext, OneByOne, Opened, Plan, Thing, Together } from '../job.ts';
import { againOf } from '../parts/again.ts';
import { gentle } from './gentle.ts';
import type { ManyJob } from './select.ts';
import type { ManyServices } from './services.ts';

/** How one attempt ended. `wasSent`: a step of it was carried out, so it must not simply be repeated. */
export interface Attempt<T> {
  outcome: Outcome<T>;
  wasSent: boolean;
}

/** What was carried out, and what it says. */
interface Carried {
  done: Done;
  text: string;
  again: Again | null;
}

const carried = (plan: Plan, done: Done): Carried => ({
  done,
  text: plan.done(done.answers),
  again: againOf(plan, done.answers),
});

type UntilOver = ManyServices['untilOver'];

/** Does the job to one thing, from reading what it needs to its last step. */
export async function attemptOne(
  given: ManyServices,
  job: ManyJob & { forMany: OneByOne },
  thing: Thing,
  values: JobValues,
  untilOver: UntilOver,
  before: Opened | null,
): Promise<Attempt<Carried>> {
  const notSent = (outcome: Outcome<never>) => ({ outcome, wasSent: false });
  const context = contextOf(given, thing);
  if (!context.ok) return notSent(context);
  const isRead = job.open && job.forMany.isSentUnread !== true;
  const opened: Outcome<Opened> = isRead && job.open ? await job.open(context.value) : success(before ?? {});
  if (!opened.ok) return notSent(opened);
  const own = job.forMany.valuesOf?.(values, context.value) ?? values;
  // Those that were given for all are checked already.
  const checked = isRead ? checkValues(opened.value.fields ?? [], own) : { values: own };
  if ('failure' in checked) return notSent(failed(checked.failure));
  const wrong = job.wrong?.(checked.values, opened.value) ?? null;
  if (wrong !== null) {
    return notSent(failed({ kind: 'invalid-arguments', ...(typeof wrong === 'string' ? { message: wrong } : wrong) }));
  }
  const plan = job.plan(checked.values, context.value, opened.value);
  const { outcome, wasSent } = await send(given, context.value, plan, untilOver);
  if (!outcome.ok) return { outcome, wasSent };
  return { outcome: success(carried(plan, outcome.value)), wasSent };
}

/** Sends what is for all of them together. `opened` null: what it needs is read anew. */
export async function attemptTogether(
  given: ManyServices,
  job: ManyJob & { forMany: Together },
  context: ManyContext,
  values: JobValues,
  before: Opened | null,
): Promise<Attempt<Carried & { opened: Opened }>> {
  const notSent = (outcome: Outcome<never>) => ({ outcome, wasSent: false });
  const { things } = context;
  const [first] = things;
  const api = services(given, first);
  if (!api.ok) return notSent(api);
  const fresh: ManyContext = { ...context, ask: createAsk(api.value, given.services.credentials) };
  const opened: Outcome<Opened> = before !== null || !job.forMany.open ? success(before ?? {}) : await job.forMany.open(fresh);
  if (!opened.ok) return notSent(opened);
  const plan = job.forMany.plan(values, fresh, opened.value);
  const all = { ...(first as Thing), id: '', name: given.nameOf(things) };
  const { outcome, wasSent } = await send(given, { ...fresh, thing: all }, plan, given.untilOver);
  if (!outcome.ok) return { outcome, wasSent };
  return { outcome: success({ ...carried(plan, outcome.value), opened: opened.value }), wasSent };
}

function services(given: ManyServices, thing: Thing | undefined) {
  const api = given.services.api(thing?.connectionId ?? '');
  return api.ok ? success(gentle(api.value)) : api;
}

function contextOf(given: ManyServices, thing: Thing): Outcome<JobContext> {
  const api = services(given, thing);
  const context = given.contextOf(thing);
  if (!api.ok) return api;
  return context.ok ? success({ ...context.value, ask: createAsk(api.value, given.services.credentials) }) : context;
}

async function send(given: ManyServices, { thing, ask }: JobContext, plan: Plan, untilOver: UntilOver): Promise<Attempt<Done>> {
  const api = services(given, thing);
  if (!api.ok) return { outcome: api, wasSent: false };
  const { resources } = given;
  let wasSent = false;
  const droplets = () => given.dropletsOf(thing.connectionId);
  const run = { services: given.services, resources, api: api.value, ask, thing, untilOver, droplets };
  const ran = await runSteps(run, plan, undefined, () => {
    wasSent = true;
  });
  return { outcome: ran.ok ? success(ran.done) : failed(ran.failure), wasSent };
}
