import { useState } from 'react';
import type { Bill } from '../../../preload/contract/bills.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { useAsked } from '../../hooks/use-asked.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRows } from '../../hooks/use-view.ts';
import { useJobs } from '../../jobs/job-host.tsx';
import { usePage } from '../../page/page.ts';
import { billingWords } from '../../words/billing.ts';
import { money } from '../../words/money.ts';
import { clockOrDay } from '../../words/times.ts';
import { CompareMonths } from './compare-months.tsx';
import { CostGroups } from './cost-groups.tsx';
import { NotRead } from './not-read.tsx';
import { Unread } from './unread.tsx';

/** Products and charges of an invoice, and its items when asked for. */
const BillDetails = ({ bill }: { bill: Bill }) => {
  const { bridge } = usePage();
  const [hasItems, setItems] = useState(false);
  const { value, failure } = useAsked(bill.uuid, () => bridge.readBill({ connectionId: bill.connectionId, uuid: bill.uuid }));
  if (value === null)
    return failure ? (
      <p className="small-text danger">{failure.message}</p>
    ) : (
      <SkeletonRows text={billingWords.reading} rows={3} />
    );
  return (
    <div className="bill-details">
      <dl className="key-values">
        {[...value.products, ...value.charges.map((charge) => ({ ...charge, count: '' }))].map(({ name, usd, count }) => (
          <div key={name}>
            <dt>{billingWords.countOf(name, count)}</dt>
            <dd className="tabular">{money(usd)}</dd>
          </div>
        ))}
      </dl>
      {hasItems ? (
        <BillItems bill={bill} />
      ) : (
        <Button size="small" onClick={() => setItems(true)}>
          {billingWords.showItems}
        </Button>
      )}
    </div>
  );
};

const BillItems = ({ bill: { connectionId, period } }: { bill: Bill }) => {
  const { bridge } = usePage();
  const { value, failure } = useAsked(period, () =>
    bridge.readCosts({ connectionIds: [connectionId], period, against: null, by: 'resource', order: 'cost' }),
  );
  if (value) return <CostGroups costs={value} by="resource" />;
  return failure ? <p className="small-text danger">{failure.message}</p> : <SkeletonRows text={billingWords.reading} rows={3} />;
};

const BillRow = ({ bill, team }: { bill: Bill; team: string | null }) => {
  const { start } = useJobs();
  const [isOpen, setOpen] = useState(false);
  const { connectionId, uuid, period, usd } = bill;
  const now = useNow();
  const asOf = bill.updatedAtMs === null ? null : clockOrDay(bill.updatedAtMs, now);
  const thing = {
    connectionId,
    familyId: 'invoices_list',
    id: uuid,
    parent: {},
    row: { invoice_uuid: uuid, invoice_period: period, amount: usd },
  };
  return (
    <li className="bill">
      <div className="row">
        <button type="button" className="row grow plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'down' : 'right'} size="sm" className="faint" />
          <span className="medium nowrap">{billingWords.monthAndYear(period)}</span>
          <span className="small-text faint cut grow">
            {[team, bill.isPreview ? billingWords.preview(asOf) : null].filter(Boolean).join(', ')}
          </span>
          <span className="tabular">{money(usd)}</span>
        </button>
        <Menu
          entries={[
            {
              kind: 'item',
              label: billingWords.save('PDF'),
              offReason: bill.isPreview ? billingWords.noPreviewFile : null,
              onSelect: () => start({ name: 'pdf' }, thing),
            },
            {
              kind: 'item',
              label: billingWords.save('CSV'),
              offReason: bill.isPreview ? billingWords.noPreviewFile : null,
              onSelect: () => start({ name: 'csv' }, thing),
            },
          ]}
          trigger={
            <IconButton icon="download" size="small" label={[billingWords.saveMenu(period), team].filter(Boolean).join(', ')} />
          }
        />
      </div>
      {isOpen && <BillDetails bill={bill} />}
    </li>
  );
};

/** The invoices, newest first, the preview of the running month apart; and two months against each other. */
export const InvoicesTab = ({ connectionIds }: { connectionIds: readonly string[] }) => {
  const { bridge } = usePage();
  const connections = useRows('connections');
  const { value, failure, again } = useAsked('bills', () => bridge.readBills({ connectionIds: [...connectionIds] }));
  if (value === null)
    return failure ? <NotRead failure={failure} onAgain={again} /> : <SkeletonRows text={billingWords.reading} />;
  const [first] = value.unread;
  if (first && value.unread.length === connectionIds.length) return <NotRead failure={first.failure} onAgain={again} />;
  const teamOf = ({ connectionId }: Bill) =>
    connectionIds.length < 2 ? null : (connections.find(({ id }) => id === connectionId)?.teamName ?? null);
  const closed = value.bills.filter(({ isPreview }) => !isPreview);
  // A month that is not over is less than any whole one.
  const running = new Set(value.bills.filter(({ isPreview }) => isPreview).map(({ period }) => period));
  const whole = [...new Set(closed.map(({ period }) => period))].filter((period) => !running.has(period));
  return (
    <div className="billing-columns even">
      <section aria-labelledby="invoices">
        <h2 id="invoices" className="section-head">
          {billingWords.invoices} <span className="small-text faint">{billingWords.newestFirst}</span>
        </h2>
        <Unread unread={value.unread} />
        {closed.length === 0 && (
          <EmptyState icon="billing" title={billingWords.noInvoices}>
            {billingWords.noInvoicesDetail}
          </EmptyState>
        )}
        {[value.bills.filter(({ isPreview }) => isPreview), closed].map(
          (bills, index) =>
            bills.length > 0 && (
              <ul key={index === 0 ? 'preview' : 'closed'} className="bills">
                {bills.map((bill) => (
                  <BillRow key={`${bill.connectionId} ${bill.uuid}`} bill={bill} team={teamOf(bill)} />
                ))}
              </ul>
            ),
        )}
      </section>
      <CompareMonths connectionIds={connectionIds} periods={whole} />
    </div>
  );
};
