import { billedDay, billedMonth } from '../../../preload/contract/time-words.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { SpendBar } from '../../components/status/spend-bar.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRow, useSingle, useTeam } from '../../hooks/use-view.ts';
import { limitWorthSaying, monthKey, teamsIn, whyNoMonth } from '../../readings/month.ts';
import { hrefOf } from '../../routes/routes.ts';
import { money, roughMoney } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';
import { percent } from '../../words/sizes.ts';
import { clockOrDay } from '../../words/times.ts';

/** The month so far, its forecast and the person's limit. */
export const MonthCard = ({ connections }: { connections: readonly ConnectionRow[] }) => {
  const { spendThresholdUsd } = useSingle('settings');
  const now = useNow();
  const { teamId } = useTeam();
  const month = useRow('months', monthKey(teamId));
  if (!month)
    return (
      <section className="card" aria-labelledby="month-title">
        <header>
          <h2 id="month-title">
            <a className="stretched" href={hrefOf('billing')}>
              {billedMonth(now)}
            </a>
          </h2>
        </header>
        <div className="quiet-line faint">{overviewWords.noBalance(whyNoMonth(connections)?.kind ?? null)}</div>
      </section>
    );
  const { forecast, limit } = month;
  const teams = teamsIn(month);
  return (
    <section className="card month-card" aria-labelledby="month-title">
      <header>
        <h2 id="month-title">
          <a className="stretched" href={hrefOf('billing')}>
            {billedMonth(month.generatedAtMs)}
          </a>
        </h2>
        {teams && <span className="tiny-text faint">{overviewWords.teamsTogether(teams.counted, teams.of)}</span>}
        <span className="grow" />
        <span className="tiny-text faint">{overviewWords.asOf(clockOrDay(month.generatedAtMs, now))}</span>
      </header>
      <div className="inner">
        <div className="row spread baseline">
          <span className="big">{money(month.usedUsd)}</span>
          {limit && limit.usedShare >= limitWorthSaying && (
            <span className="small-text warn medium row">
              <StatusGlyph name="warn" className="tiny" />
              {overviewWords.ofLimit(percent(limit.usedShare))}
            </span>
          )}
        </div>
        <SpendBar month={month} />
        <dl className="key-values">
          <div>
            <dt>{overviewWords.forecastFor(billedDay(month.endsAtMs))}</dt>
            <dd className="tabular">
              {forecast === null ? overviewWords.noForecast : overviewWords.about(roughMoney(forecast.usd))}
            </dd>
          </div>
          {forecast?.likely && (
            <div>
              <dt>{overviewWords.likelyBetween}</dt>
              <dd className="tabular">
                {overviewWords.fromTo(roughMoney(forecast.likely.lowUsd), roughMoney(forecast.likely.highUsd))}
              </dd>
            </div>
          )}
          <div>
            <dt>{overviewWords.yourLimit}</dt>
            <dd className="tabular">
              {spendThresholdUsd === null
                ? overviewWords.noLimit
                : limit
                  ? roughMoney(limit.usd)
                  : overviewWords.limitOfAll(roughMoney(spendThresholdUsd))}
            </dd>
          </div>
        </dl>
      </div>
    </section>
  );
};
