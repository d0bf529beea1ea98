import type { Failure } from '../../../preload/contract/failure.ts';
import { followWords } from '../words/following.ts';

/**
 * A long operation that has no action in the API: which read shows how far it is, where its answer holds the state, and which
 * states mean that it is over. The states are those of the published schema (read 2026-11-23).
 */
export interface StateFacts {
  /** Written to disk with what is followed, so it must not change. */
  name: string;
  operationId: string;
  /** Path parameters of the read. A target has a value for each. */
  parameters: string[];
  /** Query parameters of the read, which a target may have. */
  query?: string[];
  /** Dotted path to the state in the answer. */
  at: string;
  completed: string[];
  /** Empty when the API has no state for a failure; then the follower's deadline ends it. */
  errored: string[];
  /** What a state says that is no failure of the operation, but the reason why there is nothing. */
  says?: Readonly<Record<string, Failure>>;
  /** What a 404 means. Default: failed. */
  whenGone?: 'completed';
  /** Also follows a change of an existing thing, whose state lags behind the request: `settleMs` applies. */
  isChanged?: true;
}

export const stateFacts: readonly StateFacts[] = [
  {
    name: 'database',
    operationId: 'databases_get_cluster',
    parameters: ['database_cluster_uuid'],
    at: 'database.status',
    completed: ['online'],
    errored: [],
    isChanged: true,
  },
  {
    name: 'database-replica',
    operationId: 'databases_get_replica',
    parameters: ['database_cluster_uuid', 'replica_name'],
    at: 'replica.status',
    completed: ['online'],
    errored: [],
  },
  {
    name: 'database-import',
    operationId: 'databases_get_migrationStatus',
    parameters: ['database_cluster_uuid'],
    at: 'status',
    completed: ['done'],
    errored: ['error', 'canceled'],
  },
  {
    name: 'kubernetes-cluster',
    operationId: 'kubernetes_get_cluster',
    parameters: ['cluster_id'],
    at: 'kubernetes_cluster.status.state',
    completed: ['running', 'deleted'],
    errored: ['error', 'degraded'],
    isChanged: true,
  },
  {
    name: 'load-balancer',
    operationId: 'loadBalancers_get',
    parameters: ['lb_id'],
    at: 'load_balancer.status',
    completed: ['active'],
    errored: ['errored'],
    isChanged: true,
  },
  {
    name: 'image',
    operationId: 'images_get',
    parameters: ['image_id'],
    at: 'image.status',
    completed: ['available'],
    errored: ['deleted', 'retired'],
  },
  {
    name: 'certificate',
    operationId: 'certificates_get',
    parameters: ['certificate_id'],
    at: 'certificate.state',
    completed: ['verified'],
    errored: ['error'],
  },
  {
    name: 'vpc-peering',
    operationId: 'vpcPeerings_get',
    parameters: ['vpc_peering_id'],
    at: 'vpc_peering.status',
    completed: ['ACTIVE'],
    errored: [],
  },
  {
    name: 'nat-gateway',
    operationId: 'vpcnatgateways_get',
    parameters: ['id'],
    at: 'vpc_nat_gateway.state',
    completed: ['ACTIVE'],
    errored: ['ERROR', 'INVALID'],
    isChanged: true,
  },
  {
    name: 'partner-attachment',
    operationId: 'partnerAttachments_get',
    parameters: ['pa_id'],
    at: 'partner_attachment.state',
    completed: ['ACTIVE'],
    errored: ['ERROR'],
  },
  {
    name: 'byoip-prefix',
    operationId: 'byoipPrefixes_get',
    parameters: ['byoip_prefix_uuid'],
    at: 'byoip_prefix.status',
    completed: ['active'],
    errored: ['declined', 'failed'],
  },
  {
    name: 'nfs-share',
    operationId: 'nfs_get',
    parameters: ['nfs_id'],
    query: ['region'],
    at: 'share.status',
    completed: ['ACTIVE'],
    errored: ['FAILED', 'DELETED'],
    isChanged: true,
  },
  {
    name: 'nfs-access-point',
    operationId: 'nfs_get_access_point',
    parameters: ['access_point_id'],
    at: 'access_point.status',
    completed: ['ACCESS_POINT_ACTIVE'],
    errored: ['ACCESS_POINT_FAILED', 'ACCESS_POINT_DELETED'],
  },
  {
    name: 'custom-model',
    operationId: 'genai_get_custom_model',
    parameters: ['uuid'],
    at: 'model.status',
    completed: ['STATUS_READY'],
    errored: ['STATUS_FAILED', 'STATUS_DELETED'],
  },
  {
    name: 'evaluation-run',
    operationId: 'genai_get_model_evaluation_run',
    parameters: ['eval_run_uuid'],
    at: 'run.status',
    completed: ['MODEL_EVALUATION_RUN_SUCCESSFUL', 'MODEL_EVALUATION_RUN_PARTIALLY_SUCCESSFUL'],
    errored: ['MODEL_EVALUATION_RUN_FAILED', 'MODEL_EVALUATION_RUN_CANCELLED'],
  },
  {
    name: 'partner-attachment-change',
    operationId: 'partnerAttachments_get',
    parameters: ['pa_id'],
    at: 'partner_attachment.state',
    completed: ['ACTIVE'],
    errored: ['ERROR'],
    isChanged: true,
  },
  {
    name: 'add-on',
    operationId: 'addons_get',
    parameters: ['resource_uuid'],
    at: 'resource.state',
    completed: ['provisioned', 'deprovisioned'],
    errored: ['provisioning-failed', 'deprovisioning-failed', 'suspended'],
  },
  {
    name: 'indexing-job',
    operationId: 'genai_get_indexing_job',
    parameters: ['uuid'],
    at: 'job.phase',
    completed: ['BATCH_JOB_PHASE_SUCCEEDED'],
    errored: ['BATCH_JOB_PHASE_FAILED', 'BATCH_JOB_PHASE_ERROR', 'BATCH_JOB_PHASE_CANCELLED'],
  },
  {
    name: 'knowledge-base',
    operationId: 'genai_get_knowledge_base',
    parameters: ['uuid'],
    at: 'database_status',
    completed: ['ONLINE'],
    errored: ['UNHEALTHY', 'DECOMMISSIONED'],
  },
  {
    name: 'ai-agent',
    operationId: 'genai_get_agent',
    parameters: ['uuid'],
    at: 'agent.deployment.status',
    completed: ['STATUS_RUNNING'],
    errored: ['STATUS_FAILED', 'STATUS_UNDEPLOYMENT_FAILED', 'STATUS_DELETED'],
    isChanged: true,
  },
  {
    name: 'dedicated-inference',
    operationId: 'dedicatedInferences_get',
    parameters: ['dedicated_inference_id'],
    at: 'dedicated_inference.status',
    completed: ['active'],
    errored: ['error'],
  },
  {
    name: 'security-scan',
    operationId: 'security_get_scan',
    parameters: ['scan_id'],
    at: 'scan.status',
    completed: ['COMPLETED'],
    errored: ['FAILED', 'CSPM_NOT_ENABLED', 'SCAN_NOT_RUN'],
    says: { CSPM_NOT_ENABLED: followWords.scansAreOff() },
  },
];
