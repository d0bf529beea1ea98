/** Where a thing is that is no droplet: the list that has it, and its own id. */
export interface ThingPlace {
  connectionId: string;
  /** Id of the operation that lists its family. */
  familyId: string;
  /** Path values of what its family lies in, such as the cluster of a node pool. */
  parent: Readonly<Record<string, string>>;
  id: string;
}

/**
 * Key of a pinned thing throughout Buoy. A pinned droplet has its own, `connectionId:dropletId`, which no key of another thing
 * looks like. Settings hold these keys, so they must be the same in every version.
 */
export function pinKey({ connectionId, familyId, parent, id }: ThingPlace): string {
  const values = Object.entries(parent).sort(([one], [other]) => (one < other ? -1 : 1));
  const inside = values.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
  return `${connectionId}:${familyId}${inside === '' ? '' : `?${inside}`}/${encoded(id)}`;
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
