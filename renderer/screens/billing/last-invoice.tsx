import { amountOf, sumOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Bill } from '../../../preload/contract/bills.ts';
import { useAsked } from '../../hooks/use-asked.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { billingWords } from '../../words/billing.ts';
import { money } from '../../words/money.ts';

/** What the newest invoices say together, if those teams have one each of the same month; `null`: there is no such sum. */
export function lastInvoiced(bills: readonly Bill[], teams: number): { period: string; usd: string } | null {
  const closed = bills.filter(({ isPreview }) => !isPreview);
  const period = closed.reduce((newest, bill) => (bill.period > newest ? bill.period : newest), '');
  const own = closed.filter((bill) => bill.period === period);
  const amounts = own.flatMap(({ usd }) => amountOf(usd) ?? []);
  const isWhole = period !== '' && new Set(own.map(({ connectionId }) => connectionId)).size === teams;
  return isWhole && amounts.length === own.length ? { period, usd: textOf(sumOf(amounts)) } : null;
}

/** The amount of the last invoice, which leads to it. Nothing where it could not be read, which the list of costs says. */
export const LastInvoice = ({ connectionIds }: { connectionIds: readonly string[] }) => {
  const { bridge } = usePage();
  const { value } = useAsked('last invoice', () => bridge.readBills({ connectionIds: [...connectionIds] }));
  const last = value && value.unread.length === 0 ? lastInvoiced(value.bills, connectionIds.length) : null;
  return (
    last && (
      <a className="small-text tabular" href={hrefOf('billing', 'invoices')}>
        {billingWords.lastInvoice(last.period, money(last.usd))}
      </a>
    )
  );
};
