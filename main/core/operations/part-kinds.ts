import type { FollowKind } from '../following/followers.ts';
import { at } from './at.ts';

/** How long a cluster may still report what was so before the request. */
const settleMs = 20_000;

/** A pool is done when it has as many nodes as it should, and all of them run. */
const nodePool: FollowKind = {
  name: 'node-pool',
  operationId: 'kubernetes_get_nodePool',
  args: ({ cluster_id = '', node_pool_id = '' }) => ({ path: { cluster_id, node_pool_id } }),
  read(body) {
    const nodes = at(body, 'node_pool.nodes');
    const isDone =
      Array.isArray(nodes) &&
      nodes.length === at(body, 'node_pool.count') &&
      nodes.every((node) => at(node, 'status.state') === 'running');
    return { status: isDone ? 'completed' : 'in-progress' };
  },
  settleMs,
};

const update: FollowKind = {
  name: 'database-update',
  operationId: 'databases_get_cluster',
  args: ({ database_cluster_uuid = '' }) => ({ path: { database_cluster_uuid } }),
  read: (body) => ({ status: at(body, 'database.maintenance_window.pending') === false ? 'completed' : 'in-progress' }),
};

const lint: FollowKind = {
  name: 'cluster-lint',
  operationId: 'kubernetes_get_clusterLintResults',
  args: ({ cluster_id = '', run_id = '' }) => ({ path: { cluster_id }, query: { run_id } }),
  read: (body) => ({ status: typeof at(body, 'completed_at') === 'string' ? 'completed' : 'in-progress' }),
};

/** Long operations that end when a part of a thing says so, not a state of its own. */
export const partKinds: readonly FollowKind[] = [nodePool, update, lint];
