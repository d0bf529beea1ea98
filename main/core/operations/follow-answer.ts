import type { Operation } from '../digitalocean/catalogue/types.ts';
import { type Action, parseAction } from '../digitalocean/resources/actions.ts';
import type { CoreServices } from '../services.ts';
import { operationWords } from '../words/operations.ts';
import { at } from './at.ts';
import { startedBy } from './long-running.ts';
import { panelOf } from './panels.ts';

/** A call that was answered. */
interface Followed {
  operation: Operation;
  connectionId: string;
  /** Its path values. */
  path: Readonly<Record<string, string>>;
  body: unknown;
  /** What it makes of the thing, in words; absent: not known. */
  value?: string | null;
  /** A job waits for its end and tells that. */
  isStep?: true;
  /** The name behind an id; `null`: not known. */
  name: (id: string) => string | null;
}

/**
 * Follows what a call started, so that Activity shows it and a notice tells its end. That is an action of the API which the
 * answer contains, or a long operation without one. Returns the keys of the rows in Activity.
 */
export function followAnswer(services: CoreServices, call: Followed): string[] {
  const { operation, connectionId, path, body } = call;
  if (operation.method === 'GET') return [];
  const step = call.isStep ? { isStep: true as const } : {};
  const actions = actionsIn(body, services.clock.now());
  if (actions.length > 0) {
    const name = call.name(Object.values(path).at(-1) ?? '') ?? '';
    services.dispatch({
      type: 'actions-started',
      connectionId,
      actions,
      value: call.value ?? null,
      name,
      ...step,
      atMs: services.clock.now(),
    });
    return actions.map((action) => `${connectionId}:${action.id}`);
  }
  const started = startedBy(operation.id, path, body);
  if (!started) return [];
  const name = call.name(started.name) ?? started.name;
  const key = services.followers.follow({
    connectionId,
    kind: started.kind,
    target: started.ids,
    type: started.type,
    titles: operationWords.following(started.type, started.resourceType, name),
    resourceType: started.resourceType,
    resourceId: Object.values(started.ids).at(-1) ?? null,
    resourceName: name,
    route: panelOf(started.kind, connectionId, started.ids),
    ...step,
  });
  return [key];
}

/**
 * The actions in an answer: `action` or `actions` of the action operations, or the `links.actions` of a creation. NFS actions
 * do not parse as such, since they have other states and no numeric id; `long-running.ts` follows the share instead.
 */
function actionsIn(body: unknown, nowMs: number): Action[] {
  const one = at(body, 'action');
  const many = at(body, 'actions');
  const raw = Array.isArray(many) ? many : one === undefined ? linkedActions(body, nowMs) : [one];
  return raw.flatMap((item) => parseAction(item) ?? []);
}

/**
 * Creating droplets answers with links that contain only an action's id and type, in the order of the droplets. This fills in
 * the rest, until the next poll of actions replaces it with the API's own data.
 */
function linkedActions(body: unknown, nowMs: number): unknown[] {
  const links = at(body, 'links.actions');
  if (!Array.isArray(links)) return [];
  const made = at(body, 'droplets') ?? [at(body, 'droplet')];
  return links.map((link: unknown, index) => ({
    id: at(link, 'id'),
    type: at(link, 'rel'),
    status: 'in-progress',
    started_at: new Date(nowMs).toISOString(),
    resource_id: Array.isArray(made) ? at(made[index], 'id') : null,
    resource_type: 'droplet',
  }));
}
