import { isObject } from './json.ts';

/*
 * Load balancers and volumes that Kubernetes made are set back by it when somebody else changes them. Their own tags may tell that.
 * Otherwise the cluster has to be asked whose nodes they are on.
 */

/** Where a cluster names what it made. */
export type KubernetesKind = 'load_balancers' | 'volumes';

export const makesThings = 'kubernetes_list_associatedResources';

const clusterTag = /^k8s:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** The cluster that such tags name; `null`: none. */
export const clusterInTags = (tags: readonly unknown[]): string | null =>
  tags.map((tag) => clusterTag.exec(String(tag))?.[1]).find((id) => id !== undefined) ?? null;

const listAt = (row: Readonly<Record<string, unknown>>, field: string): readonly unknown[] => {
  const value = row[field];
  return Array.isArray(value) ? value : [];
};

/** Whether its row alone says that Kubernetes made it. */
export const saysKubernetes = (row: Readonly<Record<string, unknown>>): boolean =>
  clusterInTags([...listAt(row, 'tags'), row.tag]) !== null;

/** The clusters whose nodes the thing is on, which may have made it. `tagsOf`: of a droplet that Buoy knows. */
export const clustersToAsk = (
  row: Readonly<Record<string, unknown>>,
  tagsOf: (dropletId: number) => readonly string[],
): string[] => [
  ...new Set(
    listAt(row, 'droplet_ids').flatMap((id) => {
      const cluster = clusterInTags(tagsOf(Number(id)));
      return cluster === null ? [] : [cluster];
    }),
  ),
];

/** Whether a cluster names that thing among what it made. `answer`: of `makesThings`. */
export const namesAsMade = (answer: unknown, kind: KubernetesKind, id: string): boolean =>
  isObject(answer) && listAt(answer, kind).some((one) => isObject(one) && one.id === id);
