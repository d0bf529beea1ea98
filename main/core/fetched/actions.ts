import { z } from 'zod';
import { type Failure, type Outcome, success } from '../../../preload/contract/failure.ts';
import { failureSchema } from '../../../preload/contract/failure-schema.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import { type Action, getAction, listRecentActions } from '../digitalocean/resources/actions.ts';
import { rowsOf } from '../understood.ts';
import { type Definition, pageSize, type ReadContext, savedAs } from './definition.ts';

/** An action of the API, or a long operation that Buoy follows. */
export interface TrackedAction {
  /** `connectionId:actionId`, or `connectionId:follow-N`. */
  key: string;
  connectionId: string;
  /** `null` for a long operation that has no action in the API. */
  actionId: number | null;
  /** In the API's words, such as `power_cycle`; for a followed operation such as `create` or `deploy`. */
  type: string;
  status: ActionRow['status'];
  startedAtMs: number;
  completedAtMs: number | null;
  resourceType: string;
  resourceId: string | null;
  /** Empty until the droplet of the action is known. */
  resourceName: string;
  regionSlug: string | null;
  sizeSlug: string | null;
  /** What the action should make of it, such as a new size or name; `null` when unknown. */
  value: string | null;
  startedBy: ActionRow['startedBy'];
  /** It runs, or ran, far longer than usual for its kind. */
  isSlow: boolean;
  failure: Failure | null;
  /** How Buoy follows an operation that has no action; `null` for actions of the API. */
  follow: FollowedAs | null;
  /** A job that Buoy runs waits for it and tells how that ends. It is not saved, because no such job survives a quit. */
  isStep?: true;
}

/** Enough to go on following an operation after a restart. See `following/followers.ts`. */
export interface FollowedAs {
  kind: string;
  target: Record<string, string>;
  titles: { running: string; completed: string; errored: string };
  route: string | null;
}

/** Running and finished actions by key, newest first; at most 300 finished ones. */
export type TrackedActions = ReadonlyMap<string, TrackedAction>;

/** What the read and its interval need of the connection. */
interface Needs {
  actions: TrackedActions;
  droplets: ReadonlyMap<number, unknown>;
  /** Commands that were sent and not answered yet. */
  pending: ReadonlyMap<number, unknown>;
}

/** Running actions that are no longer on the first page are read one by one, at most this many in each poll. */
const maximumSingles = 5;
/** Entries to ask for while fewer than half as many run: then the list is read every few seconds, and a short one is enough. */
const shortPage = 50;

const schema = z.object({
  key: z.string(),
  connectionId: z.string(),
  actionId: z.number().nullable(),
  type: z.string(),
  status: z.enum(['in-progress', 'completed', 'errored', 'unknown']),
  startedAtMs: z.number(),
  completedAtMs: z.number().nullable(),
  resourceType: z.string(),
  resourceId: z.string().nullable(),
  resourceName: z.string(),
  regionSlug: z.string().nullable(),
  sizeSlug: z.string().nullable(),
  value: z.string().nullable(),
  startedBy: z.enum(['buoy', 'elsewhere']),
  isSlow: z.boolean(),
  failure: failureSchema.nullable(),
  follow: z
    .object({
      kind: z.string(),
      target: z.record(z.string(), z.string()),
      titles: z.object({ running: z.string(), completed: z.string(), errored: z.string() }),
      route: z.string().nullable(),
    })
    .nullable(),
});

/**
 * The first page of actions: one request shows everything that runs, whoever started it, and what ended lately.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/actions_list
 */
export const actions: Definition<TrackedActions, readonly Action[], Needs> & { fold: 'in-reducer' } = {
  empty: new Map(),
  fold: 'in-reducer',
  // One a minute is 60. A poller goes at full speed until half of its share is spent: 12 minutes at one read every 5 s.
  sharePerHour: 300,
  intervalMs: (chosenMs) => chosenMs,
  urgentIntervalMs({ actions: tracked, pending }, nowMs) {
    let newestMs: number | null = null;
    for (const action of tracked.values()) {
      // An operation that Buoy follows is read by its follower instead.
      if (action.status === 'in-progress' && action.follow === null) newestMs = Math.max(newestMs ?? 0, action.startedAtMs);
    }
    if (newestMs === null && pending.size === 0) return null;
    return runningIntervalMs(newestMs === null ? 0 : nowMs - newestMs);
  },
  read: readActions,
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()].map(({ isStep: _ofThisRun, ...action }) => action),
    read: (saved) => new Map(saved.map((action) => [action.key, action])),
  }),
  wakesPollers: true,
  bearsNews: true,
};

/**
 * Milliseconds between reads while an action runs: every 5 s for two minutes, every 10 s until ten minutes, then every 30 s.
 * The end of a short action shows at once, and a long one costs little.
 */
export function runningIntervalMs(elapsedMs: number): number {
  if (elapsedMs < 120_000) return 5000;
  if (elapsedMs < 600_000) return 10_000;
  return 30_000;
}

async function readActions(context: ReadContext<Needs>) {
  const { api, clock, options, connection } = context;
  const running = runningActions(connection());
  const isOften = running.length > 0 && running.length < shortPage / 2;
  const outcome = await listRecentActions(api, isOften ? shortPage : pageSize, options);
  if (!outcome.ok) return { outcome, cost: 1 };
  const listed = new Set(outcome.value.map((action) => action.id));
  const missing = inTurns(
    running.filter(({ id }) => !listed.has(id)),
    clock.now(),
  );
  const singles = await Promise.all(missing.map((action) => readSingle(context, action)));
  return { outcome: success([...outcome.value, ...singles.flat()]), cost: 1 + missing.length };
}

/** How long the same actions are read one by one, in milliseconds, before it is the turn of others. */
const turnMs = 30_000;

/** At most five actions, others every half minute: a few that cannot be read must not keep the rest from being read. */
function inTurns(missing: readonly Action[], nowMs: number): Action[] {
  const from = missing.length <= maximumSingles ? 0 : (Math.floor(nowMs / turnMs) * maximumSingles) % missing.length;
  return [...missing.slice(from), ...missing.slice(0, from)].slice(0, maximumSingles);
}

/**
 * An action read alone. One that the API no longer has ended without anybody knowing how. After other failures it stays as it
 * is until the next poll.
 */
async function readSingle({ api, options, connection }: ReadContext<Needs>, action: Action): Promise<Action[]> {
  const single: Outcome<Action> = await getAction(api, action.id, options);
  if (single.ok) return [single.value];
  const { kind, status } = single.failure;
  const isAnswered = status !== undefined && kind !== 'intercepted';
  const isGone = kind === 'not-found' || (isAnswered && status < 500 && hasLostDroplet(connection(), action));
  return isGone ? [{ ...action, status: 'unknown' }] : [];
}

/** Whether the droplet of an action is known to be gone. */
function hasLostDroplet(connection: Needs | undefined, { resourceType, resourceId }: Action): boolean {
  const { droplets } = connection ?? {};
  return (
    resourceType === 'droplet' && resourceId !== null && droplets !== undefined && droplets.size > 0 && !droplets.has(resourceId)
  );
}

/** The running actions of the API as they were last read, oldest first. */
function runningActions(connection: Needs | undefined): Action[] {
  const running = [...(connection?.actions.values() ?? [])].filter((action) => action.status === 'in-progress');
  return running
    .toReversed()
    .flatMap(({ actionId, resourceId, ...action }) =>
      actionId === null ? [] : [{ ...action, id: actionId, resourceId: resourceId === null ? null : Number(resourceId) }],
    );
}
