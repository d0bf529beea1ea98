import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { JobForm, JobResult, JobTarget, JobWeight } from '../../../preload/contract/job.ts';
import type { CheckedArgs } from '../../../preload/contract/schema.ts';
import { settingsSchema } from '../../../preload/contract/settings.ts';
import type { Ports } from '../ports.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices, JobsPart, KeptDownload } from '../services.ts';
import type { Store } from '../state/store.ts';
import { jobWords } from '../words/jobs.ts';
import { jobHints } from './all.ts';
import { createAsk } from './engine/ask.ts';
import { createChains } from './engine/chains.ts';
import { checkValues } from './engine/check-values.ts';
import { fileOf } from './engine/file.ts';
import { formOf } from './engine/form.ts';
import { wayOn } from './engine/go-on.ts';
import { lookFor } from './engine/look.ts';
import { meantJob } from './engine/meant.ts';
import { offersFor } from './engine/offers.ts';
import { ownerOf } from './engine/owners.ts';
import { passwordLength, passwordOf } from './engine/password.ts';
import { placed } from './engine/place-failure.ts';
import { type Done, type From, type Ran, runSteps } from './engine/run.ts';
import { createSessions } from './engine/sessions.ts';
import { createUntilOver } from './engine/until-over.ts';
import { isAbove, weigh } from './engine/weigh.ts';
import { wholeThing } from './engine/whole-thing.ts';
import type { JobContext, Opened, Plan, Thing } from './job.ts';
import { createMany } from './many/many.ts';
import { againOf } from './parts/again.ts';
import { thingOf } from './thing.ts';

