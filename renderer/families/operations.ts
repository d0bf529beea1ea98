import type { CatalogueIndex, DangerLevel, OperationSummary } from '../../preload/contract/catalogue.ts';

/** Names of the parameters in a path template, in order. */
export const parametersOf = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');

/** What can be done with one thing of a family, and what lies inside it. */
export interface ItemOperations {
  /** Name of the path parameter that takes the thing's id; `null` if no operation takes it. */
  parameter: string | null;
  /** Reads the thing itself. */
  read: OperationSummary | null;
  /** Listings and other reads inside the thing. */
  inside: OperationSummary[];
  /** Operations that change the thing, the least dangerous first. */
  changes: OperationSummary[];
}

const order: Record<DangerLevel, number> = { safe: 0, normal: 1, disruptive: 2, destructive: 3 };

/**
 * Operations on one thing of the family that `familyId` lists: those whose path begins with the listing's path and one parameter.
 * Deprecated ones are left out; the Operations view has them.
 */
export function itemOperations(index: CatalogueIndex, familyId: string): ItemOperations {
  const listing = index.operations.find((operation) => operation.id === familyId);
  const none: ItemOperations = { parameter: null, read: null, inside: [], changes: [] };
  if (!listing) return none;
  const root = rootOf(listing.path);
  const found = index.operations.filter((operation) => !operation.isDeprecated && operation.path.startsWith(`${root}/{`));
  const parameter = found[0]?.path.slice(root.length + 2).split('}')[0];
  if (parameter === undefined) return none;
  const itemPath = `${root}/{${parameter}}`;
  // The API may name the parameter differently in some paths, as it does for actions on volumes. Those paths are left out.
  const own = found.filter((operation) => operation.path === itemPath || operation.path.startsWith(`${itemPath}/`));
  const reads = own.filter((operation) => operation.method === 'GET');
  const read = reads.find((operation) => operation.path === itemPath) ?? null;
  return {
    parameter,
    read,
    inside: reads.filter((operation) => operation !== read),
    changes: own.filter((operation) => operation.method !== 'GET').sort((one, other) => order[one.danger] - order[other.danger]),
  };
}

/** Listings whose things are addressed under another path. */
const roots: Record<string, string> = {
  '/v2/registries/{registry_name}/repositoriesV2': '/v2/registries/{registry_name}/repositories',
  '/v2/droplets/backups/policies': '/v2/droplets',
  '/v2/volumes/{volume_id}/snapshots': '/v2/snapshots',
};
const rootOf = (path: string): string => roots[path] ?? path;
