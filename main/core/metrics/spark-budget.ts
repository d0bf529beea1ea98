import type { Budget } from '../digitalocean/api.ts';

/** Sparks are an extra. Requests an hour that a team may spend on them. */
export const sparksPerHour = 120;
/**
 * They give up before any other poll does: once Buoy has made this share of the hour's requests (polls may use a fifth), once
 * little is left, and while anything waits.
 */
export const sparkShare = { ofBuoy: 0.15, left: 0.25 } as const;

const hourMs = 3_600_000;

/** Counts what was spent on sparks, by team. */
export interface SparkBudget {
  /** Whether one more request is affordable now. */
  hasRoom(connectionId: string, budget: Budget): boolean;
  spend(connectionId: string): void;
}

export function createSparkBudget(now: () => number): SparkBudget {
  const spent = new Map<string, number[]>();
  const recent = (connectionId: string): number[] => (spent.get(connectionId) ?? []).filter((atMs) => atMs > now() - hourMs);
  return {
    hasRoom(connectionId, { limit, remaining, usedByBuoy, throttled, held, queued }) {
      const isQuiet = throttled === null && held === null && queued === 0;
      return (
        isQuiet &&
        usedByBuoy < limit * sparkShare.ofBuoy &&
        remaining > limit * sparkShare.left &&
        recent(connectionId).length < sparksPerHour
      );
    },
    spend: (connectionId) => void spent.set(connectionId, [...recent(connectionId), now()]),
  };
}
