import type { Failure } from '../../preload/contract/failure.ts';
import { allTeamsKey } from '../../preload/contract/month-key.ts';
import type { ConnectionRow, MonthRow } from '../../preload/contract/view.ts';

/** Key of the month's row for a team; `null`: all of them. */
export const monthKey = (teamId: string | null): string => teamId ?? allTeamsKey;

/** Why no balance is there, of the teams whose read of it failed; `null`: it was not read yet. */
export const whyNoMonth = (connections: readonly ConnectionRow[]): Failure | null =>
  connections.flatMap(({ balanceFreshness }) => balanceFreshness.failure ?? [])[0] ?? null;

/** From this share of the limit on it is said as a warning. */
export const limitWorthSaying = 0.8;

/** A sum is never shown without saying of how many teams it is; `null`: it is no sum. */
export const teamsIn = ({ connectionIds, missingIds }: MonthRow): { counted: number; of: number } | null => {
  const of = connectionIds.length + missingIds.length;
  return of < 2 ? null : { counted: connectionIds.length, of };
};

/** For drawing only: places on a scale need no exact amounts. */
export const drawn = (usd: string | null | undefined): number => Number(usd ?? 0);
