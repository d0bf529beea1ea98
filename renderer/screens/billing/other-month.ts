import { amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Costs } from '../../../preload/contract/bills.ts';
import { billingWords, changeOf } from '../../words/billing.ts';
import { money } from '../../words/money.ts';

/** What it cost in the month that it is compared with; `null`: that was not read. */
export function otherMonth({ usd, changeUsd }: Pick<Costs, 'usd' | 'changeUsd'>): string | null {
  const [now, change] = [amountOf(usd), amountOf(changeUsd)];
  return now && change && textOf(now.minus(change));
}

/**
 * How the sum stands against the other month; `null`: that was not read. A month that is not over is less than a whole one, which
 * says nothing, so the other sum stands beside it then and no difference.
 */
export function againstWords(costs: Pick<Costs, 'usd' | 'changeUsd' | 'against' | 'isRunning'>): string | null {
  const { changeUsd, against, isRunning } = costs;
  if (changeUsd === null) return null;
  return isRunning
    ? billingWords.wholeSum(money(otherMonth(costs)), against)
    : billingWords.changed(changeOf(changeUsd), against);
}
