import { amountOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Days } from '../../../preload/contract/bills.ts';
import { billedDay, billedMonth } from '../../../preload/contract/time-words.ts';
import type { MonthRow } from '../../../preload/contract/view.ts';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { SpendBar } from '../../components/status/spend-bar.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { limitWorthSaying, teamsIn } from '../../readings/month.ts';
import { billingWords } from '../../words/billing.ts';
import { money, owed, roughMoney } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';
import { percent } from '../../words/sizes.ts';
import { clockOrDay } from '../../words/times.ts';
import { LastInvoice } from './last-invoice.tsx';
import { MonthChart } from './month-chart.tsx';

/** How much more or less this month is than the one before was by the same day; `null`: not known. */
function againstLast(month: MonthRow, { last }: Days): { period: string; words: string } | null {
  const today = new Date(month.generatedAtMs).getUTCDate();
  // The day that is not over is compared with how the other began it.
  const then = amountOf(last.days[today - 2]?.usd);
  const now = amountOf(month.usedUsd);
  if (then === null || now === null) return null;
  const more = now.minus(then);
  const words = more.eq(0)
    ? billingWords.same
    : (more.gt(0) ? billingWords.more : billingWords.less)(roughMoney(textOf(more.abs())));
  return { period: last.period, words };
}

const Forecast = ({ month: { forecast, isDated, endsAtMs } }: { month: MonthRow }) => (
  <div className="two-lines">
    <span className="small-text faint">{overviewWords.forecastFor(billedDay(endsAtMs))}</span>
    <span className="figure tabular">{forecast === null ? '–' : overviewWords.about(roughMoney(forecast.usd))}</span>
    <span className="small-text faint">
      {forecast === null
        ? isDated
          ? overviewWords.noForecast
          : billingWords.noForecastUndated
        : forecast.likely && billingWords.likely(roughMoney(forecast.likely.lowUsd), roughMoney(forecast.likely.highUsd))}
    </span>
  </div>
);

/** The month so far, where it goes, and how it stands against the limit and the month before. */
export const MonthFigures = ({ month, days }: { month: MonthRow; days: Days | null }) => {
  const { spendThresholdUsd } = useSingle('settings');
  const now = useNow();
  const name = billedMonth(month.generatedAtMs);
  const teams = teamsIn(month);
  const { limit } = month;
  const against = days && againstLast(month, days);
  return (
    <section className="card month" aria-label={overviewWords.monthSoFar(name)}>
      <div className="month-split">
        <div className="key-figures">
          <div className="two-lines">
            <span className="small-text faint">
              {overviewWords.monthSoFar(name)}
              {teams && `, ${overviewWords.teamsTogether(teams.counted, teams.of)}`}
            </span>
            <span className="big">{money(month.usedUsd)}</span>
            {limit && limit.usedShare >= limitWorthSaying ? (
              <span className="small-text warn medium row">
                <StatusGlyph name="warn" className="tiny" />
                {overviewWords.ofLimit(percent(limit.usedShare))}
              </span>
            ) : (
              <span className="small-text faint tabular">
                {billingWords.dayOf(new Date(month.generatedAtMs).getUTCDate(), new Date(month.endsAtMs).getUTCDate())}
                {`, ${overviewWords.asOf(clockOrDay(month.generatedAtMs, now))}`}
              </span>
            )}
          </div>
          <Forecast month={month} />
          {against && (
            <div className="two-lines">
              <span className="small-text faint">{billingWords.against(against.period)}</span>
              <span className="medium tabular">{against.words}</span>
              <span className="small-text faint">{billingWords.onThisDay}</span>
            </div>
          )}
          <div className="two-lines">
            <span className="small-text faint">{overviewWords.yourLimit}</span>
            <span className="medium tabular">
              {spendThresholdUsd === null
                ? overviewWords.noLimit
                : limit
                  ? roughMoney(limit.usd)
                  : overviewWords.limitOfAll(roughMoney(spendThresholdUsd))}
            </span>
            <span className="small-text faint tabular">{`${billingWords.account}: ${owed(month.accountUsd)}`}</span>
            <LastInvoice key={month.connectionIds.join(' ')} connectionIds={month.connectionIds} />
          </div>
        </div>
        {days === null ? <SpendBar month={month} /> : <MonthChart month={month} days={days} />}
      </div>
      {month.forecast && <p className="small-text faint">{billingWords.forecastMethod}</p>}
    </section>
  );
};
