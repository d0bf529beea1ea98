import type { FollowKind } from '../following/followers.ts';
import { at, queryOf } from './at.ts';

/** What is deleted in the background: gone when its read answers 404, or says so. */
interface GoneFacts {
  /** Written to disk with what is followed, so it must not change. */
  name: string;
  operationId: string;
  /** Path parameters of the read. A target has a value for each. */
  parameters: readonly string[];
  /** Query parameters of the read, which a target may have. */
  query?: readonly string[];
  /** Where the answer may say that it is gone: a dotted path and the value. */
  state?: readonly [at: string, value: string];
}

const things: readonly GoneFacts[] = [
  { name: 'app-gone', operationId: 'apps_get', parameters: ['id'] },
  { name: 'database-gone', operationId: 'databases_get_cluster', parameters: ['database_cluster_uuid'] },
  {
    name: 'kubernetes-cluster-gone',
    operationId: 'kubernetes_get_cluster',
    parameters: ['cluster_id'],
    state: ['kubernetes_cluster.status.state', 'deleted'],
  },
  { name: 'node-pool-gone', operationId: 'kubernetes_get_nodePool', parameters: ['cluster_id', 'node_pool_id'] },
  { name: 'nat-gateway-gone', operationId: 'vpcnatgateways_get', parameters: ['id'] },
  { name: 'vpc-peering-gone', operationId: 'vpcPeerings_get', parameters: ['vpc_peering_id'] },
  { name: 'partner-attachment-gone', operationId: 'partnerAttachments_get', parameters: ['pa_id'] },
  { name: 'byoip-prefix-gone', operationId: 'byoipPrefixes_get', parameters: ['byoip_prefix_uuid'] },
  {
    name: 'nfs-share-gone',
    operationId: 'nfs_get',
    parameters: ['nfs_id'],
    query: ['region'],
    state: ['share.status', 'DELETED'],
  },
  { name: 'autoscale-pool-gone', operationId: 'autoscalepools_get', parameters: ['autoscale_pool_id'] },
  { name: 'vector-database-gone', operationId: 'vectorDatabases_get', parameters: ['id'] },
  { name: 'dedicated-inference-gone', operationId: 'dedicatedInferences_get', parameters: ['dedicated_inference_id'] },
  { name: 'add-on-gone', operationId: 'addons_get', parameters: ['resource_uuid'], state: ['resource.state', 'deprovisioned'] },
  { name: 'ai-agent-gone', operationId: 'genai_get_agent', parameters: ['uuid'] },
  { name: 'knowledge-base-gone', operationId: 'genai_get_knowledge_base', parameters: ['uuid'] },
];

export const goneKinds: readonly FollowKind[] = things.map(({ name, operationId, parameters, query, state }) => ({
  name,
  operationId,
  args: (target) => ({
    path: Object.fromEntries(parameters.map((one) => [one, target[one] ?? ''])),
    ...queryOf(target, query),
  }),
  read: (body) => ({ status: state && at(body, state[0]) === state[1] ? 'completed' : 'in-progress' }),
  whenGone: 'completed',
}));
