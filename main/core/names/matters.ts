/**
 * A matter is something that needs a person as long as it lasts: a droplet that is down, a check that does not answer. These
 * are the keys of their rows in the `attention` table; notices say by the same keys what they are about, and a snooze what it
 * silences. `history.json` stores them, so they must be the same in every version.
 */
export const matters = {
  /** `key` as `dropletKey` makes it. */
  down: (key: string) => `down/${key}`,
  uptime: (connectionId: string, checkId: string) => `uptime/${connectionId}/${checkId}`,
  /** `key` as in `AlertState`. */
  alert: (connectionId: string, key: string) => `alert/${connectionId}/${key}`,
  slow: (actionKey: string) => `slow/${actionKey}`,
  token: (connectionId: string) => `token/${connectionId}`,
  /** Months are in UTC, as DigitalOcean bills them. */
  spend: (generatedAtMs: number) => `spend/${new Date(generatedAtMs).toISOString().slice(0, 7)}`,
} as const;
