import { type Failure, type FailureKind, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { manyWords } from '../../words/many.ts';
import type { ManyContext, OneByOne, Opened, Together } from '../job.ts';
import { type Attempt, attemptOne, attemptTogether } from './run-one.ts';
import type { Item, Run } from './run-row.ts';
import type { ManyJob } from './select.ts';
import type { ManyServices } from './services.ts';
import { Slots } from './slots.ts';

/** Things that are worked on at a time. The pace of the token orders their requests. */
const usuallyAtOnce = 4;

/** Failures that all other things would meet too, so that what was not begun is left alone. */
const meantForAll: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'unauthorized',
  'network',
  'untrusted',
  'intercepted',
  'aborted',
  'vault-unavailable',
  'vault-missing',
  'vault-locked',
  'vault-refused',
  'vault-timeout',
  'secret-lost',
]);

/** The part of a run in one team. */
export interface Group {
  context: ManyContext;
  /** What was read when it was opened; `null`: it is read anew. */
  opened: Opened | null;
  items: readonly Item[];
}

/** What a drive needs besides what it drives. */
export interface Drive {
  given: ManyServices;
  /** Shows how far the run is. */
  tell(run: Run): void;
  /** Resolves after that time, or earlier when the run is stopped or Buoy quits. */
  pause(run: Run, ms: number): Promise<void>;
}

/** Goes through a group, and through all of it: a thing that is refused does not stop the others. */
export async function driveGroup(drive: Drive, run: Run, group: Group): Promise<void> {
  const { job } = run;
  if (isTogether(job)) await driveTogether(drive, run, job, group);
  else if (isOneByOne(job)) await driveOneByOne(drive, run, job, group);
}

const isTogether = (job: ManyJob): job is ManyJob & { forMany: Together } => job.forMany.how === 'together';
const isOneByOne = (job: ManyJob): job is ManyJob & { forMany: OneByOne } => job.forMany.how === 'one by one';

async function driveTogether(
  drive: Drive,
  run: Run,
  job: ManyJob & { forMany: Together },
  { context, opened, items }: Group,
): Promise<void> {
  put(drive, run, items, 'running', null);
  const outcome = await patiently(drive, run, () => attemptTogether(drive.given, job, context, run.values, opened));
  if (!outcome.ok) return refuse(drive, run, items, outcome.failure);
  const { done, text, again, opened: read } = outcome.value;
  run.actionKeys.push(...done.actionKeys);
  run.sentence = text;
  for (const item of items) {
    const end = job.forMany.end?.(item.thing, done.answers, run.values, read) ?? success(null);
    if (end.ok) Object.assign(item, { state: 'done', text: end.value, again });
    else Object.assign(item, { state: 'refused', text: manyWords.refused(end.failure) });
  }
  drive.tell(run);
}

async function driveOneByOne(drive: Drive, run: Run, job: ManyJob & { forMany: OneByOne }, { items }: Group): Promise<void> {
  const slots = new Slots(job.forMany.atOnce ?? usuallyAtOnce);
  // Another thing has the place while this one only waits for something to end.
  const untilOver: ManyServices['untilOver'] = async (key) => {
    slots.give();
    const over = await drive.given.untilOver(key);
    await slots.takeBack();
    return over;
  };
  const one = async (item: Item) => {
    put(drive, run, [item], 'running', null);
    const outcome = await patiently(drive, run, () =>
      attemptOne(drive.given, job, item.thing, run.values, untilOver, item.opened),
    );
    if (!outcome.ok) return refuse(drive, run, [item], outcome.failure);
    run.actionKeys.push(...outcome.value.done.actionKeys);
    item.again = outcome.value.again;
    put(drive, run, [item], 'done', outcome.value.text);
  };
  const begun: Promise<void>[] = [];
  for (const item of items) {
    await slots.take();
    if (run.isStopped || run.brokenBy !== null) break;
    begun.push(one(item).finally(() => slots.give()));
  }
  await Promise.all(begun);
}

/** Tries, and again once the limits that held it allow it, as long as nothing of it was sent. */
async function patiently<T>(drive: Drive, run: Run, attempt: () => Promise<Attempt<T>>): Promise<Outcome<T>> {
  const { clock } = drive.given.services;
  for (;;) {
    const { outcome, wasSent } = await attempt();
    if (outcome.ok || wasSent || run.isStopped) return outcome;
    const { kind, retryAtMs } = outcome.failure;
    if ((kind !== 'held' && kind !== 'throttled') || retryAtMs === undefined) return outcome;
    run.heldUntilMs = Math.max(run.heldUntilMs ?? 0, retryAtMs);
    drive.tell(run);
    await drive.pause(run, Math.max(1000, retryAtMs - clock.now()));
    run.heldUntilMs = null;
    drive.tell(run);
  }
}

function put(drive: Drive, run: Run, items: readonly Item[], state: Item['state'], text: string | null): void {
  for (const item of items) Object.assign(item, { state, text });
  drive.tell(run);
}

function refuse(drive: Drive, run: Run, items: readonly Item[], failure: Failure): void {
  if (meantForAll.has(failure.kind)) run.brokenBy = failure.message;
  const isUnknown = failure.kind === 'outcome-unknown';
  put(drive, run, items, isUnknown ? 'unknown' : 'refused', isUnknown ? manyWords.unknown : manyWords.refused(failure));
}
