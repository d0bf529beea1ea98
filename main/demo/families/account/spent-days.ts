import type { Team } from '../../world/team.ts';
import { dayMs } from '../../world/world.ts';
import { monthStart, spentBetween } from './prices.ts';

/** What a team had used of its month late on one day, as a program that ran then would have seen it. */
export interface SpentDay {
  atMs: number;
  usedUsd: string;
  accountUsd: string;
}

export const accountOf = (team: Team): number => (team.breadth === 'usual' ? -25 : 0);

/** How much one day differs from another, either way. */
const spread = 0.15;
/** After the last computation of a day, which DigitalOcean makes several times a day. */
const lateMs = dayMs - 3_600_000;

/**
 * The days of the last month and of this one up to yesterday. Each costs a little more or less than the one before, and together they
 * come to what the balance and the invoice say.
 */
export function spentDays(team: Team, nowMs: number): SpentDay[] {
  return [1, 0].flatMap((back) => {
    const [startMs, endMs] = [monthStart(nowMs, back), Math.min(monthStart(nowMs, back - 1), nowMs)];
    const random = team.random('spent days', startMs);
    const shares: number[] = [];
    for (let atMs = startMs; atMs < endMs; atMs += dayMs) {
      // The last day is as long as it has lasted.
      const part = Math.min(1, (endMs - atMs) / dayMs);
      shares.push(part * (1 + spread * (2 * random.next() - 1)));
    }
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const spent = spentBetween(team, startMs, endMs);
    let sum = 0;
    return shares.flatMap((share, index) => {
      sum += share;
      const atMs = startMs + index * dayMs + lateMs;
      if (atMs >= nowMs) return [];
      return [{ atMs, usedUsd: ((spent * sum) / whole).toFixed(2), accountUsd: accountOf(team).toFixed(2) }];
    });
  });
}
