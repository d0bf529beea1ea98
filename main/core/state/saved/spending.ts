import { z } from 'zod';
import { amountOf } from '../../../../preload/contract/amounts.ts';
import { pointsAtMost, type SpendPoint } from '../../money/spending.ts';
import type { UnusedSince } from '../../money/unused-since.ts';
import { rowsOf } from '../../understood.ts';
import type { State } from '../state.ts';

const amount = z.string().refine((text) => amountOf(text) !== null);
const pointSchema = z.object({
  key: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  usedUsd: amount,
  accountUsd: amount,
  atMs: z.number(),
});
const unusedSchema = z.object({ key: z.string(), sinceMs: z.number(), seenMs: z.number() });
const teamSchema = z.object({
  id: z.string(),
  points: rowsOf(pointSchema).catch([]),
  unused: rowsOf(unusedSchema).catch([]).exactOptional(),
});

/**
 * The `spending` document: what each saved connection's team had used of its months, one point a day for thirteen months, and since
 * when its things were seen serving nothing. Never the demo account, nor a connection that is kept for one run only.
 */
const spendingSchema = z.object({ teams: rowsOf(teamSchema).catch([]) });

/** `null` when the document is not what Buoy writes. */
export function readSpending(value: unknown): Spending | null {
  const parsed = spendingSchema.safeParse(value);
  if (!parsed.success) return null;
  return {
    spending: parsed.data.teams.map(({ id, points }) => [
      id,
      [...new Map(points.map((point) => [point.key, point])).values()]
        .sort((one, other) => one.atMs - other.atMs)
        .slice(-pointsAtMost),
    ]),
    unusedSince: parsed.data.teams.flatMap(({ id, unused = [] }) => (unused.length === 0 ? [] : [[id, unused]])),
  };
}

interface Spending {
  spending: [connectionId: string, points: readonly SpendPoint[]][];
  unusedSince: [connectionId: string, things: readonly UnusedSince[]][];
}

export function toSpending(state: Pick<State, 'connections' | 'spending' | 'unusedSince'>): { version: 1; teams: unknown[] } {
  const ids = new Set([...state.spending.keys(), ...state.unusedSince.keys()]);
  return {
    version: 1,
    teams: [...ids].flatMap((id) => {
      if (!state.connections.get(id)?.isSaved) return [];
      const unused = state.unusedSince.get(id) ?? [];
      return [{ id, points: [...(state.spending.get(id) ?? [])], ...(unused.length > 0 && { unused: [...unused] }) }];
    }),
  };
}

/** The document without teams that are no longer connected. `ids`: those that are; `null`: not all of them are known. */
export function withoutGone(found: object, ids: ReadonlySet<string> | null): object {
  const teams: unknown = 'teams' in found ? found.teams : null;
  if (!Array.isArray(teams) || ids === null) return found;
  const stays = (team: unknown) => {
    const { success, data } = teamSchema.safeParse(team);
    return !success || ids.has(data.id);
  };
  return { ...found, teams: teams.filter(stays) };
}
