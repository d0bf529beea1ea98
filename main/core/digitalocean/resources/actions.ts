import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { ActionId, DropletId, RegionSlug } from './identifiers.ts';
import { callAs, callForList, under } from './typed-calls.ts';
import { integer, oneOf, record, string, timeMs } from './wire-values.ts';

/** A change of a resource, running or ended. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Actions */
export interface Action {
  id: ActionId;
  status: 'in-progress' | 'completed' | 'errored' | 'unknown';
  /** As the API spells it. The API adds types without notice. */
  type: string;
  startedAtMs: number;
  /** Null while the action runs. */
  completedAtMs: number | null;
  /** Null for resources without a numeric id, such as volumes. */
  resourceId: number | null;
  resourceType: string;
  regionSlug: RegionSlug | null;
}

const statuses = ['in-progress', 'completed', 'errored'] as const;

/** An action from the wire; undefined without id, type or start. */
export function parseAction(raw: unknown): Action | undefined {
  const wire = record(raw);
  const id = integer(wire?.id);
  const type = string(wire?.type);
  const startedAtMs = timeMs(wire?.started_at);
  if (!wire || id === null || type === null || startedAtMs === null) return undefined;
  return {
    id,
    status: oneOf(wire.status, statuses),
    type,
    startedAtMs,
    completedAtMs: timeMs(wire.completed_at),
    resourceId: integer(wire.resource_id),
    resourceType: string(wire.resource_type) ?? 'unknown',
    regionSlug: string(wire.region_slug) ?? string(record(wire.region)?.slug) ?? string(wire.region),
  };
}

const parseOne = under('action', parseAction);

/** The newest actions of the team, whoever started them, in one request. `count` is from 1 to 200. */
export function listRecentActions(api: Api, count: number, options: CallOptions = {}): Promise<Outcome<Action[]>> {
  return callForList(api, 'actions_list', 'actions', { args: { query: { per_page: count } }, options, parse: parseAction });
}

/** One action by its id; `not-found` when the team has no such action. */
export function getAction(api: Api, id: ActionId, options: CallOptions = {}): Promise<Outcome<Action>> {
  return callAs(api, 'actions_get', { args: { path: { action_id: id } }, options, parse: parseOne });
}

/** The newest actions of one droplet, at most 20, in one request. */
export function listDropletActions(api: Api, dropletId: DropletId, options: CallOptions = {}): Promise<Outcome<Action[]>> {
  return callForList(api, 'dropletActions_list', 'actions', {
    args: { path: { droplet_id: dropletId } },
    options,
    parse: parseAction,
  });
}

/** Body of a request that starts an action: its `type` and the values that this type needs. */
export type ActionBody = Readonly<Record<string, unknown>>;

/**
 * Starts an action on a droplet. `outcome-unknown` when no answer came; the droplet's actions then say whether it started.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/dropletActions_post
 */
export function postDropletAction(
  api: Api,
  dropletId: DropletId,
  body: ActionBody,
  options: CallOptions = {},
): Promise<Outcome<Action>> {
  return callAs(api, 'dropletActions_post', { args: { path: { droplet_id: dropletId }, body }, options, parse: parseOne });
}

/**
 * Starts an action on every droplet with that tag, in one request, and returns the actions that started.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/dropletActions_post_byTag
 */
export function postTagAction(api: Api, tag: string, body: ActionBody, options: CallOptions = {}): Promise<Outcome<Action[]>> {
  return callForList(api, 'dropletActions_post_byTag', 'actions', {
    args: { query: { tag_name: tag }, body },
    options,
    parse: parseAction,
  });
}
