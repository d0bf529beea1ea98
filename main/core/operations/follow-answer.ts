import type { ApiRequest } from '../../../preload/contract/schema.ts';
import { type Action, parseAction } from '../digitalocean/actions.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';
import type { CoreServices } from '../services.ts';
import { operationWords } from '../words/operations.ts';
import { at } from './follow-kinds.ts';
import { startedBy } from './long-running.ts';

/**
 * Follows what a call started, so that Activity shows it and a notice tells its end: an action of the API in the answer,
 * or a long operation without one. Returns the keys of the rows.
 */
export function followAnswer(
  services: CoreServices,
  call: { operation: Operation; request: ApiRequest; body: unknown; name: (id: string) => string | null },
): string[] {
  const { operation, request, body } = call;
  if (operation.method === 'GET') return [];
  const { connectionId } = request;
  const actions = actionsIn(body);
  if (actions.length > 0) {
    services.dispatch({ type: 'actions-started', connectionId, actions, value: null, atMs: services.clock.now() });
    return actions.map((action) => `${connectionId}:${action.id}`);
  }
  const started = startedBy(operation.id, request.path, body);
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
    route: null,
  });
  return [key];
}

/** `{action}` and `{actions}` of the action operations. NFS actions have states of their own and no id to ask for. */
function actionsIn(body: unknown): Action[] {
  const one = at(body, 'action');
  const many = at(body, 'actions');
  const raw = Array.isArray(many) ? many : one === undefined ? [] : [one];
  return raw.flatMap((item) => parseAction(item) ?? []);
}
