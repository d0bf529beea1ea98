import type { JobHint } from '../../../preload/contract/job.ts';
import { invoiceJobs } from './families/account/invoices.ts';
import { projectJobs, projectResourceJobs } from './families/account/projects.ts';
import { sshKeyJobs } from './families/account/ssh-keys.ts';
import { tagJobs } from './families/account/tags.ts';
import { agentKeyJobs } from './families/ai/agent-keys.ts';
import { agentJobs, agentVersionJobs } from './families/ai/agents.ts';
import { servedModelJobs } from './families/ai/asking.ts';
import { batchJobs } from './families/ai/batches.ts';
import { customModelJobs } from './families/ai/custom-models.ts';
import { dedicatedInferenceJobs, inferenceTokenJobs } from './families/ai/dedicated-inference.ts';
import { evaluationDatasetJobs, evaluationRunJobs } from './families/ai/evaluations.ts';
import { indexingJobs } from './families/ai/indexing-jobs.ts';
import { knowledgeBaseJobs } from './families/ai/knowledge-bases.ts';
import { anthropicKeyJobs, dataSourceJobs, modelKeyJobs, openaiKeyJobs } from './families/ai/model-keys.ts';
import { testCaseJobs } from './families/ai/new-evaluation.ts';
import { modelRouterJobs, workspaceJobs } from './families/ai/workspaces.ts';
import { appJobs } from './families/apps/apps.ts';
import { deploymentJobs, jobRunJobs } from './families/apps/deployments.ts';
import { autoscalePoolJobs } from './families/autoscale-pools/autoscale-pools.ts';
import { ruleJobs } from './families/databases/access.ts';
import { clusterJobs } from './families/databases/clusters.ts';
import { databaseJobs, indexJobs, logSinkJobs, schemaJobs, topicJobs } from './families/databases/contents.ts';
import { backupJobs } from './families/databases/copies.ts';
import { connectionPoolJobs } from './families/databases/pools.ts';
import { replicaJobs } from './families/databases/replicas.ts';
import { userJobs } from './families/databases/users.ts';
import { dropletJobs } from './families/droplets/all.ts';
import { backupPolicyJobs, oneClickJobs, regionJobs, sizeJobs } from './families/droplets/new-from.ts';
import { functionKeyJobs, triggerJobs } from './families/functions/contents.ts';
import { namespaceJobs } from './families/functions/namespaces.ts';
import { kubernetesJobs } from './families/kubernetes/clusters.ts';
import { nodePoolJobs } from './families/kubernetes/pools.ts';
import { byoipPrefixJobs } from './families/network/byoip-prefixes.ts';
import { cdnJobs } from './families/network/cdn.ts';
import { certificateJobs } from './families/network/certificates.ts';
import { domainJobs } from './families/network/domains.ts';
import { firewallJobs } from './families/network/firewalls.ts';
import { loadBalancerJobs } from './families/network/load-balancers.ts';
import { natGatewayJobs } from './families/network/nat-gateways.ts';
import { partnerAttachmentJobs } from './families/network/partner-attachments.ts';
import { recordJobs } from './families/network/records.ts';
import { reservedIpJobs, reservedIpv6Jobs } from './families/network/reserved-ips.ts';
import { peeringJobs, vpcJobs } from './families/network/vpcs.ts';
import { imageTagJobs, manifestJobs, repositoryJobs } from './families/registries/images.ts';
import { cleanUpJobs, registryJobs } from './families/registries/registries.ts';
import { addOnJobs } from './families/rest/add-ons.ts';
import { logDestinationJobs, logSinkFamilyJobs } from './families/rest/log-destinations.ts';
import { addOnOfferJobs } from './families/rest/new-add-on.ts';
import { vectorDatabaseJobs } from './families/rest/vector-databases.ts';
import { securityScanJobs, teamJobs } from './families/rest/watching.ts';
import { imageJobs } from './families/storage/images.ts';
import { nfsJobs } from './families/storage/nfs.ts';
import { nfsAccessPointJobs, nfsSnapshotJobs } from './families/storage/nfs-parts.ts';
import { snapshotJobs, volumeSnapshotJobs } from './families/storage/snapshots.ts';
import { spacesKeyJobs } from './families/storage/spaces-keys.ts';
import { volumeJobs } from './families/storage/volumes.ts';
import { alertPolicyJobs } from './families/watching/alert-policies.ts';
import { uptimeAlertJobs } from './families/watching/uptime-alerts.ts';
import { uptimeCheckJobs } from './families/watching/uptime-checks.ts';
import type { Job } from './job.ts';

