import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { ActionId, DropletId, RegionSlug } from './identifiers.ts';
import { callAs, every, under } from './typed-calls.ts';
import { integer, oneOf, record, string, timeMs } from './wire-values.ts';

/** Something that was done or is being done to a resource. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Actions */
export interface Action {
  id: ActionId;
  status: 'in-progress' | 'completed' | 'errored' | 'unknown';
  /** As the API spells it; new types come without notice. */
  type: string;
  startedAtMs: number;
  completedAtMs: number | null;
  /** Null for actions on what has no number, such as volumes. */
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
    regionSlug: string(wire.region_slug) ?? string(record(wire.region)?.slug),
  };
}

const parseMany = under('actions', every(parseAction));
const parseOne = under('action', parseAction);

/** The newest actions of the team, whoever started them: one request. `count` from 1 to 200. */
export function listRecentActions(api: Api, count: number, options: CallOptions = {}): Promise<Outcome<Action[]>> {
  return callAs(api, 'actions_list', { args: { query: { per_page: count } }, options, parse: parseMany });
}

export function getAction(api: Api, id: ActionId, options: CallOptions = {}): Promise<Outcome<Action>> {
  return callAs(api, 'actions_get', { args: { path: { action_id: id } }, options, parse: parseOne });
}

/** The newest actions of one droplet: one request. */
export function listDropletActions(api: Api, dropletId: DropletId, options: CallOptions = {}): Promise<Outcome<Action[]>> {
  return callAs(api, 'dropletActions_list', { args: { path: { droplet_id: dropletId } }, options, parse: parseMany });
}

/** What starts an action: its `type`, and what that type wants beside it. */
export type ActionBody = Readonly<Record<string, unknown>>;

/** Starts an action on a droplet. `outcome-unknown` where no answer came: then look at the droplet's actions. */
export function postDropletAction(
  api: Api,
  dropletId: DropletId,
  body: ActionBody,
  options: CallOptions = {},
): Promise<Outcome<Action>> {
  return callAs(api, 'dropletActions_post', { args: { path: { droplet_id: dropletId }, body }, options, parse: parseOne });
}

/** Starts an action on every droplet with that tag, in one request; the actions that began. */
export function postTagAction(api: Api, tag: string, body: ActionBody, options: CallOptions = {}): Promise<Outcome<Action[]>> {
  return callAs(api, 'dropletActions_post_byTag', { args: { query: { tag_name: tag }, body }, options, parse: parseMany });
}
