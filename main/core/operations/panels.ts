import { routes } from '../names/routes.ts';

/** Whose panel shows how it went, by the kind: the first of the ids is that of a thing of this family. */
const panels: Record<string, string> = {
  deployment: 'apps_list',
  database: 'databases_list_clusters',
  'database-update': 'databases_list_clusters',
  'database-import': 'databases_list_clusters',
  'kubernetes-cluster': 'kubernetes_list_clusters',
  'cluster-lint': 'kubernetes_list_clusters',
  'load-balancer': 'loadBalancers_list',
  'load-balancer-droplets': 'loadBalancers_list',
  'partner-service-key': 'partnerAttachments_list',
  firewall: 'firewalls_list',
  certificate: 'certificates_list',
  'vpc-peering': 'vpcPeerings_list',
  'nat-gateway': 'vpcnatgateways_list',
  'partner-attachment': 'partnerAttachments_list',
  'nfs-share': 'nfs_list',
  'garbage-collection': 'registries_list',
  'knowledge-base': 'genai_list_knowledge_bases',
  'ai-agent': 'genai_list_agents',
};

/** Where a person sees what came of it; `null`: nowhere in particular. */
export function panelOf(kind: string, connectionId: string, ids: Readonly<Record<string, string>>): string | null {
  const [id] = Object.values(ids);
  const familyId = panels[kind];
  return familyId === undefined || id === undefined ? null : routes.thing({ connectionId, familyId, parent: {}, id });
}
