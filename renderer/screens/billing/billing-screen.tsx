import { sumOfPrices } from '../../../preload/contract/amounts.ts';
import { billedDay, billedMonth } from '../../../preload/contract/time-words.ts';
import type { ConnectionRow, DropletRow, MonthRow } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { SpendBar } from '../../components/status/spend-bar.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRow, useRows, useSingle, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { monthKey } from '../../readings/month.ts';
import { hrefOf } from '../../routes/routes.ts';
import { money, moneyAMonth, owed, roughMoney } from '../../words/money.ts';
import { billingWords, overviewWords } from '../../words/overview.ts';
import { settingsWords } from '../../words/settings.ts';
import { percent } from '../../words/sizes.ts';
import { clockOrDay } from '../../words/times.ts';
import { viewNames } from '../../words/views.ts';

const costliestAtMost = 10;

const MonthFigures = ({ month }: { month: MonthRow }) => {
  const today = new Date(month.generatedAtMs).getUTCDate();
  return (
    <section className="card month" aria-label={overviewWords.monthSoFar(billedMonth(month.generatedAtMs))}>
      <div className="key-figures">
        <div className="two-lines">
          <span className="small-text faint">{overviewWords.monthSoFar(billedMonth(month.generatedAtMs))}</span>
          <span className="big">{money(month.usedUsd)}</span>
          <span className="small-text faint tabular">{billingWords.dayOf(today, new Date(month.endsAtMs).getUTCDate())}</span>
        </div>
        <div className="two-lines">
          <span className="small-text faint">{overviewWords.forecastFor(billedDay(month.endsAtMs))}</span>
          <span className="figure tabular">
            {month.forecast === null ? '–' : overviewWords.about(roughMoney(month.forecast.usd))}
          </span>
          {month.forecast === null && <span className="small-text faint">{overviewWords.noForecast}</span>}
        </div>
        <div className="two-lines">
          <span className="small-text faint">{overviewWords.yourLimit}</span>
          <span className="figure tabular">{month.limit === null ? overviewWords.noLimit : roughMoney(month.limit.usd)}</span>
          {month.limit !== null && (
            <span className="small-text faint tabular">{overviewWords.ofLimit(percent(month.limit.usedShare))}</span>
          )}
        </div>
      </div>
      <SpendBar month={month} />
    </section>
  );
};

const Forecast = ({ id }: { id: string }) => {
  const forecast = useRow('months', id)?.forecast;
  return forecast ? overviewWords.about(roughMoney(forecast.usd)) : '–';
};

