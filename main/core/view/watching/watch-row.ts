import type { WatchRow } from '../../../../preload/contract/watching.ts';
import { type Demand, lookEveryMs, type Pace } from '../../watching/budget.ts';
import type { Plan } from '../../watching/plan.ts';
import { givenUpWords, watchWords } from '../../words/monitoring.ts';

/** What a connection's watching costs, and what the budget gives up. */
export function watchRow(
  connectionId: string,
  plan: Plan,
  { demand, pace, shares }: { demand: Demand; pace: Pace; shares: { uptime: number; alerts: number } },
): Omit<WatchRow, 'droplets' | 'unwatched'> {
  const { regular, inTurns, beyond } = plan.pairs;
  const checkMs = Math.max(lookEveryMs(pace), (demand.checks * 3_600_000) / Math.max(1, shares.uptime));
  const all = regular + inTurns + beyond;
  const isStretched = inTurns + beyond > 0;
  const ofPairs = isStretched
    ? [
        watchWords.budget(regular, all),
        ...(inTurns > 0 ? [watchWords.turns(inTurns, plan.turnMs)] : []),
        ...(beyond > 0 ? [watchWords.beyond(beyond)] : []),
      ]
    : all > 0
      ? [watchWords.pairs(all, plan.regularMs)]
      : [];
  const requests = (demand.checks > 0 ? shares.uptime : 0) + (all > 0 ? shares.alerts : 0);
  const givenUp = [
    ...plan.givenUp.map((step) => givenUpWords[step]),
    ...(checkMs > lookEveryMs(pace) ? [watchWords.checksLess(checkMs, lookEveryMs(pace))] : []),
  ];
  return {
    key: connectionId,
    connectionId,
    checksText: demand.checks > 0 ? watchWords.checks(demand.checks, checkMs) : null,
    policiesText: ofPairs.length > 0 ? ofPairs.join(' ') : null,
    requestsText: requests > 0 ? watchWords.requests(requests) : null,
    isStretched,
    givenUp,
  };
}