/** The engine that runs the jobs of every family. See `job.ts` for what a job is. */
export function createJobs(
  services: CoreServices,
  resources: Resources,
  {
    subscribe,
    keep,
    look,
    secretBytes,
  }: {
    subscribe: Store['subscribe'];
    keep(download: KeptDownload): string;
    /** Reads a connection's droplets now. */
    look(connectionId: string): void;
    secretBytes: Ports['secretBytes'];
  },
): JobsPart {
  const { clock } = services;
  const sessions = createSessions(services);
  const chains = createChains(services);
  const untilOver = createUntilOver(services, subscribe);

  const dropletsOf = (connectionId: string): JobContext['droplets'] =>
    services.state().connections.get(connectionId)?.droplets ?? new Map();

  function contextOf(thing: Thing): Outcome<JobContext> {
    const api = services.api(thing.connectionId);
    if (!api.ok) return api;
    return success({
      thing,
      ask: createAsk(api.value, services.credentials),
      droplets: dropletsOf(thing.connectionId),
      team: services.connectionName(thing.connectionId),
      nowMs: clock.now(),
      lastAddresses: services.settings().lastAddresses,
      makePassword: () => passwordOf(secretBytes(passwordLength)),
    });
  }

  function remember(lastAddresses: string): void {
    const settings = settingsSchema.safeParse({ ...services.settings(), lastAddresses });
    if (settings.success) services.dispatch({ type: 'settings-changed', settings: settings.data });
  }

  async function openJob({ name, thing: target }: { name: string; thing: JobTarget }): Promise<Outcome<JobForm>> {
    const whole = await wholeThing(target, resources, services.state());
    if (!whole.ok) return whole;
    const meant = await meantJob(name, whole.value, resources, services.state());
    if (!meant.ok) return meant;
    const { job, thing } = meant.value;
    const context = contextOf(thing);
    if (!context.ok) return context;
    const opened: Outcome<Opened> = job.open ? await job.open(context.value) : success({});
    if (!opened.ok) return failed(job.refusal?.(opened.failure, thing) ?? opened.failure);
    const form = formOf(job, context.value, opened.value);
    const id = sessions.add({ job, context: context.value, opened: opened.value, form, seen: form.level });
    return success({ id, ...form });
  }

  async function weighJob({ id, values, isPriced = false }: CheckedArgs<'weighJob'>): Promise<Outcome<JobWeight>> {
    const ofMany = many.weigh(id, values);
    if (ofMany) return success(ofMany);
    const session = sessions.get(id);
    if (!session) return failed({ kind: 'refused', ...jobWords.expired });
    await lookFor(session, values);
    const weight = weigh(session, values);
    if (isAbove(weight.level, session.seen)) session.seen = weight.level;
    if (!isPriced || !session.job.price) return success({ ...weight, price: null });
    const checked = checkValues(session.form.fields, values);
    if ('failure' in checked) return failed(checked.failure);
    const price = await session.job.price(checked.values, session.opened, session.context);
    return price.ok ? success({ ...weight, price: price.value }) : price;
  }

  async function runJob({ id, values, typed }: CheckedArgs<'runJob'>): Promise<Outcome<JobResult>> {
    const session = sessions.get(id);
    if (!session) {
      const again = many.runAgain(id);
      if (!again) return failed({ kind: 'refused', ...jobWords.expired });
      return success({ ...nothingMore, message: again.title, actionKeys: [], runKey: again.runKey });
    }
    const { job, opened, form, from } = session;
    const checked = checkValues(form.fields, values);
    if ('failure' in checked) return failed(checked.failure);
    const wrong = job.wrong?.(checked.values, opened) ?? null;
    if (wrong !== null) return failed({ kind: 'invalid-arguments', ...(typeof wrong === 'string' ? { message: wrong } : wrong) });
    const { level, lines, differences, typeToConfirm } = weigh(session, values);
    if (typeToConfirm !== null && typed !== typeToConfirm) {
      return failed({ kind: 'refused', ...jobWords.wrongName(typeToConfirm) });
    }
    if (isAbove(level, session.seen)) {
      session.seen = level;
      return failed({ kind: 'refused', ...jobWords.lookFirst(lines) });
    }
    if (differences?.length === 0) return failed({ kind: 'invalid-arguments', ...jobWords.nothingChanged });
    // The token may have been replaced since.
    const context = contextOf(session.context.thing);
    if (!context.ok) return context;
    sessions.remove(id);
    const plan = job.plan(checked.values, context.value, opened);
    const ended = await run(context.value, plan, from, id);
    if (ended.ok) {
      if (job.isAnswered) sessions.putBack(id, session);
      if (plan.addresses !== undefined) remember(plan.addresses);
      return ended;
    }
    // What failed before anything was sent may be tried again as it stands.
    const isWhole = ended.failure.kind !== 'outcome-unknown' && !ended.failure.goOn;
    if (isWhole) sessions.putBack(id, session);
    const instead = isWhole ? (plan.ifRefused?.(ended.failure) ?? null) : null;
    const shown = form.fields.filter(({ name }) => Object.hasOwn(checked.values, name));
    const refusal = isWhole ? job.refusal?.(ended.failure, context.value.thing) : undefined;
    const failure = placed(refusal ?? ended.failure, shown);
    return failed(instead ? { ...failure, goOn: [sessions.prepare(instead.label, context.value, instead)] } : failure);
  }

  /** Runs a plan to its end, or until it has to wait: what comes after that goes on by itself. */
  async function run(context: JobContext, plan: Plan, from: From | undefined, id: string): Promise<Outcome<JobResult>> {
    const { thing, ask } = context;
    const api = services.api(thing.connectionId);
    if (!api.ok) return api;
    const waits = plan.steps.slice(from?.answers.length ?? 0, -1).some(({ isAwaited }) => isAwaited);
    const row = waits ? chains.row(thing, plan) : null;
    const begun = Promise.withResolvers<Outcome<Done>>();
    let hasBegun = false;
    const onSent = (done: Done) => {
      if (row !== null && !hasBegun) chains.tell(row);
      hasBegun = true;
      begun.resolve(success(done));
    };
    const droplets = () => dropletsOf(thing.connectionId);
    const chain = waits ? { isChain: true as const } : {};
    const running = { services, resources, api: api.value, ask, thing, untilOver, droplets, id, ...chain };
    const ended = runSteps(running, plan, from, onSent).then((ran) => {
      const outcome = outcomeOf(context, ran, hasBegun);
      if (row !== null) chains.end(row, outcome.ok ? null : outcome.failure);
      return outcome;
    });
    if (row !== null) {
      const first = await Promise.race([begun.promise, ended]);
      if (!first.ok) return first;
      return success({ ...nothingMore, message: row.follow?.titles.running ?? '', actionKeys: [row.key] });
    }
    const outcome = await ended;
    // Nothing else tells soon that a droplet has other tags.
    if (thing.familyId === 'droplets_list') look(thing.connectionId);
    return outcome.ok ? success(resultOf(context, plan, outcome.value)) : outcome;
  }

  /** With the way on, where a plan stopped after something was sent. */
  function outcomeOf(context: JobContext, ran: Ran, hasBegun: boolean): Outcome<Done> {
    if (ran.ok) return success(ran.done);
    const { at, plan } = ran;
    const isWhole = at.answers.length === 0 && !hasBegun;
    const goOn = isWhole || ran.failure.kind === 'outcome-unknown' ? [] : wayOn(plan, at);
    if (goOn.length === 0) return failed(ran.failure);
    const failure = ran.failure.changes ? { ...ran.failure, nextStep: jobWords.changedOnTheWay } : ran.failure;
    return failed({ ...failure, goOn: goOn.map((way) => sessions.prepare(way.label, context, way.plan, { from: way.from })) });
  }

  function resultOf(context: JobContext, plan: Plan, { answers, actionKeys, notes }: Done): JobResult {
    const file = fileOf(plan, answers);
    const { ifFailed } = plan;
    const again = againOf(plan, answers);
    if (ifFailed) for (const key of actionKeys) void offerIfFailed(context, ifFailed, key);
    return {
      message: [plan.done(answers), ...notes].join(' '),
      actionKeys,
      copy: plan.copy?.(answers) ?? null,
      secret: plan.secret?.(answers) ?? null,
      ...(plan.answer ? { answer: plan.answer(answers) } : {}),
      route: plan.route ?? null,
      downloadId: file && keep(file),
      again: again ? sessions.prepare(again.label ?? jobWords.again, context, again, { isLater: actionKeys.length > 0 }) : null,
    };
  }

  /** Adds the way on to the row of what a job started, if that fails. */
  async function offerIfFailed(context: JobContext, plan: NonNullable<Plan['ifFailed']>, key: string): Promise<void> {
    const over = await untilOver(key);
    if (over?.status !== 'errored') return;
    const failure = over.failure ?? { kind: 'http-error' as const, message: `${jobWords.goneOn(plan.label)}.` };
    chains.tell({ ...over, failure: { ...failure, goOn: [sessions.prepare(plan.label, context, plan)] } });
  }

  const many = createMany({ services, resources, contextOf, untilOver, dropletsOf, look });
  return {
    calls: {
      ...many.calls,
      offerJobs: ({ thing }) => Promise.resolve(success(offersFor(thingOf(thing, ownerOf(resources, thing))))),
      readJobHints: () => Promise.resolve(success(jobHints())),
      openJob,
      weighJob,
      runJob,
    },
    stop() {
      sessions.clear();
      many.stop();
    },
  };
}

const nothingMore = { copy: null, secret: null, downloadId: null, route: null, again: null } as const;
