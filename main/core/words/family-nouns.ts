import { counted } from './numbers.ts';

/** What a thing of a family is called, by the operation that lists it, and the plural where that is not the word with an s. */
const nouns: Readonly<Record<string, string | readonly [one: string, many: string]>> = {
  apps_list: 'app',
  apps_list_deployments: 'deployment',
  apps_list_job_invocations: 'job run',
  autoscalepools_list: 'autoscale pool',
  byoipPrefixes_list: ['address prefix', 'address prefixes'],
  cdn_list_endpoints: 'CDN endpoint',
  certificates_list: 'certificate',
  databases_list: 'database',
  databases_list_backups: 'backup',
  databases_list_clusters: 'database cluster',
  databases_list_connectionPools: 'connection pool',
  databases_list_firewall_rules: 'trusted source',
  databases_list_kafka_schemas: 'schema',
  databases_list_kafka_topics: 'topic',
  databases_list_logsink: 'log sink',
  databases_list_opeasearch_indexes: ['index', 'indexes'],
  databases_list_replicas: 'read replica',
  databases_list_users: 'user',
  domains_list: 'domain',
  domains_list_records: 'record',
  droplets_list: 'droplet',
  firewalls_list: 'firewall',
  functions_list_namespaces: 'namespace',
  functions_list_triggers: 'trigger',
  functionsAccessKey_list: 'access key',
  genai_list_agent_api_keys: 'key',
  genai_list_agents: 'agent',
  genai_list_knowledge_bases: 'knowledge base',
  images_list: 'image',
  invoices_list: 'invoice',
  kubernetes_list_clusters: 'cluster',
  kubernetes_list_nodePools: 'node pool',
  loadBalancers_list: 'load balancer',
  monitoring_list_alertPolicy: ['alert policy', 'alert policies'],
  nfs_list: 'NFS share',
  nfs_list_access_points: 'access point',
  nfs_list_snapshot: 'snapshot',
  partnerAttachments_list: 'partner attachment',
  projects_list: 'project',
  registries_list: ['registry', 'registries'],
  registries_list_garbageCollections: 'clean-up',
  registries_list_repositoriesV2: ['repository', 'repositories'],
  registries_list_repositoryManifests: 'manifest',
  registries_list_repositoryTags: 'tag',
  reservedIPs_list: 'reserved IP',
  reservedIPv6_list: 'reserved IPv6',
  snapshots_list: 'snapshot',
  spacesKey_list: 'Spaces key',
  sshKeys_list: 'SSH key',
  tags_list: 'tag',
  uptime_list_alerts: 'alert',
  uptime_list_checks: 'uptime check',
  volumes_list: 'volume',
  vpcnatgateways_list: 'NAT gateway',
  vpcPeerings_list: 'peering',
  vpcs_list: 'VPC',
};

/** The word for one thing of a family, and for several; "thing" of a family without a word. */
function nounsOf(familyId: string): readonly [one: string, many: string] {
  const noun = Object.hasOwn(nouns, familyId) ? nouns[familyId] : undefined;
  return typeof noun === 'object' ? noun : [noun ?? 'thing', `${noun ?? 'thing'}s`];
}

/** "6 volumes", "1 alert policy"; "3 things" of a family without a word. */
export const countedThings = (familyId: string, count: number): string => counted(count, ...nounsOf(familyId));

/** "volumes". */
export const thingsOfFamily = (familyId: string): string => nounsOf(familyId)[1];
