import type { CatalogueIndex, DangerLevel, OperationSummary } from '../../preload/contract/catalogue.ts';

/** Parameter names of a path template, in their order. */
export const parametersOf = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');

/** What can be done with one thing of a family, and what lies inside it. */
export interface ItemOperations {
  /** Name of the path parameter that takes the thing's id; `null` where nothing takes it. */
  parameter: string | null;
  /** Reads the thing itself. */
  read: OperationSummary | null;
  /** Listings and other reads inside it. */
  inside: OperationSummary[];
  /** Changes, the harmless ones first. */
  changes: OperationSummary[];
}

const order: Record<DangerLevel, number> = { safe: 0, normal: 1, disruptive: 2, destructive: 3 };

/**
 * Operations that concern one thing of the family that `familyId` lists: everything whose path goes through the thing's own,
 * which is the listing's path and one parameter more. Deprecated ones are left to the Operations view.
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
  // A path may give the same place another name: volumes are one thing by id, yet actions on them name it otherwise.
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

/** Some families are read at one place and live at another. */
const roots: Record<string, string> = {
  '/v2/registries/{registry_name}/repositoriesV2': '/v2/registries/{registry_name}/repositories',
  '/v2/droplets/backups/policies': '/v2/droplets',
  '/v2/volumes/{volume_id}/snapshots': '/v2/snapshots',
};
const rootOf = (path: string): string => roots[path] ?? path;
