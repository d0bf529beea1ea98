import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../preload/contract/job.ts';
import type { RunChange } from '../../../../preload/contract/many.ts';
import { manyWords } from '../../words/many.ts';
import type { ManyContext, Opened, Thing } from '../job.ts';
import { type Drive, driveGroup, type Group } from './drive.ts';
import { fresh } from './fresh.ts';
import { gatherChanges } from './gentle.ts';
import type { OpenedGroup } from './opened-group.ts';
import { activityRows, type Item, type Run, restOf, runRow } from './run-row.ts';
import type { ManyJob } from './select.ts';
import { obstacle, selectedFor } from './select.ts';
import type { ManyServices } from './services.ts';
import { undoingOf } from './undoing.ts';

/** How long what was refused can be tried again, in milliseconds after the end. By then anything may have changed. */
const retryForMs = 3_600_000;

/** Runs jobs over several things, and knows what became of each, so that the rest can be tried again. */
export interface Runner {
  /** Returns the key of the run, which goes on by itself. */
  start(job: ManyJob, title: string, values: JobValues, groups: readonly OpenedGroup[]): string;
  change(key: string, change: RunChange): Promise<Outcome<null>>;
  /** Makes again what a run took away, once, as a run of its own; `null`: nothing of that id is offered any more. */
  runAgain(id: string): { runKey: string; title: string } | null;
  /** Nothing more is begun and nothing more is told: Buoy quits. */
  end(): void;
}

