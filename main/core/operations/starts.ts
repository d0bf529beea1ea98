/**
 * How to follow what a call starts. An operation that starts something long and has no action in its answer needs an entry
 * below; everything else ends with its answer.
 */
export interface LongRunning {
  /** Name of a kind in `follow-kinds.ts`. */
  kind: string;
  /** Where each id comes from: a dotted path into the answer's body, or `path:NAME` for a path value of the call. With a `?` behind it, it may be missing. */
  target: Record<string, string>;
  /** The row's type, in the API's words; `words/operations.ts` has its verbs. */
  type: string;
  resourceType: string;
  /** Dotted path to the thing's name in the answer. Without it the id is shown. */
  nameAt?: string;
}

const clusterOfPath = { database_cluster_uuid: 'path:database_cluster_uuid' };
const kubernetesOfPath = { cluster_id: 'path:cluster_id' };
const deployment = { kind: 'deployment', type: 'deploy', resourceType: 'app' };
const database = { kind: 'database', resourceType: 'database' };
const kubernetes = { kind: 'kubernetes-cluster', resourceType: 'kubernetes' };
const nodePool = { kind: 'node-pool', resourceType: 'node pool' };
const firewall = { kind: 'firewall', target: { firewall_id: 'path:firewall_id' }, type: 'change', resourceType: 'firewall' };
const destroy = {
  kind: 'destroy-with-associated',
  target: { droplet_id: 'path:droplet_id' },
  type: 'destroy',
  resourceType: 'droplet',
};

const vector = { kind: 'vector-database', resourceType: 'vector database' };
const inference = {
  kind: 'dedicated-inference',
  target: { dedicated_inference_id: 'path:dedicated_inference_id' },
  resourceType: 'dedicated inference',
};

const poolDeletion = {
  kind: 'autoscale-pool-gone',
  target: { autoscale_pool_id: 'path:autoscale_pool_id' },
  type: 'delete',
  resourceType: 'autoscale pool',
};

