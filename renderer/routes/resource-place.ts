import { hrefOf } from './routes.ts';

/** Where one is among the resources: a family, inside what, and which thing of it is open. */
export interface Place {
  familyId: string;
  /** Path values of the thing that the family lies inside; empty for the others. */
  parent: Record<string, string>;
  /** Team of the open thing and of a family inside another; `null`: every team that is shown. */
  connectionId: string | null;
  itemId: string | null;
}

/** `#/resources/FAMILY?name=value/CONNECTION/ITEM`; `null` names no family. */
export function placeOf(path: readonly string[]): Place | null {
  const [first, connectionId, itemId] = path;
  if (first === undefined) return null;
  const [familyId = '', query = ''] = first.split('?', 2);
  return {
    familyId,
    parent: Object.fromEntries(new URLSearchParams(query)),
    connectionId: connectionId ?? null,
    itemId: itemId ?? null,
  };
}

export function placeHref({ familyId, parent, connectionId, itemId }: Place): string {
  const query = new URLSearchParams(parent).toString();
  const family = query === '' ? familyId : `${familyId}?${query}`;
  return hrefOf('resources', ...[family, connectionId, itemId].filter((part): part is string => part !== null));
}

/** A family of all shown teams. */
export const familyHref = (familyId: string): string => placeHref({ familyId, parent: {}, connectionId: null, itemId: null });

/** A thing of a family that lies inside nothing. Droplets have a view of their own. */
export const itemHref = (familyId: string, connectionId: string, itemId: string): string =>
  familyId === 'droplets_list'
    ? hrefOf('droplets', `${connectionId}:${itemId}`)
    : placeHref({ familyId, parent: {}, connectionId, itemId });
