import type { Prepared } from '../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../preload/contract/job.ts';
import type { RunItem, RunRow } from '../../../../preload/contract/many.ts';
import type { TrackedAction } from '../../fetched/actions.ts';
import { routes } from '../../names/routes.ts';
import { runKind } from '../../names/run-kind.ts';
import { countedThings } from '../../words/family-nouns.ts';
import { manyWords } from '../../words/many.ts';
import type { Again, Opened, Thing } from '../job.ts';
import type { ManyJob } from './select.ts';

/** One thing of a run, and how far the run is with it. */
export interface Item {
  thing: Thing;
  state: RunItem['state'];
  text: string | null;
  /** What was read when it was asked, for jobs whose steps need nothing of it. */
  opened: Opened | null;
  /** What makes again what was taken away of it; `null`: nothing was, or it was made again. */
  again: Again | null;
}

/** What makes again what a run took away: a job over the same things. */
export interface Undoing {
  job: ManyJob;
  title: string;
  things: readonly Thing[];
  /** Offers it. */
  prepared: Prepared;
}

/** A run over several things, as it is now. */
export interface Run {
  key: string;
  job: ManyJob;
  title: string;
  values: JobValues;
  items: readonly Item[];
  startedAtMs: number;
  endedAtMs: number | null;
  /** How often it was started: a row of Activity that has ended is not opened again. */
  turn: number;
  actionKeys: string[];
  heldUntilMs: number | null;
  /** Nothing more is begun. */
  isStopped: boolean;
  /** Nothing can be sent any more, and why. */
  brokenBy: string | null;
  isPutAway: boolean;
  /** What the one request for all of them did, as a sentence; `null`: there was not one alone. */
  sentence: string | null;
  /** Its things are gone, so they are not looked for before they are tried again. */
  isOfGone: boolean;
  /** Makes again what it took away; `null`: nothing does. */
  undoing: Undoing | null;
}

const inState = ({ items }: Run, state: RunItem['state']): Item[] => items.filter((item) => item.state === state);

/** What was refused and what was not begun. What may have been done is not among it. */
export const restOf = (run: Run): Item[] => run.items.filter(({ state }) => state === 'refused' || state === 'stopped');

/** Things by why they were not done, the most frequent reason first. */
function reasons(items: readonly Item[]): { names: string[]; why: string }[] {
  const groups = Map.groupBy(items, ({ text }) => text ?? '');
  return [...groups]
    .map(([why, of]) => ({ names: of.map(({ thing }) => thing.name), why }))
    .sort((one, other) => other.names.length - one.names.length);
}

/** How the run, or the part of it in one team, ended. */
export function resultOf(run: Run): string {
  const done = inState(run, 'done');
  const [only] = run.items;
  if (done.length < run.items.length) {
    return manyWords.partly(
      done.length,
      run.items.length,
      reasons(inState(run, 'refused')),
      inState(run, 'unknown').length,
      inState(run, 'stopped').length,
    );
  }
  return run.sentence ?? (run.items.length === 1 ? only?.text : null) ?? manyWords.all(done.length, run.actionKeys.length > 0);
}

const isWhole = (run: Run): boolean => run.items.every(({ state }) => state === 'done');

/** A whole result of one request, or of one thing, is a sentence of its own. */
const hasOwnSentence = (run: Run): boolean => isWhole(run) && (run.sentence !== null || run.items.length === 1);

/** A sentence as a title has no full stop. */
const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');

function messageOf(run: Run, over: number): string {
  if (run.endedAtMs === null) return manyWords.progress(over, run.items.length);
  return hasOwnSentence(run) ? resultOf(run) : manyWords.ended(run.title, resultOf(run));
}

function outcomeOf(run: Run): RunRow['outcome'] {
  if (inState(run, 'unknown').length > 0) return 'unsure';
  return restOf(run).length > 0 ? 'partly' : 'fine';
}

/** Key of the row of Activity that stands for the run in one team. */
export const rowKey = ({ key, turn }: Run, connectionId: string): string => `${connectionId}:${key}-${turn}`;

const connectionsOf = ({ items }: Run): string[] => [...new Set(items.map(({ thing }) => thing.connectionId))];

export function runRow(run: Run): RunRow {
  const over = run.items.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  return {
    key: run.key,
    title: run.title,
    message: messageOf(run, over),
    status: run.endedAtMs === null ? 'running' : 'ended',
    outcome: outcomeOf(run),
    startedAtMs: run.startedAtMs,
    endedAtMs: run.endedAtMs,
    items: run.items.map(({ thing, state, text }, at) => ({
      key: String(at),
      name: thing.name,
      connectionId: thing.connectionId,
      state,
      text,
    })),
    over,
    rest: run.endedAtMs === null ? 0 : restOf(run).length,
    heldUntilMs: run.heldUntilMs,
    rowKeys: connectionsOf(run).map((connectionId) => rowKey(run, connectionId)),
    actionKeys: [...run.actionKeys],
    isPutAway: run.isPutAway,
    ...(run.undoing ? { again: run.undoing.prepared } : {}),
  };
}

/** The rows of Activity that stand for the run, one for each of its teams. */
export function activityRows(run: Run): TrackedAction[] {
  return connectionsOf(run).map((connectionId): TrackedAction => {
    const own = { ...run, items: run.items.filter(({ thing }) => thing.connectionId === connectionId) };
    const familyId = own.items[0]?.thing.familyId ?? '';
    const isFaulty = outcomeOf(own) === 'unsure' || inState(own, 'refused').length > 0 || run.brokenBy !== null;
    const status = run.endedAtMs === null ? 'in-progress' : isFaulty ? 'errored' : 'completed';
    const counts = manyWords.ended(run.title, manyWords.progress(inState(own, 'done').length, own.items.length));
    const completed = hasOwnSentence(own) ? asTitle(resultOf(own)) : manyWords.ended(run.title, resultOf(own));
    return {
      key: rowKey(run, connectionId),
      connectionId,
      actionId: null,
      type: 'job',
      status,
      startedAtMs: run.startedAtMs,
      completedAtMs: run.endedAtMs,
      resourceType: familyId,
      resourceId: run.key,
      resourceName: countedThings(familyId, own.items.length),
      regionSlug: null,
      sizeSlug: null,
      value: null,
      startedBy: 'buoy',
      isSlow: false,
      failure: status === 'errored' ? { kind: 'http-error', message: resultOf(own) } : null,
      follow: {
        kind: runKind,
        target: {},
        titles: { running: run.title, completed, errored: counts },
        route: routes.action(rowKey(run, connectionId)),
      },
    };
  });
}
