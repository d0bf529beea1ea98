import type { CatalogueIndex, DangerLevel, OperationSummary } from '../../preload/contract/catalogue.ts';
import type { Place } from '../routes/resource-place.ts';

/** Names of the parameters in a path template, in order. */
export const parametersOf = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');

/** What can be done with one thing of a family, and what lies inside it. */
export interface ItemOperations {
  /** Reads the thing itself. */
  read: OperationSummary | null;
  /** Listings and other reads inside the thing. */
  inside: OperationSummary[];
  /** Operations that change the thing, the least dangerous first. */
  changes: OperationSummary[];
  /** Path values for an operation on the thing at a place. Parameters that come after the thing's own have no value yet. */
  valuesFor: (operation: OperationSummary, place: Pick<Place, 'parent' | 'itemId'>) => Record<string, string>;
}

const order: Record<DangerLevel, number> = { safe: 0, normal: 1, disruptive: 2, destructive: 3 };

/**
 * Operations on one thing of the family that `familyId` lists: those whose path begins with the path of its things and one
 * parameter, whatever the API calls that parameter there: it says `{id}` and `{app_id}` of the same app. Deprecated ones are left
 * out; the Operations view has them.
 */
export function itemOperations(index: CatalogueIndex, familyId: string): ItemOperations {
  const listing = index.operations.find((operation) => operation.id === familyId);
  const roots = listing ? rootsOf(listing.path) : [];
  const itemPaths = roots.map((root) => shapeOf(`${root}/{}`));
  const own = index.operations.filter(
    ({ isDeprecated, path }) => !isDeprecated && itemPaths.some((one) => isAtOrBelow(path, one)),
  );
  const reads = own.filter((operation) => operation.method === 'GET');
  const read = reads.find((operation) => itemPaths.includes(shapeOf(operation.path))) ?? null;
  return {
    read,
    inside: reads.filter((operation) => operation !== read),
    changes: own.filter((operation) => operation.method !== 'GET').sort((one, other) => order[one.danger] - order[other.danger]),
    valuesFor({ path }, { parent, itemId }) {
      const root = roots.find((one) => isAtOrBelow(path, shapeOf(`${one}/{}`)));
      if (root === undefined || itemId === null) return {};
      const known = [...parametersOf(root).map((name) => parent[name] ?? ''), itemId];
      return Object.fromEntries(parametersOf(path).flatMap((name, at) => (known[at] ? [[name, known[at]]] : [])));
    },
  };
}

/** A path without the names of its parameters: two paths of the same form address the same thing. */
const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');

const isAtOrBelow = (path: string, itemPath: string): boolean => `${shapeOf(path)}/`.startsWith(`${itemPath}/`);

/** Listings whose things are addressed under other paths, or under others too. Parameters are named as the listing names them. */
const otherRoots: Record<string, readonly string[]> = {
  '/v2/droplets/backups/policies': ['/v2/droplets'],
  '/v2/gen-ai/evaluation_metrics': ['/v2/gen-ai/custom_evaluation_metrics'],
  '/v2/gen-ai/evaluation_test_cases/{evaluation_test_case_uuid}/evaluation_runs': ['/v2/gen-ai/evaluation_runs'],
  '/v2/gen-ai/knowledge_bases': ['/v2/gen-ai/knowledge_bases', '/v2/gen-ai/scheduled-indexing/knowledge-base'],
  '/v2/nfs': ['/v2/nfs', '/v2/nfs/shares'],
  '/v2/nfs/shares/{share_id}/access_points': ['/v2/nfs/access_points'],
  '/v2/registries/{registry_name}/garbage-collections': ['/v2/registries/{registry_name}/garbage-collection'],
  '/v2/registries/{registry_name}/repositoriesV2': ['/v2/registries/{registry_name}/repositories'],
  '/v2/volumes/{volume_id}/snapshots': ['/v2/snapshots', '/v2/volumes/snapshots'],
};
const rootsOf = (path: string): readonly string[] => otherRoots[path] ?? [path];
