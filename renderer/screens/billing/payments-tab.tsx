import { useState } from 'react';
import type { Payment } from '../../../preload/contract/bills.ts';
import { billedDay } from '../../../preload/contract/time-words.ts';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { useAsked } from '../../hooks/use-asked.ts';
import { useRows } from '../../hooks/use-view.ts';
import { base64Of, csvLine, fileName, saveFile } from '../../page/made-file.ts';
import { usePage } from '../../page/page.ts';
import { billingWords, paymentType } from '../../words/billing.ts';
import { money } from '../../words/money.ts';
import { NotRead } from './not-read.tsx';
import { Unread } from './unread.tsx';

/** Years of months fit; the rest is drawn when somebody wants it. */
const shownAtMost = 100;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** What is shown as CSV: days in UTC, amounts as DigitalOcean writes them. */
export function paymentsCsv(payments: readonly Payment[], teamOf: (payment: Payment) => string): string {
  const { date, team, type, what, usd } = billingWords.paymentColumns;
  const lines = payments.map((one) => csvLine([dayOf(one.atMs), teamOf(one), paymentType(one.type), one.description, one.usd]));
  return `${[csvLine([date, team, type, what, usd]), ...lines].join('\r\n')}\r\n`;
}

/** Invoices, payments and credits, newest first. */
export const PaymentsTab = ({ connectionIds }: { connectionIds: readonly string[] }) => {
  const page = usePage();
  const connections = useRows('connections');
  const [isWhole, setWhole] = useState(false);
  const { value, failure, again } = useAsked('payments', () => page.bridge.readPayments({ connectionIds: [...connectionIds] }));
  if (value === null)
    return failure ? <NotRead failure={failure} onAgain={again} /> : <SkeletonRows text={billingWords.reading} />;
  const [first] = value.unread;
  if (first && value.unread.length === connectionIds.length) return <NotRead failure={first.failure} onAgain={again} />;
  const teamOf = ({ connectionId }: Payment) => connections.find(({ id }) => id === connectionId)?.teamName ?? connectionId;
  const shown = isWhole ? value.payments : value.payments.slice(0, shownAtMost);
  const columns = billingWords.paymentColumns;
  const [newest] = shown;
  return (
    <section aria-labelledby="payments" className="payments">
      <h2 id="payments" className="section-head">
        {billingWords.payments} <span className="small-text faint not-tiny">{billingWords.paymentsHint}</span>
        <span className="grow" />
        {newest && (
          <Button
            size="small"
            icon="download"
            onClick={() =>
              void saveFile(page, {
                name: fileName(billingWords.paymentsFile(dayOf(newest.atMs)), 'csv'),
                mediaType: 'text/csv',
                base64: base64Of(paymentsCsv(shown, teamOf)),
              })
            }
          >
            {billingWords.saveCsv}
          </Button>
        )}
      </h2>
      <Unread unread={value.unread} />
      {shown.length === 0 ? (
        <EmptyState icon="billing" title={billingWords.noPayments}>
          {billingWords.noPaymentsDetail}
        </EmptyState>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              {connectionIds.length > 1 && (
                <th scope="col" className="wide">
                  {columns.team}
                </th>
              )}
              <th scope="col" className="wide">
                {columns.type}
              </th>
              <th scope="col">{columns.date}</th>
              <th scope="col" className="right">
                {columns.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no id, several may be of the same moment, and none moves.
              <tr key={`${one.connectionId} ${one.atMs} ${index}`}>
                <th scope="row">
                  <div className="cut" title={one.description}>
                    {one.description || paymentType(one.type)}
                  </div>
                  {connectionIds.length > 1 && <div className="small-text faint cut narrow">{teamOf(one)}</div>}
                </th>
                {connectionIds.length > 1 && <td className="quiet wide">{teamOf(one)}</td>}
                <td className="quiet wide">{paymentType(one.type)}</td>
                <td className="quiet tabular">
                  {billedDay(one.atMs)} {new Date(one.atMs).getUTCFullYear()}
                </td>
                <td className="right tabular">{money(one.usd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < value.payments.length && (
        <p className="below">
          <Button size="small" onClick={() => setWhole(true)}>
            {billingWords.showAll(value.payments.length)}
          </Button>
        </p>
      )}
    </section>
  );
};
