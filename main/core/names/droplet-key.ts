/** Key of a droplet wherever Buoy names one: ids are only unique within a team. */
export const dropletKey = (connectionId: string, dropletId: number): string => `${connectionId}:${dropletId}`;

/** The connection and droplet that a key names; the droplet's id is NaN where the key names none. */
export function splitDropletKey(key: string): { connectionId: string; dropletId: number } {
  const at = key.lastIndexOf(':');
  return { connectionId: key.slice(0, at), dropletId: Number(key.slice(at + 1)) };
}
