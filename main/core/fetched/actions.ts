import { z } from 'zod';
import { type Failure, failureSchema, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import type { CallOptions } from '../digitalocean/api.ts';
import { type Action, getAction, listRecentActions } from '../digitalocean/resources/actions.ts';
import { type Definition, pageSize, type ReadContext, savedAs } from './definition.ts';

/** An action of the API, or a long operation that Buoy follows. */
export interface TrackedAction {
  /** `connectionId:actionId`, or `connectionId:follow-N`. */
  key: string;
  connectionId: string;
  /** `null` for what has no action. */
  actionId: number | null;
  type: string;
  status: ActionRow['status'];
  startedAtMs: number;
  completedAtMs: number | null;
  resourceType: string;
  resourceId: string | null;
  resourceName: string;
  regionSlug: string | null;
  sizeSlug: string | null;
  /** What was asked for beside the type: a new size, a name; `null` where unknown. */
  value: string | null;
  startedBy: ActionRow['startedBy'];
  isSlow: boolean;
  failure: Failure | null;
  /** What watches it, for operations without an action. */
  follow: FollowedAs | null;
}

export interface FollowedAs {
  kind: string;
  target: Record<string, string>;
  titles: { running: string; completed: string; errored: string };
  route: string | null;
}

/** Running and finished actions by key, newest first; at most 300 finished ones. */
export type TrackedActions = ReadonlyMap<string, TrackedAction>;

/** What the read and its interval look at. */
interface Needs {
  actions: TrackedActions;
  /** Commands that were sent and not yet answered. */
  pending: ReadonlyMap<number, unknown>;
}

/** Actions that run but are not on the first page are asked for one by one, this many in a turn. */
const maximumSingles = 5;
/** While something runs the list is asked for often: fewer entries then, unless more than these run. */
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

/** The first page of actions: one request for all that runs, whoever started it, and for what ended lately. */
export const actions: Definition<TrackedActions, readonly Action[], Needs> & { fold: 'in-reducer' } = {
  empty: new Map(),
  fold: 'in-reducer',
  sharePerHour: 300,
  intervalMs: (chosenMs) => chosenMs,
  urgentIntervalMs({ actions: tracked, pending }, nowMs) {
    let newestMs: number | null = null;
    for (const action of tracked.values()) {
      // What Buoy follows itself is asked for by its follower.
      if (action.status === 'in-progress' && action.follow === null) newestMs = Math.max(newestMs ?? 0, action.startedAtMs);
    }
    if (newestMs === null && pending.size === 0) return null;
    return runningIntervalMs(newestMs === null ? 0 : nowMs - newestMs);
  },
  read: readActions,
  saved: savedAs(z.array(schema), {
    write: (held) => [...held.values()],
    read: (saved) => new Map(saved.map((action) => [action.key, action])),
  }),
  wakesPollers: true,
  bearsNews: true,
};

/** How often running actions are asked for, milliseconds: densely at first, then less, as they prove long. */
export function runningIntervalMs(elapsedMs: number): number {
  if (elapsedMs < 120_000) return 5000;
  if (elapsedMs < 600_000) return 10_000;
  return 30_000;
}

async function readActions({ api, options, connection }: ReadContext<Needs>) {
  const running = runningIds(connection());
  const isOften = running.length > 0 && running.length < shortPage / 2;
  const outcome = await listRecentActions(api, isOften ? shortPage : pageSize, options);
  if (!outcome.ok) return { outcome, cost: 1 };
  const listed = new Set(outcome.value.map((action) => action.id));
  // Oldest first: those fell off the page long ago.
  const missing = running.filter((id) => !listed.has(id)).slice(0, maximumSingles);
  const singles = await Promise.all(missing.map((id) => readSingle(api, id, options)));
  return { outcome: success([...outcome.value, ...singles.flat()]), cost: 1 + missing.length };
}

async function readSingle(api: ReadContext<Needs>['api'], id: number, options: CallOptions): Promise<Action[]> {
  const single: Outcome<Action> = await getAction(api, id, options);
  return single.ok ? [single.value] : [];
}

function runningIds(connection: Needs | undefined): number[] {
  const running = [...(connection?.actions.values() ?? [])].filter((action) => action.status === 'in-progress');
  return running.toReversed().flatMap((action) => action.actionId ?? []);
}
