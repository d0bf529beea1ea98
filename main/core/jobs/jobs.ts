import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { JobForm, JobResult, JobThing, JobValues } from '../../../preload/contract/job.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices, JobsPart, KeptDownload } from '../services.ts';
import { isOpen } from '../state/expectations.ts';
import type { Store } from '../state/store.ts';
import { jobWords } from '../words/jobs.ts';
import { createAsk } from './ask.ts';
import { checkValues } from './check-values.ts';
import { fileOf } from './file.ts';
import type { Job, JobContext, Opened, Plan, Thing } from './job.ts';
import { meantJob } from './meant.ts';
import { offersFor } from './offers.ts';
import { type Done, runSteps } from './run.ts';
import { thingOf } from './thing.ts';

/** Ten minutes, as for every question: what was read by then may no longer be so. */
const openForMs = 600_000;
const openAtMost = 50;

interface Session {
  job: Job;
  context: JobContext;
  opened: Opened;
  form: JobForm;
  openedAtMs: number;
}

/** The engine that runs the jobs of every family. See `job.ts` for what a job is. */
export function createJobs(
  services: CoreServices,
  resources: Resources,
  { subscribe, keep }: { subscribe: Store['subscribe']; keep(download: KeptDownload): string },
): JobsPart {
  const { clock, random } = services;
  const sessions = new Map<string, Session>();
  let counter = 0;

  const dropletsOf = (connectionId: string): JobContext['droplets'] =>
    services.state().connections.get(connectionId)?.droplets ?? new Map();

  function contextOf(thing: Thing): Outcome<JobContext> {
    const api = services.api(thing.connectionId);
    if (!api.ok) return api;
    return success({
      thing,
      ask: createAsk(api.value),
      droplets: dropletsOf(thing.connectionId),
      team: services.connectionName(thing.connectionId),
      nowMs: clock.now(),
    });
  }

  function forgetOld(): void {
    for (const [id, { openedAtMs }] of sessions) {
      const ageMs = clock.now() - openedAtMs;
      if (ageMs < 0 || ageMs > openForMs || sessions.size > openAtMost) sessions.delete(id);
    }
  }

  async function openJob({ name, thing: given }: { name: string; thing: JobThing }): Promise<Outcome<JobForm>> {
    const api = services.api(given.connectionId);
    if (!api.ok) return api;
    const meant = await meantJob(name, given, api.value);
    if (!meant.ok) return meant;
    const { job, thing } = meant.value;
    const context = contextOf(thing);
    if (!context.ok) return context;
    const opened: Outcome<Opened> = job.open ? await job.open(context.value) : success({});
    if (!opened.ok) return opened;
    forgetOld();
    counter += 1;
    const id = `job-${counter}-${Math.floor(random() * 1e9).toString(36)}`;
    const form = formOf(id, job, context.value, opened.value);
    sessions.set(id, { job, context: context.value, opened: opened.value, form, openedAtMs: clock.now() });
    return success(form);
  }

  /**
   * Resolves once that row of Activity is over, and its droplet is as it left it or will not become so. A connection that is
   * removed takes its rows along.
   */
  function untilOver(key: string): Promise<TrackedAction | undefined> {
    const connection = () => services.state().connections.get(key.slice(0, key.indexOf(':')));
    const now = () => connection()?.actions.get(key);
    const isSettled = () => ![...(connection()?.expectations.values() ?? [])].some((one) => one.actionKey === key && isOpen(one));
    return new Promise((resolve) => {
      const isOver = () => now()?.status !== 'in-progress' && isSettled();
      if (isOver()) return resolve(now());
      const unsubscribe = subscribe(() => {
        if (!isOver()) return;
        unsubscribe();
        resolve(now());
      });
    });
  }

  async function runJob({
    id,
    values,
    typed,
  }: {
    id: string;
    values: JobValues;
    typed?: string | undefined;
  }): Promise<Outcome<JobResult>> {
    forgetOld();
    const session = sessions.get(id);
    if (!session) return failed({ kind: 'refused', ...jobWords.expired });
    const { job, opened, form } = session;
    const checked = checkValues(form.fields, values);
    if ('failure' in checked) return failed(checked.failure);
    const wrong = job.wrong?.(checked.values, opened) ?? null;
    if (wrong !== null) return failed({ kind: 'invalid-arguments', ...(typeof wrong === 'string' ? { message: wrong } : wrong) });
    if (form.typeToConfirm !== null && typed !== form.typeToConfirm) {
      return failed({ kind: 'refused', ...jobWords.wrongName(form.typeToConfirm) });
    }
    // The token may have been replaced since.
    const context = contextOf(session.context.thing);
    if (!context.ok) return context;
    sessions.delete(id);
    const plan = job.plan(checked.values, context.value, opened);
    const ended = await run(context.value, plan);
    // What failed before anything was sent may be tried again as it stands.
    if (!ended.ok && ended.failure.kind !== 'outcome-unknown') sessions.set(id, session);
    return ended;
  }

  /** Runs a plan to its end, or until it has to wait: what comes after that goes on by itself. */
  async function run(context: JobContext, plan: Plan): Promise<Outcome<JobResult>> {
    const { thing, ask } = context;
    const api = services.api(thing.connectionId);
    if (!api.ok) return api;
    const waits = plan.steps.slice(0, -1).some(({ isAwaited }) => isAwaited);
    const row = waits ? chainRow(thing, plan) : null;
    const started = Promise.withResolvers<Done>();
    const onSent = (done: Done) => {
      if (row !== null && done.answers.length === 1) tell(row);
      started.resolve(done);
    };
    const droplets = () => dropletsOf(thing.connectionId);
    const ended = runSteps({ services, resources, api: api.value, ask, thing, untilOver, droplets }, plan, onSent).then(
      (outcome) => {
        if (row !== null) endRow(row, outcome);
        return outcome;
      },
    );
    if (row !== null) {
      const first = await Promise.race([started.promise.then(success), ended]);
      if (!first.ok) return first;
      return success({ ...nothingMore, message: row.follow?.titles.running ?? '', actionKeys: [row.key] });
    }
    const outcome = await ended;
    return outcome.ok ? success(resultOf(plan, outcome.value)) : outcome;
  }

  const tell = (action: TrackedAction) => services.dispatch({ type: 'follow-changed', action, atMs: clock.now() });

  function endRow(row: TrackedAction, outcome: Outcome<Done>): void {
    // A chain whose first step failed never began.
    const isTold = services.state().connections.get(row.connectionId)?.actions.has(row.key) ?? false;
    if (!isTold) return;
    const failure = outcome.ok ? null : outcome.failure;
    tell({ ...row, status: outcome.ok ? 'completed' : 'errored', failure, completedAtMs: clock.now() });
  }

  function chainRow(thing: Thing, plan: Plan): TrackedAction {
    counter += 1;
    const { running, completed, errored } = plan.chain ?? jobWords.chain(thing.name);
    return {
      key: `${thing.connectionId}:job-${clock.now().toString(36)}-${counter}`,
      connectionId: thing.connectionId,
      actionId: null,
      type: 'job',
      status: 'in-progress',
      startedAtMs: clock.now(),
      completedAtMs: null,
      resourceType: thing.familyId,
      resourceId: thing.id,
      resourceName: thing.name,
      regionSlug: null,
      sizeSlug: null,
      value: null,
      startedBy: 'buoy',
      isSlow: false,
      failure: null,
      // No kind of that name is registered: a row that Buoy finds after a start cannot go on, and ends as unknown.
      follow: { kind: 'job', target: {}, titles: { running, completed, errored }, route: null },
    };
  }

  function resultOf(plan: Plan, { answers, actionKeys }: Done): JobResult {
    const file = fileOf(plan, answers);
    return {
      message: plan.done(answers),
      actionKeys,
      copy: plan.copy?.(answers) ?? null,
      secret: plan.secret?.(answers) ?? null,
      downloadId: file && keep(file),
    };
  }

  return {
    calls: {
      offerJobs: ({ thing }) => Promise.resolve(success(offersFor(thingOf(thing)))),
      openJob,
      runJob,
    },
    stop: () => sessions.clear(),
  };
}

const nothingMore = { copy: null, secret: null, downloadId: null } as const;

function formOf(id: string, job: Job, { thing, team }: JobContext, opened: Opened): JobForm {
  const level = opened.level ?? job.level;
  return {
    id,
    title: job.isNew ? job.label.replace('…', '') : jobWords.title(job.label, thing.name),
    level,
    lines: [...(opened.lines ?? []), jobWords.inTeam(team)],
    fields: [...(opened.fields ?? [])],
    goes: [...(opened.goes ?? (level === 'destructive' ? [thing.name] : []))],
    stays: [...(opened.stays ?? [])],
    typeToConfirm: level === 'destructive' ? thing.ownName : null,
    submitLabel: job.submitLabel ?? job.label.replace('…', ''),
  };
}
