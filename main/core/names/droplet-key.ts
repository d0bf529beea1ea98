/** Key of a droplet throughout Buoy. The id alone may appear in several connections. */
export const dropletKey = (connectionId: string, dropletId: number): string => `${connectionId}:${dropletId}`;

/** The connection and the droplet that a key names. The droplet's id is NaN when the text is not a key. */
export function splitDropletKey(key: string): { connectionId: string; dropletId: number } {
  const at = key.lastIndexOf(':');
  return { connectionId: key.slice(0, at), dropletId: Number(key.slice(at + 1)) };
}
