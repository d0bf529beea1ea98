/**
 * Families whose lists have a column of what their things cost, although their rows do not name it. In a file of its own, so that
 * the page can use it without loading the schema library.
 */
export const pricedFamilies: ReadonlySet<string> = new Set([
  'apps_list',
  'autoscalepools_list',
  'byoipPrefixes_list',
  'cdn_list_endpoints',
  'databases_list_clusters',
  'databases_list_replicas',
  'dedicatedInferences_list',
  'functions_list_namespaces',
  'genai_list_agents',
  'genai_list_custom_models',
  'images_list',
  'kubernetes_list_clusters',
  'kubernetes_list_nodePools',
  'loadBalancers_list',
  'nfs_list',
  'nfs_list_snapshot',
  'partnerAttachments_list',
  'registries_list',
  'reservedIPs_list',
  'reservedIPv6_list',
  'snapshots_list',
  'uptime_list_checks',
  'vectorDatabases_list',
  'volumeSnapshots_list',
  'volumes_list',
  'vpcPeerings_list',
  'vpcnatgateways_list',
]);