/** By the id of the operation. */
export const starts: Readonly<Record<string, LongRunning>> = {
  apps_create: {
    ...deployment,
    target: { app_id: 'app.id', deployment_id: 'app.pending_deployment.id' },
    nameAt: 'app.spec.name',
  },
  apps_update: {
    ...deployment,
    target: { app_id: 'app.id', deployment_id: 'app.pending_deployment.id' },
    nameAt: 'app.spec.name',
  },
  apps_create_deployment: { ...deployment, target: { app_id: 'path:app_id', deployment_id: 'deployment.id' } },
  apps_create_rollback: { ...deployment, target: { app_id: 'path:app_id', deployment_id: 'deployment.id' } },
  apps_restart: { ...deployment, target: { app_id: 'path:app_id', deployment_id: 'deployment.id' } },
  apps_revert_rollback: { ...deployment, target: { app_id: 'path:app_id', deployment_id: 'deployment.id' } },
  apps_delete: { kind: 'app-gone', target: { id: 'path:id' }, type: 'delete', resourceType: 'app' },
  databases_create_cluster: {
    ...database,
    target: { database_cluster_uuid: 'database.id' },
    type: 'create',
    nameAt: 'database.name',
  },
  databases_update_clusterSize: { ...database, target: clusterOfPath, type: 'resize' },
  databases_update_region: { ...database, target: clusterOfPath, type: 'migrate' },
  databases_update_major_version: { ...database, target: clusterOfPath, type: 'upgrade' },
  databases_install_update: { ...database, kind: 'database-update', target: clusterOfPath, type: 'install an update on' },
  databases_update_onlineMigration: { ...database, kind: 'database-import', target: clusterOfPath, type: 'import into' },
  databases_destroy_cluster: { ...database, kind: 'database-gone', target: clusterOfPath, type: 'destroy' },
  databases_create_replica: {
    kind: 'database-replica',
    target: { ...clusterOfPath, replica_name: 'replica.name' },
    type: 'create',
    resourceType: 'database replica',
    nameAt: 'replica.name',
  },
  kubernetes_create_cluster: {
    ...kubernetes,
    target: { cluster_id: 'kubernetes_cluster.id' },
    type: 'create',
    nameAt: 'kubernetes_cluster.name',
  },
  kubernetes_upgrade_cluster: { ...kubernetes, target: kubernetesOfPath, type: 'upgrade' },
  kubernetes_destroy_associatedResourcesSelective: {
    ...kubernetes,
    kind: 'kubernetes-cluster-gone',
    target: kubernetesOfPath,
    type: 'destroy',
  },
  kubernetes_add_nodePool: {
    ...nodePool,
    target: { ...kubernetesOfPath, node_pool_id: 'node_pool.id' },
    type: 'create',
    nameAt: 'node_pool.name',
  },
  kubernetes_update_nodePool: {
    ...nodePool,
    target: { ...kubernetesOfPath, node_pool_id: 'path:node_pool_id' },
    type: 'scale',
    nameAt: 'node_pool.name',
  },
  kubernetes_delete_node: {
    ...nodePool,
    target: { ...kubernetesOfPath, node_pool_id: 'path:node_pool_id' },
    type: 'change',
  },
  kubernetes_delete_nodePool: {
    ...nodePool,
    kind: 'node-pool-gone',
    target: { ...kubernetesOfPath, node_pool_id: 'path:node_pool_id' },
    type: 'delete',
  },
  kubernetes_run_clusterLint: {
    ...kubernetes,
    kind: 'cluster-lint',
    target: { ...kubernetesOfPath, run_id: 'run_id' },
    type: 'check',
  },
  loadBalancers_create: {
    kind: 'load-balancer',
    target: { lb_id: 'load_balancer.id' },
    type: 'create',
    resourceType: 'load balancer',
    nameAt: 'load_balancer.name',
  },
  loadBalancers_update: {
    kind: 'load-balancer',
    target: { lb_id: 'path:lb_id' },
    type: 'change',
    resourceType: 'load balancer',
  },
  firewalls_update: firewall,
  firewalls_assign_droplets: firewall,
  firewalls_delete_droplets: firewall,
  firewalls_add_tags: firewall,
  firewalls_delete_tags: firewall,
  firewalls_add_rules: firewall,
  firewalls_delete_rules: firewall,
  images_create_custom: {
    kind: 'image',
    target: { image_id: 'image.id' },
    type: 'import',
    resourceType: 'image',
    nameAt: 'image.name',
  },
  certificates_create: {
    kind: 'certificate',
    target: { certificate_id: 'certificate.id' },
    type: 'create',
    resourceType: 'certificate',
    nameAt: 'certificate.name',
  },
  vpcPeerings_create: {
    kind: 'vpc-peering',
    target: { vpc_peering_id: 'vpc_peering.id' },
    type: 'create',
    resourceType: 'VPC peering',
    nameAt: 'vpc_peering.name',
  },
  // The same thing under another root.
  vpcs_create_peerings: {
    kind: 'vpc-peering',
    target: { vpc_peering_id: 'peering.id' },
    type: 'create',
    resourceType: 'VPC peering',
    nameAt: 'peering.name',
  },
  vpcPeerings_delete: {
    kind: 'vpc-peering-gone',
    target: { vpc_peering_id: 'path:vpc_peering_id' },
    type: 'delete',
    resourceType: 'VPC peering',
  },
  vpcnatgateways_create: {
    kind: 'nat-gateway',
    target: { id: 'vpc_nat_gateway.id' },
    type: 'create',
    resourceType: 'NAT gateway',
    nameAt: 'vpc_nat_gateway.name',
  },
  vpcnatgateways_update: { kind: 'nat-gateway', target: { id: 'path:id' }, type: 'change', resourceType: 'NAT gateway' },
  vpcnatgateways_delete: { kind: 'nat-gateway-gone', target: { id: 'path:id' }, type: 'delete', resourceType: 'NAT gateway' },
  partnerAttachments_create: {
    kind: 'partner-attachment',
    target: { pa_id: 'partner_attachment.id' },
    type: 'create',
    resourceType: 'partner attachment',
    nameAt: 'partner_attachment.name',
  },
  partnerAttachments_delete: {
    kind: 'partner-attachment-gone',
    target: { pa_id: 'path:pa_id' },
    type: 'delete',
    resourceType: 'partner attachment',
  },
  byoipPrefixes_create: {
    kind: 'byoip-prefix',
    target: { byoip_prefix_uuid: 'uuid' },
    type: 'create',
    resourceType: 'address prefix',
  },
  byoipPrefixes_delete: {
    kind: 'byoip-prefix-gone',
    target: { byoip_prefix_uuid: 'path:byoip_prefix_uuid' },
    type: 'delete',
    resourceType: 'address prefix',
  },
  nfs_create: {
    kind: 'nfs-share',
    target: { nfs_id: 'share.id', region: 'share.region?' },
    type: 'create',
    resourceType: 'NFS share',
    nameAt: 'share.name',
  },
  nfs_create_action: { kind: 'nfs-share', target: { nfs_id: 'path:nfs_id' }, type: 'change', resourceType: 'NFS share' },
  addons_create: {
    kind: 'add-on',
    target: { resource_uuid: 'resource.uuid' },
    type: 'create',
    resourceType: 'add-on',
    nameAt: 'resource.name',
  },
  registries_run_garbageCollection: {
    kind: 'garbage-collection',
    target: { registry_name: 'path:registry_name' },
    type: 'collect garbage of',
    resourceType: 'registry',
  },
  genai_create_indexing_job: {
    kind: 'indexing-job',
    target: { uuid: 'job.uuid' },
    type: 'index',
    resourceType: 'knowledge base',
  },
  genai_create_knowledge_base: {
    kind: 'knowledge-base',
    target: { uuid: 'knowledge_base.uuid' },
    type: 'create',
    resourceType: 'knowledge base',
    nameAt: 'knowledge_base.name',
  },
  genai_create_agent: {
    kind: 'ai-agent',
    target: { uuid: 'agent.uuid' },
    type: 'create',
    resourceType: 'agent',
    nameAt: 'agent.name',
  },
  genai_update_agent: { kind: 'ai-agent', target: { uuid: 'path:uuid' }, type: 'change', resourceType: 'agent' },
  genai_rollback_to_agent_version: { kind: 'ai-agent', target: { uuid: 'path:uuid' }, type: 'change', resourceType: 'agent' },
  dedicatedInferences_create: {
    kind: 'dedicated-inference',
    target: { dedicated_inference_id: 'dedicated_inference.id' },
    type: 'create',
    resourceType: 'dedicated inference',
    nameAt: 'dedicated_inference.name',
  },
  security_create_scan: { kind: 'security-scan', target: { scan_id: 'scan.id' }, type: 'run', resourceType: 'security scan' },
  nfs_delete: { kind: 'nfs-share-gone', target: { nfs_id: 'path:nfs_id' }, type: 'delete', resourceType: 'NFS share' },
  nfs_create_access_point: {
    kind: 'nfs-access-point',
    target: { access_point_id: 'access_point.id' },
    type: 'create',
    resourceType: 'access point',
    nameAt: 'access_point.name',
  },
  autoscalepools_update: {
    kind: 'autoscale-history',
    target: { autoscale_pool_id: 'path:autoscale_pool_id' },
    type: 'change',
    resourceType: 'autoscale pool',
  },
  partnerAttachments_patch: {
    kind: 'partner-attachment-change',
    target: { pa_id: 'path:pa_id' },
    type: 'change',
    resourceType: 'partner attachment',
  },
  byoipPrefixes_patch: {
    kind: 'byoip-advertised',
    target: { byoip_prefix_uuid: 'path:byoip_prefix_uuid' },
    type: 'change',
    resourceType: 'address prefix',
  },
  vectorDatabases_create: { ...vector, target: { id: 'vector_db.id' }, type: 'create', nameAt: 'vector_db.name' },
  vectorDatabases_post_resize: { ...vector, target: { id: 'path:id' }, type: 'resize', nameAt: 'vector_db.name' },
  vectorDatabases_post_restore_backup: {
    ...vector,
    kind: 'vector-restore',
    target: { id: 'path:id', backup_id: 'path:backup_id' },
    type: 'restore',
  },
  vectorDatabases_delete: { ...vector, kind: 'vector-database-gone', target: { id: 'path:id' }, type: 'delete' },
  genai_import_custom_model: {
    kind: 'custom-model',
    target: { uuid: 'model.uuid' },
    type: 'import',
    resourceType: 'model',
    nameAt: 'model.name',
  },
  genai_create_model_evaluation_run: {
    kind: 'evaluation-run',
    target: { eval_run_uuid: 'eval_run_uuid' },
    type: 'run',
    resourceType: 'evaluation',
  },
  dedicatedInferences_patch: { ...inference, type: 'change' },
  dedicatedInferences_delete: { ...inference, kind: 'dedicated-inference-gone', type: 'delete' },
  addons_delete: {
    kind: 'add-on-gone',
    target: { resource_uuid: 'path:resource_uuid' },
    type: 'delete',
    resourceType: 'add-on',
  },
  autoscalepools_delete: poolDeletion,
  autoscalepools_delete_dangerous: poolDeletion,
  genai_delete_agent: { kind: 'ai-agent-gone', target: { uuid: 'path:uuid' }, type: 'delete', resourceType: 'agent' },
  genai_delete_knowledge_base: {
    kind: 'knowledge-base-gone',
    target: { uuid: 'path:uuid' },
    type: 'delete',
    resourceType: 'knowledge base',
  },
  droplets_destroy: { ...destroy, kind: 'droplet-deletion', target: { dropletId: 'path:droplet_id' } },
  droplets_destroy_withAssociatedResourcesSelective: destroy,
  droplets_destroy_withAssociatedResourcesDangerous: destroy,
  droplets_destroy_retryWithAssociatedResources: destroy,
};