/** The jobs of each family, by the id of the operation that lists it, in the order in which they are offered. */
const jobs: Readonly<Record<string, readonly Job[]>> = {
  addons_get_app: addOnOfferJobs,
  addons_list: addOnJobs,
  apps_list: appJobs,
  apps_list_deployments: deploymentJobs,
  apps_list_job_invocations: jobRunJobs,
  autoscalepools_list: autoscalePoolJobs,
  byoipPrefixes_list: byoipPrefixJobs,
  cdn_list_endpoints: cdnJobs,
  certificates_list: certificateJobs,
  databases_list: databaseJobs,
  databases_list_backups: backupJobs,
  databases_list_clusters: clusterJobs,
  databases_list_connectionPools: connectionPoolJobs,
  databases_list_firewall_rules: ruleJobs,
  databases_list_kafka_schemas: schemaJobs,
  databases_list_kafka_topics: topicJobs,
  databases_list_logsink: logSinkJobs,
  databases_list_opeasearch_indexes: indexJobs,
  databases_list_replicas: replicaJobs,
  databases_list_users: userJobs,
  dedicatedInferences_list: dedicatedInferenceJobs,
  dedicatedInferences_list_tokens: inferenceTokenJobs,
  domains_list: domainJobs,
  domains_list_records: recordJobs,
  droplets_list: dropletJobs,
  droplets_list_backup_policies: backupPolicyJobs,
  firewalls_list: firewallJobs,
  functions_list_namespaces: namespaceJobs,
  functions_list_triggers: triggerJobs,
  functionsAccessKey_list: functionKeyJobs,
  genai_list_agent_api_keys: agentKeyJobs,
  genai_list_agent_versions: agentVersionJobs,
  genai_list_agents: agentJobs,
  genai_list_anthropic_api_keys: anthropicKeyJobs,
  genai_list_custom_models: customModelJobs,
  genai_list_evaluation_datasets: evaluationDatasetJobs,
  genai_list_evaluation_test_cases: testCaseJobs,
  genai_list_indexing_jobs: indexingJobs,
  genai_list_knowledge_base_data_sources: dataSourceJobs,
  genai_list_knowledge_bases: knowledgeBaseJobs,
  genai_list_model_api_keys: modelKeyJobs,
  genai_list_model_evaluation_runs: evaluationRunJobs,
  genai_list_model_routers: modelRouterJobs,
  genai_list_openai_api_keys: openaiKeyJobs,
  genai_list_workspaces: workspaceJobs,
  images_list: imageJobs,
  inference_list_batches: batchJobs,
  inference_list_models: servedModelJobs,
  invoices_list: invoiceJobs,
  kubernetes_list_clusters: kubernetesJobs,
  kubernetes_list_nodePools: nodePoolJobs,
  loadBalancers_list: loadBalancerJobs,
  monitoring_list_alertPolicy: alertPolicyJobs,
  monitoring_list_destinations: logDestinationJobs,
  monitoring_list_sinks: logSinkFamilyJobs,
  nfs_list: nfsJobs,
  nfs_list_access_points: nfsAccessPointJobs,
  nfs_list_snapshot: nfsSnapshotJobs,
  oneClicks_list: oneClickJobs,
  organizations_list_teams: teamJobs,
  partnerAttachments_list: partnerAttachmentJobs,
  projects_list: projectJobs,
  projects_list_resources: projectResourceJobs,
  regions_list: regionJobs,
  registries_list: registryJobs,
  registries_list_garbageCollections: cleanUpJobs,
  registries_list_repositoriesV2: repositoryJobs,
  registries_list_repositoryManifests: manifestJobs,
  registries_list_repositoryTags: imageTagJobs,
  reservedIPs_list: reservedIpJobs,
  reservedIPv6_list: reservedIpv6Jobs,
  security_list_scans: securityScanJobs,
  sizes_list: sizeJobs,
  snapshots_list: snapshotJobs,
  spacesKey_list: spacesKeyJobs,
  sshKeys_list: sshKeyJobs,
  tags_list: tagJobs,
  uptime_list_alerts: uptimeAlertJobs,
  uptime_list_checks: uptimeCheckJobs,
  vectorDatabases_list: vectorDatabaseJobs,
  volumes_list: volumeJobs,
  volumeSnapshots_list: volumeSnapshotJobs,
  vpcnatgateways_list: natGatewayJobs,
  vpcPeerings_list: peeringJobs,
  vpcs_list: vpcJobs,
};

export const jobsOf = (familyId: string): readonly Job[] => (Object.hasOwn(jobs, familyId) ? (jobs[familyId] ?? []) : []);

/** The words of all jobs: what each is called, and by what else it is found. */
export const jobHints = (): JobHint[] =>
  Object.entries(jobs).flatMap(([familyId, list]) =>
    list.flatMap(({ name, label, keywords = '', isNew = false, isOfList, forMany }) =>
      forMany?.isOnlyForMany ? [] : [{ familyId, name, label, keywords, isNew, ...(isOfList ? { isOfList } : {}) }],
    ),
  );

/** The jobs that make a new thing of a family: its own, and those of the things in which such a list lies, with their family. */
export const makersOf = (familyId: string): { job: Job; familyId: string }[] => [
  ...jobsOf(familyId).flatMap((job) => (job.isNew || job.isOfList ? [{ job, familyId }] : [])),
  ...Object.entries(jobs).flatMap(([holder, list]) =>
    list.flatMap((job) => (job.makes === familyId ? [{ job, familyId: holder }] : [])),
  ),
];
