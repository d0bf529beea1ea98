import type { FollowKind } from '../following/followers.ts';
import { at, queryOf } from './at.ts';

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

/** A change of an autoscale pool ends with the newest event of its history, which may still be the one before it for a moment. */
const autoscale: FollowKind = {
  name: 'autoscale-history',
  operationId: 'autoscalepools_list_history',
  args: ({ autoscale_pool_id = '' }) => ({ path: { autoscale_pool_id }, query: { per_page: '1' } }),
  read(body) {
    const history = at(body, 'history');
    const status = at(Array.isArray(history) ? history[0] : undefined, 'status');
    if (status === 'success') return { status: 'completed' };
    return { status: status === 'error' ? 'errored' : 'in-progress' };
  },
  settleMs,
};

/** A domain that an app got is confirmed by its record, which a person may have to enter somewhere else first. */
const appDomain: FollowKind = {
  name: 'app-domain',
  operationId: 'apps_get',
  args: ({ id = '' }) => ({ path: { id } }),
  read(body, { domain }) {
    const domains = at(body, 'app.domains');
    const found: unknown = Array.isArray(domains) ? domains.find((one) => at(one, 'spec.domain') === domain) : undefined;
    const phase = at(found, 'phase');
    if (phase === 'ACTIVE') return { status: 'completed' };
    return { status: phase === 'ERROR' ? 'errored' : 'in-progress' };
  },
};

/** Actions on a share cannot be read, so what they were to change is: a field with a value, or a list with or without one. */
const nfsValue: FollowKind = {
  name: 'nfs-value',
  operationId: 'nfs_get',
  args: ({ nfs_id = '', ...target }) => ({ path: { nfs_id }, ...queryOf(target, ['region']) }),
  read(body, { field = '', value = '', isGone }) {
    if (at(body, 'share.status') === 'FAILED') return { status: 'errored' };
    const now = at(body, `share.${field}`);
    const has = Array.isArray(now) ? now.map(String).includes(value) : String(now) === value;
    return { status: has === (isGone === undefined) ? 'completed' : 'in-progress' };
  },
};

const vectorRestore: FollowKind = {
  name: 'vector-restore',
  operationId: 'vectorDatabases_get_restore_status',
  args: ({ id = '', backup_id = '' }) => ({ path: { id, backup_id } }),
  read(body) {
    const status = at(body, 'status');
    if (status === 'SUCCESS') return { status: 'completed' };
    if (status !== 'FAILED' && status !== 'CANCELED' && status !== 'CANCELLED') return { status: 'in-progress' };
    const error = at(body, 'error');
    const failure = typeof error === 'string' && error !== '' ? { failure: { kind: 'http-error' as const, message: error } } : {};
    return { status: 'errored', ...failure };
  },
};

/** The published schema names no states of it: a change is over once the size or the status says so. */
const vectorDatabase: FollowKind = {
  name: 'vector-database',
  operationId: 'vectorDatabases_get',
  args: ({ id = '' }) => ({ path: { id } }),
  read(body) {
    const status = String(at(body, 'vector_db.status') ?? '').toLowerCase();
    if (['active', 'online', 'running', 'ready'].includes(status)) return { status: 'completed' };
    return { status: ['error', 'errored', 'failed'].includes(status) ? 'errored' : 'in-progress' };
  },
  settleMs,
};

/** A prefix is advertised, or no longer, once it is as it was asked to be and nothing is changed about it. */
const advertised: FollowKind = {
  name: 'byoip-advertised',
  operationId: 'byoipPrefixes_get',
  args: ({ byoip_prefix_uuid = '' }) => ({ path: { byoip_prefix_uuid } }),
  read(body) {
    const isLocked = at(body, 'byoip_prefix.locked');
    return { status: isLocked === false ? 'completed' : 'in-progress' };
  },
  settleMs,
};

/** Long operations that end when a part of a thing says so, not a state of its own. */
export const partKinds: readonly FollowKind[] = [
  nodePool,
  update,
  autoscale,
  appDomain,
  nfsValue,
  vectorRestore,
  vectorDatabase,
  advertised,
];
