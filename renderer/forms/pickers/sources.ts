import type { CatalogueIndex } from '../../../preload/contract/catalogue.ts';

/** Which family lists the things that a field can name, and which of their properties is sent. */
export interface PickerSource {
  /** Id of the listing operation. */
  familyId: string;
  /** Names of the property that is sent; the first one that a row has is used. */
  idAt: string[];
  /** Path values of the resource that the family lies inside. */
  parent: Record<string, string>;
  /** The path parameter that must be chosen first; `null`: none. */
  needs: string | null;
  /** The field also takes what the family does not list, such as a tag that is made with it. */
  takesText: boolean;
}

const source = (familyId: string, ...idAt: string[]): PickerSource => ({
  familyId,
  idAt,
  parent: {},
  needs: null,
  takesText: false,
});

/** New tags and domains may be named before they exist. */
const orText = (offered: PickerSource): PickerSource => ({ ...offered, takesText: true });

/** Sources for fields of bodies and queries, by name. The first pattern that matches is used. */
const byName: [RegExp, PickerSource][] = [
  [/^droplet_ids?$|^host_id$/, source('droplets_list', 'id')],
  [/^(region|regions|region_slug|source_region|target_region)$/, source('regions_list', 'slug')],
  [/^(size|size_slug)$/, source('sizes_list', 'slug')],
  [/^(image|image_id|image_slug)$/, source('images_list', 'slug', 'id')],
  [/^(tags?|tag_name)$/, orText(source('tags_list', 'name'))],
  [/^(vpc_uuid|vpc_id|vpc_ids|private_network_uuid|vpc_network_id)$/, source('vpcs_list', 'id')],
  [/^(ssh_keys?|ssh_key_ids)$/, source('sshKeys_list', 'id')],
  [/^(project_id|project_uuid)$/, source('projects_list', 'id')],
  [/^(volumes?|volume_ids?)$/, source('volumes_list', 'id')],
  [/^snapshot_id$/, source('snapshots_list', 'id')],
  [/^(database_cluster_uuid|cluster_uuid|db_id|source_cluster)$/, source('databases_list_clusters', 'id')],
  [/^(cluster_id|kubernetes_ids|cluster_uuids)$/, source('kubernetes_list_clusters', 'id')],
  [/^app_ids?$/, source('apps_list', 'id')],
  [/^(domain_name|domain|domains)$/, orText(source('domains_list', 'name'))],
  [/^firewall_ids?$/, source('firewalls_list', 'id')],
  [/^(lb_id|load_balancer_ids?|load_balancer_uids|target_load_balancer_ids)$/, source('loadBalancers_list', 'id')],
  [/^(certificate_id|certificate_ids)$/, source('certificates_list', 'id')],
  [/^registry_name$/, source('registries_list', 'name')],
  [/^autoscale_pool_id$/, source('autoscalepools_list', 'id')],
  [/^(floating_ip)$/, source('floatingIPs_list', 'ip')],
  [/^(reserved_ip)$/, source('reservedIPs_list', 'ip')],
  [/^(share_id|nfs_id)$/, source('nfs_list', 'id')],
  [/^agent_uuid$/, source('genai_list_agents', 'uuid')],
  [/^(knowledge_base_uuid|knowledge_base_uuids)$/, source('genai_list_knowledge_bases', 'uuid')],
  [/^(model_uuid|embedding_model_uuid)$/, source('genai_list_models', 'uuid')],
  [/^workspace_uuid$/, source('genai_list_workspaces', 'uuid')],
];

/** Other products have size slugs of their own, which no operation lists. */
const isOwnSize = (familyId: string, operationPath: string): boolean =>
  familyId === 'sizes_list' && !/^\/v2\/(droplets|kubernetes)/.test(operationPath);

/** Some products have regions of their own, such as "fra" for apps, besides those that droplets have. */
const hasOwnRegions = (familyId: string, operationPath: string): boolean =>
  familyId === 'regions_list' &&
  /^\/v2\/(apps|add-ons|dedicated-inferences|functions|gen-ai|partner_network_connect|security|vector-databases)/.test(
    operationPath,
  );

/** The source for a field of a body or a query, by its name; `null`: no known operation lists its values. */
export const sourceByName = (name: string, operationPath: string, index: CatalogueIndex | null): PickerSource | null => {
  const found = byName.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  if (found && isOwnSize(found.familyId, operationPath)) return null;
  if (found && hasOwnRegions(found.familyId, operationPath)) return orText(found);
  if (!found || !index) return found;
  return index.operations.some((operation) => operation.id === found.familyId) ? found : null;
};

/** Listings whose path differs from the path that their things are addressed under. */
const elsewhere: Record<string, PickerSource> = {
  '/v2/registries/{registry_name}/repositories': source('registries_list_repositoriesV2', 'name'),
};

/**
 * The source for a path parameter: the operation whose path is the part before it. Parameters in that part are the listing's own.
 */
export function sourceOfParameter(
  name: string,
  operationPath: string,
  pathValues: Readonly<Record<string, string>>,
  index: CatalogueIndex | null,
): PickerSource | null {
  const before = operationPath.split(`/{${name}}`)[0];
  if (before === undefined || before === operationPath || !index) return sourceByName(name, operationPath, index);
  const known = Object.hasOwn(elsewhere, before) ? elsewhere[before] : undefined;
  const listing = index.operations.find((operation) => operation.method === 'GET' && operation.path === before);
  const familyId = known?.familyId ?? listing?.id;
  if (familyId === undefined) return sourceByName(name, operationPath, index);
  const needed = [...before.matchAll(/\{([^{}]+)\}/g)].map(([, one]) => one ?? '');
  const missing = needed.find((one) => (pathValues[one] ?? '') === '') ?? null;
  const parent = Object.fromEntries(needed.map((one) => [one, pathValues[one] ?? '']));
  return { familyId, idAt: known?.idAt ?? idNames(name), parent, needs: missing, takesText: false };
}

/** Properties to look for, best first. The parameter's own name comes before its last word: `replica_name` before `name`. */
function idNames(name: string): string[] {
  const last = name.split('_').at(-1) ?? name;
  const ends = last === 'id' ? ['id', 'uuid'] : last === 'uuid' ? ['uuid', 'id'] : last === 'name' ? ['name', 'id'] : [last];
  return [...new Set([name, ...ends, 'id', 'uuid', 'slug', 'name', 'ip'])];
}
