import { calledByUrn, urnParts } from '../../preload/contract/urn-words.ts';
import { resourceWords } from '../words/resources.ts';
import { designedFamily, familyOfUrn } from './all.ts';
import type { Family, Reference } from './family.ts';
import { firstAt, type Item, textOf } from './value.ts';

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
export function referenceOf(field: string, value: string): Reference | null {
  if (value.startsWith('do:')) {
    // Reserved IPs have their former name in URNs.
    const named = familyOfUrn(value.replace(/^do:floatingip:/, 'do:reservedip:')) ?? dropletOfUrn(value);
    if (named) return 'family' in named ? { familyId: named.family.id, id: named.id } : named;
  }
  const familyId = references[field];
  return familyId === undefined || value === '' ? null : { familyId, id: value };
}

function dropletOfUrn(urn: string): Reference | null {
  const id = /^do:droplet:(\d+)$/.exec(urn)?.[1];
  return id === undefined ? null : { familyId: 'droplets_list', id };
}

/** What a row stands for; `null`: it has a name of its own, or Buoy knows no family of that kind. */
export function stoodFor({ standsFor }: Family, item: Item): Reference | null {
  if (standsFor === undefined) return null;
  if ('urn' in standsFor) return referenceOf('', textOf(firstAt(item, [standsFor.urn])));
  const id = textOf(firstAt(item, [standsFor.id]));
  const familyId = 'familyId' in standsFor ? standsFor.familyId : standsFor.families[textOf(item[standsFor.code])];
  return familyId === undefined || id === '' ? null : { familyId, id };
}

/** What a row is called as long as the name of what it stands for is not known: "droplet 470112233". '': it stands for nothing. */
export function calledAs(family: Family, item: Item): string {
  const { standsFor } = family;
  const named = standsFor && 'urn' in standsFor ? urnParts(textOf(firstAt(item, [standsFor.urn]))) : null;
  if (named) return calledByUrn(named);
  const reference = stoodFor(family, item);
  return reference === null ? '' : calledByKind(reference);
}

/** A thing whose name is not known, by the word for its kind and its id. */
export const calledByKind = ({ familyId, id }: Reference): string =>
  resourceWords.oneOf(familyId === 'droplets_list' ? 'Droplets' : (designedFamily(familyId)?.title ?? ''), id);

/** Families whose things are called by their id. */
const namedById: ReadonlySet<string> = new Set([
  'domains_list',
  'droplets_list',
  'regions_list',
  'registries_list',
  'reservedIPs_list',
  'reservedIPv6_list',
  'tags_list',
]);

/** Whether the list of that family is needed to call its things by name. Droplets are in the view. */
export const isListed = (familyId: string): boolean => !namedById.has(familyId);

/** Families inside other things have one list for each of those: only lists that were opened are known. */
export const isInside = (familyId: string): boolean => designedFamily(familyId)?.inside !== undefined;
