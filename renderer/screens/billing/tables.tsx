import type { Days } from '../../../preload/contract/bills.ts';
import { billedDay } from '../../../preload/contract/time-words.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Monogram } from '../../components/status/monogram.tsx';
import { useRow } from '../../hooks/use-view.ts';
import { billingWords } from '../../words/billing.ts';
import { money, owed, roughMoney } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';

const Forecast = ({ id }: { id: string }) => {
  const forecast = useRow('months', id)?.forecast;
  return forecast ? overviewWords.about(roughMoney(forecast.usd)) : '–';
};

export const TeamsTable = ({ connections }: { connections: readonly ConnectionRow[] }) => (
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

const daysAtMost = 62;

/** What each day cost, as far as DigitalOcean tells. */
export const DaysTable = ({ days }: { days: Days['days'] }) => {
  if (days.length === 0) return null;
  return (
    <details className="fold">
      <summary className="section-head">
        {billingWords.dayByDay} <span className="small-text faint">{billingWords.dayHint}</span>
      </summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{billingWords.day}</th>
            <th scope="col" className="wide">
              {billingWords.mostly}
            </th>
            <th scope="col" className="right">
              {billingWords.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.slice(0, daysAtMost).map(({ day, usd, parts }) => (
            <tr key={day}>
              <th scope="row" className="tabular">
                {billedDay(Date.parse(`${day}T00:00:00Z`))}
              </th>
              <td className="quiet wide">
                {parts
                  .slice(0, 3)
                  .map((part) => `${part.name} ${money(part.usd)}`)
                  .join(', ')}
              </td>
              <td className="right tabular">{money(usd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
