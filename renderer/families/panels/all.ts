import * as account from './account.ts';
import * as agents from './ai/agents.ts';
import * as models from './ai/models.ts';
import * as serving from './ai/serving.ts';
import { apps } from './apps.ts';
import { autoscalePools } from './autoscale-pools.ts';
import { databases } from './databases.ts';
import { namespaces } from './functions.ts';
import { images, snapshots } from './images.ts';
import { clusters, nodePools } from './kubernetes.ts';
import { domains } from './network/domains.ts';
import { byoipPrefixes, cdnEndpoints, certificates } from './network/edge.ts';
import { firewalls } from './network/firewalls.ts';
import { loadBalancers } from './network/load-balancers.ts';
import { reservedIps, reservedIpv6 } from './network/reserved-ips.ts';
import { natGateways, partnerAttachments, peerings, vpcs } from './network/vpcs.ts';
import { nfsShares, nfsSnapshots } from './nfs.ts';
import * as offers from './offers.ts';
import type { Panel } from './panel.ts';
import { registries } from './registries.ts';
import { spacesKeys } from './spaces-keys.ts';
import { volumes } from './volumes.ts';
import * as watching from './watching.ts';

/** The panel of each family, by the id of the operation that lists it. A family without one shows all its facts. */
const panels: Readonly<Record<string, Panel>> = {
  actions_list: account.actions,
  addons_list: account.addOns,
  addons_get_app: offers.addOnCatalogue,
  apps_list: apps,
  apps_list_instanceSizes: offers.instanceSizes,
  apps_list_regions: offers.appRegions,
  autoscalepools_list: autoscalePools,
  billingHistory_list: account.billingHistory,
  byoipPrefixes_list: byoipPrefixes,
  cdn_list_endpoints: cdnEndpoints,
  certificates_list: certificates,
  databases_list_clusters: databases,
  dedicatedInferences_list: serving.dedicatedInference,
  dedicatedInferences_list_sizes: offers.acceleratorSizes,
  domains_list: domains,
  droplets_list_backup_policies: offers.backupPolicies,
  firewalls_list: firewalls,
  floatingIPs_list: reservedIps,
  functions_list_namespaces: namespaces,
  genai_list_agents: agents.agents,
  genai_list_anthropic_api_keys: agents.anthropicKeys,
  genai_list_custom_models: models.customModels,
  genai_list_evaluation_datasets: models.datasets,
  genai_list_evaluation_test_cases: models.testCases,
  genai_list_indexing_jobs: agents.indexingJobs,
  genai_list_knowledge_bases: agents.knowledgeBases,
  genai_list_model_api_keys: agents.modelKeys,
  genai_list_model_catalog: models.modelCatalogue,
  genai_list_model_evaluation_runs: models.evaluationRuns,
  genai_list_model_routers: agents.modelRouters,
  genai_list_models: models.models,
  genai_list_openai_api_keys: agents.openaiKeys,
  genai_list_workspaces: agents.workspaces,
  images_list: images,
  inference_list_batches: serving.batches,
  inference_list_models: models.serverlessModels,
  invoices_list: account.invoices,
  kubernetes_list_clusters: clusters,
  kubernetes_list_nodePools: nodePools,
  loadBalancers_list: loadBalancers,
  monitoring_list_alertPolicy: watching.alertPolicies,
  monitoring_list_destinations: watching.logDestinations,
  monitoring_list_sinks: watching.logSinks,
  nfs_list: nfsShares,
  nfs_list_snapshot: nfsSnapshots,
  oneClicks_list: offers.oneClicks,
  organizations_list_teams: account.teams,
  partnerAttachments_list: partnerAttachments,
  projects_list: account.projects,
  regions_list: offers.regions,
  registries_list: registries,
  reservedIPs_list: reservedIps,
  reservedIPv6_list: reservedIpv6,
  security_list_scans: account.securityScans,
  sizes_list: offers.sizes,
  snapshots_list: snapshots,
  spacesKey_list: spacesKeys,
  sshKeys_list: account.sshKeys,
  tags_list: account.tags,
  uptime_list_checks: watching.uptimeChecks,
  vectorDatabases_list: serving.vectorDatabases,
  volumes_list: volumes,
  vpcPeerings_list: peerings,
  vpcnatgateways_list: natGateways,
  vpcs_list: vpcs,
};

export const panelOf = (familyId: string): Panel | null => (Object.hasOwn(panels, familyId) ? (panels[familyId] ?? null) : null);
