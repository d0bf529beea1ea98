import type { Month } from '../../readings/month.ts';
import { money, roughMoney } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';

/** Spent, forecast and limit on one scale. Nothing in between is drawn, because the API does not tell how spending went. */
export const SpendBar = ({ month, limitUsd }: { month: Month; limitUsd: number | null }) => {
  const top = Math.max(month.spentUsd, month.forecastUsd ?? 0, limitUsd ?? 0, 1) * 1.08;
  const share = (usd: number) => `${Math.min(100, (usd / top) * 100)}%`;
  const label = overviewWords.spendLabel(
    money(month.spentUsd),
    month.forecastUsd === null ? null : roughMoney(month.forecastUsd),
    limitUsd === null ? null : roughMoney(limitUsd),
  );
  return (
    <div className="spend" role="img" aria-label={label}>
      <div className="spend-track">
        {month.forecastUsd !== null && <i className="forecast" style={{ width: share(month.forecastUsd) }} />}
        <i className="spent" style={{ width: share(month.spentUsd) }} />
      </div>
      {limitUsd !== null && (
        <>
          <span className="limit" style={{ left: share(limitUsd) }} />
          <span className={limitUsd / top > 0.6 ? 'limit-words before' : 'limit-words'} style={{ left: share(limitUsd) }}>
            {overviewWords.limit(roughMoney(limitUsd))}
          </span>
        </>
      )}
    </div>
  );
};
