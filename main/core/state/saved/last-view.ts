import { z } from 'zod';
import { failureSchema } from '../../../../preload/contract/failure.ts';
import { dropletRowSchema } from '../../../../preload/contract/view.ts';
import { type ConnectionState, type FetchedKind, fetchedKinds, neverFetched, newConnection, type State } from '../state.ts';

/**
 * The `last-view` document: what was last known of each saved connection, so that a start shows it at once with its age. Never
 * a token, nothing of the demo account, nothing of connections that are kept for one run only.
 */
const dropletSchema = dropletRowSchema.omit({
  key: true,
  connectionId: true,
  condition: true,
  conditionText: true,
  downSinceMs: true,
  isPinned: true,
  actionKey: true,
});

const actionSchema = z.object({
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

const accountSchema = z.object({
  email: z.string(),
  uuid: z.string(),
  name: z.string().nullable(),
  status: z.enum(['active', 'warning', 'locked', 'unknown']),
  dropletLimit: z.number().nullable(),
  team: z.object({ uuid: z.string(), name: z.string() }).nullable(),
});

const balanceSchema = z.object({
  monthToDateUsage: z.string(),
  monthToDateBalance: z.string(),
  accountBalance: z.string(),
  generatedAtMs: z.number(),
});

const uptimeSchema = z.object({
  checkId: z.string(),
  name: z.string(),
  target: z.string(),
  isEnabled: z.boolean(),
  status: z.enum(['up', 'down', 'unknown']),
  downIn: z.array(z.string()),
  changedAtMs: z.number().nullable(),
});

const alertSchema = z.object({
  key: z.string(),
  policyUuid: z.string(),
  description: z.string(),
  type: z.string(),
  comparison: z.enum(['GreaterThan', 'LessThan']),
  threshold: z.number(),
  dropletId: z.number(),
  value: z.number().nullable(),
  isFiring: z.boolean(),
  changedAtMs: z.number(),
});

const connectionSchema = z.object({
  id: z.string(),
  lastWorkedAtMs: z.number().nullable(),
  account: accountSchema.nullable(),
  balance: balanceSchema.nullable(),
  fetchedAtMs: z.partialRecord(z.enum(fetchedKinds), z.number()),
  droplets: z.array(dropletSchema),
  downs: z.array(z.tuple([z.number(), z.number()])),
  suspicions: z.array(z.tuple([z.number(), z.object({ seenOffAtMs: z.number(), lastActiveAtMs: z.number() })])),
  actions: z.array(actionSchema),
  uptime: z.array(uptimeSchema),
  alerts: z.array(alertSchema),
});
type SavedView = z.infer<typeof connectionSchema>;

const lastViewSchema = z.object({
  version: z.literal(1),
  pause: z.object({ untilMs: z.number().nullable() }).nullable(),
  connections: z.array(connectionSchema),
});
export interface LastView {
  pause: State['pause'];
  connections: SavedView[];
}

/** `null` where the document is not what Buoy writes. */
export function readLastView(value: unknown): LastView | null {
  const parsed = lastViewSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const toLastView = (state: State): z.infer<typeof lastViewSchema> => ({
  version: 1,
  pause: state.pause,
  connections: [...state.connections.values()].filter((one) => one.isSaved).map(toSavedView),
});

function toSavedView(connection: ConnectionState): SavedView {
  const times = fetchedKinds.flatMap((what) => {
    const { fetchedAtMs } = connection.fetches[what];
    return fetchedAtMs === null ? [] : [[what, fetchedAtMs] as const];
  });
  return {
    id: connection.id,
    lastWorkedAtMs: connection.lastWorkedAtMs,
    account: connection.account,
    balance: connection.balance,
    fetchedAtMs: Object.fromEntries(times),
    droplets: [...connection.droplets.values()],
    downs: [...connection.downs],
    suspicions: [...connection.suspicions],
    actions: [...connection.actions.values()],
    uptime: [...connection.uptime.values()].map((check) => ({ ...check, downIn: [...check.downIn] })),
    alerts: [...connection.alerts.values()],
  };
}

/** A saved connection with what was last known of it; without that, a new one. */
export function restoreConnection(saved: { id: string; label: string | null }, view: SavedView | undefined): ConnectionState {
  const fresh = newConnection({ ...saved, isDemo: false, isForThisRunOnly: false });
  if (!view) return fresh;
  const fetches = Object.fromEntries(
    fetchedKinds.map((what): [FetchedKind, ConnectionState['fetches'][FetchedKind]] => [
      what,
      { ...neverFetched, fetchedAtMs: view.fetchedAtMs[what] ?? null },
    ]),
  ) as Record<FetchedKind, ConnectionState['fetches'][FetchedKind]>;
  const running = view.actions.filter((action) => action.status === 'in-progress' && action.resourceType === 'droplet');
  return {
    ...fresh,
    account: view.account,
    balance: view.balance,
    lastWorkedAtMs: view.lastWorkedAtMs,
    fetches,
    droplets: new Map(view.droplets.map((droplet) => [droplet.id, droplet])),
    downs: new Map(view.downs),
    suspicions: new Map(view.suspicions),
    actions: new Map(view.actions.map((action) => [action.key, action])),
    uptime: new Map(view.uptime.map((check) => [check.checkId, check])),
    alerts: new Map(view.alerts.map((alert) => [alert.key, alert])),
    runningOn: new Map(running.map((action) => [Number(action.resourceId), action.key])),
  };
}