const TeamsTable = ({ connections }: { connections: readonly ConnectionRow[] }) => (
  <section aria-labelledby="by-team">
    <h2 id="by-team" className="section-head">
      {billingWords.byTeam}
    </h2>
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{billingWords.team}</th>
          <th scope="col" className="right">
            {billingWords.due}
          </th>
          <th scope="col" className="right">
            {billingWords.forecast}
          </th>
          <th scope="col" className="right wide">
            {billingWords.dropletsMonthly}
          </th>
          <th scope="col" className="right wide">
            {billingWords.account}
          </th>
        </tr>
      </thead>
      <tbody>
        {connections.map((connection) => (
          <tr key={connection.id}>
            <th scope="row">
              <span className="row">
                <Monogram letters={connection.monogram} />
                <span className="medium cut">{connection.teamName}</span>
              </span>
              {connection.balanceFreshness.failure && (
                <span className="small-text warn">{connection.balanceFreshness.failure.message}</span>
              )}
            </th>
            <td className="right tabular">{money(connection.balance?.monthToDateUsage ?? null)}</td>
            <td className="right tabular quiet">
              <Forecast id={connection.id} />
            </td>
            <td className="right tabular quiet wide">{money(connection.dropletsMonthlyUsd)}</td>
            <td className="right tabular quiet wide">{owed(connection.balance?.accountBalance ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Costliest = ({ droplets }: { droplets: readonly DropletRow[] }) => {
  const top = [...droplets].sort((a, b) => (b.priceMonthlyUsd ?? 0) - (a.priceMonthlyUsd ?? 0)).slice(0, costliestAtMost);
  const most = top[0]?.priceMonthlyUsd ?? 0;
  return (
    <section aria-labelledby="costliest">
      <h2 id="costliest" className="section-head">
        {billingWords.costliest}
        <span className="small-text faint">{billingWords.costliestHint}</span>
      </h2>
      <ul className="shares">
        {top.map((droplet) => (
          <li key={droplet.key}>
            <Icon name="droplet" size="sm" className="faint" />
            <a className="medium cut stretched" href={hrefOf('droplets', droplet.key)}>
              {droplet.name}
            </a>
            {droplet.condition === 'off' ? <span className="tag warn nowrap">{billingWords.offBilled}</span> : <span />}
            <span className="share" aria-hidden="true">
              <i style={{ width: most > 0 ? percent((droplet.priceMonthlyUsd ?? 0) / most).replace('\u00a0', '') : 0 }} />
            </span>
            <span className="tabular right">{money(droplet.priceMonthlyUsd)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const OffButBilled = ({ droplets }: { droplets: readonly DropletRow[] }) => {
  const off = droplets.filter((droplet) => droplet.status === 'off' && droplet.condition !== 'down');
  return (
    <section aria-labelledby="off-billed">
      <h2 id="off-billed" className="section-head">
        {billingWords.offBilled}
        <span className="grow" />
        {off.length > 0 && (
          <span className="small-text quiet tabular medium">
            {moneyAMonth(sumOfPrices(off.map((droplet) => droplet.priceMonthlyUsd)))}
          </span>
        )}
      </h2>
      <div className="card">
        {off.length === 0 ? (
          <div className="quiet-line faint">{billingWords.offNone}</div>
        ) : (
          <ul className="list">
            {off.map((droplet) => (
              <li key={droplet.key}>
                <a className="two-lines grow stretched" href={hrefOf('droplets', droplet.key)}>
                  <span className="medium cut">{droplet.name}</span>
                  <span className="small-text faint cut">{[droplet.regionSlug, droplet.sizeSlug].join(' · ')}</span>
                </a>
                <span className="tabular quiet">{money(droplet.priceMonthlyUsd)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="small-text faint below">{billingWords.offBilledHint}</p>
    </section>
  );
};

/** The bill of the month, only from the balances that were read. */
export const BillingScreen = () => {
  const { router } = usePage();
  const { teamId, connections } = useTeam();
  const { spendThresholdUsd } = useSingle('settings');
  const now = useNow();
  const droplets = useRows('droplets').filter((droplet) => teamId === null || droplet.connectionId === teamId);
  const month = useRow('months', monthKey(teamId));
  const failure = month
    ? null
    : (connections.find((connection) => connection.balanceFreshness.failure)?.balanceFreshness.failure ?? null);
  const replace = (
    <Button look="primary" onClick={() => router.go(hrefOf('settings', 'connections'))}>
      {settingsWords.replace}
    </Button>
  );
  return (
    <>
      <ViewBar
        title={viewNames.billing}
        beside={month ? billingWords.balanceAsOf(clockOrDay(month.generatedAtMs, now)) : undefined}
      >
        <Button icon="bell" className="not-tiny" onClick={() => router.go(hrefOf('settings', 'spend'))}>
          {billingWords.limitButton(spendThresholdUsd === null ? null : roughMoney(spendThresholdUsd))}
        </Button>
      </ViewBar>
      <div className="body scrolling">
        {failure ? (
          <FailureState failure={failure} what={viewNames.billing.toLowerCase()} buttons={replace} />
        ) : month ? (
          <>
            <MonthFigures month={month} />
            <div className="billing-columns">
              <div className="stack">
                <TeamsTable connections={connections} />
                {droplets.length > 0 && <Costliest droplets={droplets} />}
              </div>
              <OffButBilled droplets={droplets} />
            </div>
          </>
        ) : (
          <EmptyState icon="billing" title={billingWords.emptyTitle}>
            {billingWords.emptyDetail}
          </EmptyState>
        )}
      </div>
    </>
  );
};
