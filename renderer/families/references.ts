import { familyOfUrn } from './all.ts';

/** Fields that hold the id of another thing, and the family in which that thing is found. */
const references: Record<string, string> = {
  app_id: 'apps_list',
  certificate_id: 'certificates_list',
  cluster_id: 'kubernetes_list_clusters',
  cluster_uuid: 'kubernetes_list_clusters',
  database_cluster_uuid: 'databases_list_clusters',
  database_id: 'databases_list_clusters',
  domain_name: 'domains_list',
  droplet_id: 'droplets_list',
  droplet_ids: 'droplets_list',
  firewall_id: 'firewalls_list',
  firewall_ids: 'firewalls_list',
  invoice_uuid: 'invoices_list',
  knowledge_base_uuid: 'genai_list_knowledge_bases',
  load_balancer_id: 'loadBalancers_list',
  load_balancer_ids: 'loadBalancers_list',
  project_id: 'projects_list',
  registry_name: 'registries_list',
  snapshot_ids: 'snapshots_list',
  tag: 'tags_list',
  tags: 'tags_list',
  volume_id: 'volumes_list',
  volume_ids: 'volumes_list',
  vpc_id: 'vpcs_list',
  vpc_ids: 'vpcs_list',
  vpc_uuid: 'vpcs_list',
  workspace_uuid: 'genai_list_workspaces',
};

/** What a value refers to, judged by the name of its field or because it is a URN; `null` if it refers to nothing. */
export function referenceOf(field: string, value: string): { familyId: string; id: string } | null {
  if (value.startsWith('do:')) {
    // Reserved IPs have their former name in URNs.
    const named = familyOfUrn(value.replace(/^do:floatingip:/, 'do:reservedip:')) ?? dropletOfUrn(value);
    if (named) return 'family' in named ? { familyId: named.family.id, id: named.id } : named;
  }
  const familyId = references[field];
  return familyId === undefined || value === '' ? null : { familyId, id: value };
}

function dropletOfUrn(urn: string): { familyId: string; id: string } | null {
  const id = /^do:droplet:(\d+)$/.exec(urn)?.[1];
  return id === undefined ? null : { familyId: 'droplets_list', id };
}
