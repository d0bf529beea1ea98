import type { DropletRow, PinRow } from '../../preload/contract/view.ts';

/** What a person keeps at the top: a droplet or another thing. */
export type Pinned = DropletRow | PinRow;

export const isDroplet = (pin: Pinned): pin is DropletRow => 'condition' in pin;

/** The pins in the person's own order. Droplets that are gone are left out; other things that are gone say so. */
export function pinnedOf(droplets: readonly DropletRow[], things: readonly PinRow[], pinned: readonly string[]): Pinned[] {
  const wanted = new Set(pinned);
  const found = new Map<string, Pinned>(things.map((thing) => [thing.key, thing]));
  for (const droplet of droplets) if (wanted.has(droplet.key)) found.set(droplet.key, droplet);
  return pinned.flatMap((key) => found.get(key) ?? []);
}

/**
 * Where a pin goes when it moves one step among the pins that are shown: its new place among all pins, as the command `move-pin`
 * counts; `null` at the end of the list. Pins of other teams, or of droplets that are gone, are not shown and are passed over.
 */
export const placeAfter = (pinned: readonly string[], shown: readonly string[], key: string, step: -1 | 1): number | null => {
  const at = shown.indexOf(key);
  const neighbour = shown[at + step];
  if (at < 0 || neighbour === undefined) return null;
  const place = pinned.indexOf(neighbour);
  return place < 0 ? null : place;
};