export function createRunner(given: ManyServices & { contextOfAll(things: readonly Thing[]): Outcome<ManyContext> }): Runner {
  const { clock, dispatch, state } = given.services;
  const runs = new Map<string, Run>();
  const pauses = new Map<() => void, Run>();
  let counter = 0;
  let isEnded = false;

  const tell = (run: Run) => {
    if (!isEnded) dispatch({ type: 'run-changed', run: runRow(run) });
  };
  const tellActivity = (run: Run) => {
    if (isEnded) return;
    for (const action of activityRows(run)) dispatch({ type: 'follow-changed', action, atMs: clock.now() });
  };

  function pause(run: Run, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(ms, () => go());
      const go = () => {
        cancel();
        pauses.delete(go);
        resolve();
      };
      pauses.set(go, run);
    });
  }

  /** Ends the waits of a run, or of all. */
  function wake(run?: Run): void {
    for (const [go, of] of [...pauses]) if (run === undefined || of === run) go();
  }

  async function go(run: Run, groups: readonly Group[]): Promise<void> {
    const changes = gatherChanges(given.resources, clock);
    const drive: Drive = { given: { ...given, resources: changes.resources }, tell, pause };
    tell(run);
    tellActivity(run);
    await Promise.all(groups.map((group) => driveGroup(drive, run, group)));
    for (const item of run.items) if (item.state === 'waiting') Object.assign(item, { state: 'stopped', text: run.brokenBy });
    run.endedAtMs = clock.now();
    run.undoing = undoingOf(run, clock.now());
    changes.flush();
    tellActivity(run);
    tell(run);
    forgetOld();
    if (!isEnded) for (const connectionId of new Set(run.items.map(({ thing }) => thing.connectionId))) given.look(connectionId);
  }

  /** What the state no longer shows cannot be asked for. */
  function forgetOld(): void {
    const { runs: shown } = state();
    for (const [key, { endedAtMs }] of runs) if (endedAtMs !== null && !shown.has(key)) runs.delete(key);
  }

  async function retry(run: Run): Promise<Outcome<null>> {
    if (run.endedAtMs === null) return failed({ kind: 'busy', ...manyWords.stillRuns });
    if (clock.now() - run.endedAtMs > retryForMs) return failed({ kind: 'refused', ...manyWords.tooLate });
    const rest = restOf(run);
    if (rest.length === 0) return failed({ kind: 'invalid-arguments', ...manyWords.nothingLeft });
    Object.assign(run, {
      endedAtMs: null,
      turn: run.turn + 1,
      isStopped: false,
      brokenBy: null,
      isPutAway: false,
      undoing: null,
    });
    for (const item of rest) Object.assign(item, { state: 'waiting', text: null });
    tell(run);
    const things = rest.map(({ thing }) => thing);
    const left = run.isOfGone ? rest : refuseWhatCannot(run.job, rest, await fresh(given, things));
    void go(run, groupsOf(run, left));
    return success(null);
  }

  /** Starts a run, which goes on by itself. */
  function begin(begun: Pick<Run, 'job' | 'title' | 'values' | 'items' | 'isOfGone'>, groupsIn: (run: Run) => readonly Group[]) {
    counter += 1;
    const key = `run-${clock.now().toString(36)}-${counter}`;
    const run = newRun({ ...begun, key, startedAtMs: clock.now() });
    runs.set(key, run);
    void go(run, groupsIn(run));
    return key;
  }

  function groupsOf(run: Run, items: readonly Item[]): Group[] {
    return [...Map.groupBy(items, ({ thing }) => thing.connectionId).values()].flatMap((of) => {
      const context = given.contextOfAll(of.map(({ thing }) => thing));
      if (context.ok) return [{ context: context.value, opened: null, items: of }];
      for (const item of of) Object.assign(item, { state: 'refused', text: manyWords.refused(context.failure) });
      tell(run);
      return [];
    });
  }

  return {
    start(job, title, values, opened) {
      const groups = opened.map(
        (group): Group => ({
          ...group,
          items: group.context.things.map((thing) => newItem(thing, group.ofEach?.get(thing) ?? null)),
        }),
      );
      const items = groups.flatMap((group) => group.items);
      return begin({ job, title, values, items, isOfGone: false }, () => groups);
    },
    runAgain(id) {
      const of = [...runs.values()].find(({ undoing }) => undoing?.prepared.id === id);
      const undoing = of?.undoing;
      if (!of || !undoing || clock.now() > undoing.prepared.untilMs) return null;
      of.undoing = null;
      for (const item of of.items) item.again = null;
      tell(of);
      const items = undoing.things.map((thing) => newItem(thing, null));
      const { job, title } = undoing;
      const runKey = begin({ job, title, values: {}, items, isOfGone: true }, (run) => groupsOf(run, run.items));
      return { runKey, title };
    },
    async change(key, change) {
      const run = runs.get(key);
      if (!run) return failed({ kind: 'not-found', ...manyWords.noRun });
      if (change === 'retry') return retry(run);
      if (change === 'put-away' && run.endedAtMs === null) return failed({ kind: 'busy', ...manyWords.stillRuns });
      if (change === 'put-away') run.isPutAway = true;
      else run.isStopped = true;
      wake(run);
      tell(run);
      return success(null);
    },
    end() {
      isEnded = true;
      for (const run of runs.values()) run.isStopped = true;
      wake();
    },
  };
}

const newItem = (thing: Thing, opened: Opened | null): Item => ({ thing, state: 'waiting', text: null, opened, again: null });

function newRun(begun: Pick<Run, 'key' | 'job' | 'title' | 'values' | 'items' | 'isOfGone' | 'startedAtMs'>): Run {
  return {
    ...begun,
    endedAtMs: null,
    turn: 1,
    actionKeys: [],
    heldUntilMs: null,
    isStopped: false,
    brokenBy: null,
    isPutAway: false,
    sentence: null,
    undoing: null,
  };
}

/** The things as they are now, without those to which the job can no longer be done. */
function refuseWhatCannot(job: ManyJob, rest: readonly Item[], now: ReadonlyMap<Thing, Thing | null>): Item[] {
  return rest.filter((item) => {
    const thing = now.get(item.thing) ?? null;
    const reason = thing === null ? manyWords.notThere : obstacle(job, selectedFor(job, [thing]));
    if (reason === null) Object.assign(item, { thing });
    else Object.assign(item, { state: 'refused', text: reason });
    return reason === null;
  });
}
