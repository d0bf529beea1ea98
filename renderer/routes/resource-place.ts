import type { ThingPlace } from '../../preload/contract/pin-key.ts';
import { hrefOf } from './routes.ts';

/** A place among the resources: a family, the thing that it lies inside, and the thing that is open. */
export interface Place {
  familyId: string;
  /** Path values of the thing that the family lies inside; empty for other families. */
  parent: Record<string, string>;
  /** Connection id of the open thing, or of a family inside another; `null`: every team that is shown. */
  connectionId: string | null;
  itemId: string | null;
}

/** Reads the path of `#/resources/FAMILY?name=value/CONNECTION/ITEM`; `null` if it names no family. */
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

/** Address of a place; the opposite of `placeOf`. */
export function placeHref({ familyId, parent, connectionId, itemId }: Place): string {
  const query = new URLSearchParams(parent).toString();
  const family = query === '' ? familyId : `${familyId}?${query}`;
  return hrefOf('resources', ...[family, connectionId, itemId].filter((part): part is string => part !== null));
}

/** Address of a family, for all shown teams. */
export const familyHref = (familyId: string): string => placeHref({ familyId, parent: {}, connectionId: null, itemId: null });

/** Address of a thing whose family lies inside nothing. Droplets have a view of their own. */
export const itemHref = (familyId: string, connectionId: string, itemId: string): string =>
  familyId === 'droplets_list'
    ? hrefOf('droplets', `${connectionId}:${itemId}`)
    : placeHref({ familyId, parent: {}, connectionId, itemId });

/** The job that `#/resources/FAMILY/CONNECTION/ITEM/JOB` asks for, and its thing; `null`: the path asks for none. */
export function askedAt(path: readonly string[]): { job: string; thing: ThingPlace & { parent: Record<string, string> } } | null {
  const place = placeOf(path);
  const job = path[3];
  if (place === null || place.connectionId === null || place.itemId === null || job === undefined) return null;
  const { familyId, connectionId, parent, itemId } = place;
  return { job, thing: { familyId, connectionId, parent, id: itemId } };
}
