import type { DropletRow } from '../../preload/contract/view.ts';

/** The pinned droplets in the person's own order. Those that are gone are left out. */
export const pinnedOf = (droplets: readonly DropletRow[], pinned: readonly string[]): DropletRow[] => {
  const wanted = new Set(pinned);
  const found = new Map(droplets.filter(({ key }) => wanted.has(key)).map((droplet) => [droplet.key, droplet]));
  return pinned.flatMap((key) => found.get(key) ?? []);
};

/**
 * Where a pin goes when it moves one step among the pins that are shown: its new place among all pins, as the command `move-pin`
 * counts; `null` at the end of the list. Pins of other teams, or of droplets that are gone, are not shown and are passed over.
 */
export const placeAfter = (
  pinned: readonly string[],
  shown: readonly string[],
  dropletKey: string,
  step: -1 | 1,
): number | null => {
  const at = shown.indexOf(dropletKey);
  const neighbour = shown[at + step];
  if (at < 0 || neighbour === undefined) return null;
  const place = pinned.indexOf(neighbour);
  return place < 0 ? null : place;
};
