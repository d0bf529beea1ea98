import type { FollowKind } from '../following/followers.ts';
import { followWords } from '../words/following.ts';
import { at } from './at.ts';

/** How long a thing that is being changed may still report the state from before. */
const settleMs = 20_000;

const listAt = (body: unknown, way: string): unknown[] => {
  const list = at(body, way);
  return Array.isArray(list) ? list : [];
};

/** Its droplets apply a change one after the other. What failed names those where the rules are not in force. */
const firewall: FollowKind = {
  name: 'firewall',
  operationId: 'firewalls_get',
  args: ({ firewall_id = '' }) => ({ path: { firewall_id } }),
  read(body, _target, called) {
    const status = at(body, 'firewall.status');
    if (status === 'succeeded') return { status: 'completed' };
    if (status !== 'failed') return { status: 'in-progress' };
    const droplets = listAt(body, 'firewall.pending_changes').flatMap((change) => at(change, 'droplet_id') ?? []);
    return { status: 'errored', failure: followWords.notAtAll([...new Set(droplets.map((id) => called(String(id))))]) };
  },
  settleMs,
};

const cleanUp: FollowKind = {
  name: 'garbage-collection',
  operationId: 'registries_get_garbageCollection',
  args: ({ registry_name = '' }) => ({ path: { registry_name } }),
  read(body) {
    const status = at(body, 'garbage_collection.status');
    const freed = at(body, 'garbage_collection.freed_bytes');
    if (status === 'succeeded' && typeof freed === 'number') return { status: 'completed', outcome: followWords.freed(freed) };
    if (status === 'succeeded' || status === 'cancelled') return { status: 'completed' };
    return { status: status === 'failed' ? 'errored' : 'in-progress' };
  },
  // The API knows the running one only, so "not found" means that it has ended.
  whenGone: 'completed',
};

const lint: FollowKind = {
  name: 'cluster-lint',
  operationId: 'kubernetes_get_clusterLintResults',
  args: ({ cluster_id = '', run_id = '' }) => ({ path: { cluster_id }, query: { run_id } }),
  read(body) {
    if (typeof at(body, 'completed_at') !== 'string') return { status: 'in-progress' };
    const severities = listAt(body, 'diagnostics').map((one) => at(one, 'severity'));
    const many = (severity: string) => severities.filter((one) => one === severity).length;
    return { status: 'completed', outcome: followWords.found(many('error'), many('warning')) };
  },
};

/** A load balancer hands requests to those droplets, or no longer. */
const targets: FollowKind = {
  name: 'load-balancer-droplets',
  operationId: 'loadBalancers_get',
  args: ({ lb_id = '' }) => ({ path: { lb_id } }),
  read(body, { droplets = '', isGone }) {
    if (at(body, 'load_balancer.status') === 'errored') return { status: 'errored' };
    const now = listAt(body, 'load_balancer.droplet_ids').map(String);
    const wanted = droplets.split(' ');
    const isDone =
      Array.isArray(at(body, 'load_balancer.droplet_ids')) && wanted.every((id) => now.includes(id) === (isGone === undefined));
    return { status: isDone ? 'completed' : 'in-progress' };
  },
};

/** A new key of a partner attachment is there once it was made at another time. The answer may be one key, or a list of one. */
const serviceKey: FollowKind = {
  name: 'partner-service-key',
  operationId: 'partnerAttachments_get_service_key',
  args: ({ pa_id = '' }) => ({ path: { pa_id } }),
  read(body, { before = '' }) {
    const found = at(body, 'service_key');
    const made = at(Array.isArray(found) ? found[0] : found, 'created_at');
    return { status: typeof made === 'string' && made !== '' && made !== before ? 'completed' : 'in-progress' };
  },
};

/** Long operations whose answer tells more than whether they are over, or other than by a state. */
export const toldKinds: readonly FollowKind[] = [firewall, cleanUp, lint, targets, serviceKey];
