import type { MonthRow } from '../../../preload/contract/view.ts';
import { drawn } from '../../readings/month.ts';
import { money, roughMoney } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';

/** Spent, forecast and limit on one scale. Nothing in between is drawn, because the API does not tell how spending went. */
export const SpendBar = ({ month: { usedUsd, forecast, limit } }: { month: MonthRow }) => {
  const limitUsd = limit && drawn(limit.usd);
  const top = Math.max(drawn(usedUsd), drawn(forecast?.usd), limitUsd ?? 0, 1) * 1.08;
  const share = (usd: number) => `${Math.min(100, (usd / top) * 100)}%`;
  const label = overviewWords.spendLabel(money(usedUsd), forecast && roughMoney(forecast.usd), limit && roughMoney(limit.usd));
  return (
    <div className="spend" role="img" aria-label={label}>
      <div className="spend-track">
        {forecast && <i className="forecast" style={{ width: share(drawn(forecast.usd)) }} />}
        <i className="spent" style={{ width: share(drawn(usedUsd)) }} />
      </div>
      {limit && limitUsd !== null && (
        <>
          <span className="limit" style={{ left: share(limitUsd) }} />
          <span className={limitUsd / top > 0.6 ? 'limit-words before' : 'limit-words'} style={{ left: share(limitUsd) }}>
            {overviewWords.limit(roughMoney(limit.usd))}
          </span>
        </>
      )}
    </div>
  );
};
