/**
 * Keys of the facts that notices tell. A fact is told once, even across restarts, so its key must be the same in every
 * version: `history.json` stores the keys that were told.
 */
export const facts = {
  completed: (actionKey: string) => `completed/${actionKey}`,
  errored: (actionKey: string) => `errored/${actionKey}`,
  slow: (actionKey: string) => `slow/${actionKey}`,
  down: (dropletKey: string, sinceMs: number) => `down/${dropletKey}/${sinceMs}`,
  uptime: (change: 'down' | 'up', connectionId: string, checkId: string, atMs: number) =>
    `uptime-${change}/${connectionId}/${checkId}/${atMs}`,
  alert: (change: 'fired' | 'cleared', connectionId: string, alertKey: string, atMs: number) =>
    `alert-${change}/${connectionId}/${alertKey}/${atMs}`,
  /** `month` as YYYY-MM. */
  spend: (month: string, thresholdUsd: number) => `spend/${month}/${thresholdUsd}`,
  refused: (connectionId: string, lastWorkedAtMs: number | null) => `refused/${connectionId}/${lastWorkedAtMs ?? 'never'}`,
} as const;
