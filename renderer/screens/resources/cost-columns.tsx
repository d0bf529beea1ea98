import type { Cost } from '../../../preload/contract/cost.ts';
import type { Column } from '../../columns/column.ts';
import { costWords } from '../../words/cost.ts';
import { money } from '../../words/money.ts';
import type { ItemLine } from './lines.ts';
import type { CostsOfLines } from './use-costs.ts';

const usdOf = (cost: Cost | undefined): string | null =>
  cost?.kind === 'price' || cost?.kind === 'billed' ? cost.usd : cost?.kind === 'free' ? '0' : null;
/** A month's price of what is billed by the hour, for the order. */
const hoursOfMonth = 730;
const monthlyOf = (cost: Cost | undefined): number =>
  Number(usdOf(cost) ?? -1) * (cost?.kind === 'price' && cost.per === 'hour' ? hoursOfMonth : 1);
const soFarOf = (cost: Cost | undefined) => (cost && 'soFar' in cost ? (cost.soFar ?? null) : null);

function cellOf(cost: Cost | undefined): string {
  if (cost?.kind === 'not-told') return costWords.inList.notTold;
  if (cost?.kind === 'free') return costWords.inList.free;
  if (cost?.kind === 'on-request') return costWords.inList.onRequest;
  return cost?.kind === 'price' && cost.per === 'hour' ? costWords.inList.hourly(cost.usd) : money(usdOf(cost));
}
const isTold = (cost: Cost | undefined): boolean => cost?.kind === undefined || cost.kind === 'price' || cost.kind === 'billed';

/** How the cost is known, or why it is not. */
function hintOf(cost: Cost | undefined): string | undefined {
  switch (cost?.kind) {
    case 'price':
      return costWords.price(cost);
    case 'billed':
      return `${costWords.billed(cost.usd, cost.period)}, ${costWords.byInvoice}`;
    case 'not-told':
      return cost.period === null ? costWords.notTold : `${costWords.notTold}, ${costWords.notOnInvoice(cost.period)}`;
    case 'on-request':
      return costWords.openToAsk;
    case 'failed':
      return cost.failure.message;
    default:
      return undefined;
  }
}

// For the order only; what is not known comes last when sorted by the dearest.
const bySoFar = (one: Cost | undefined, other: Cost | undefined): number =>
  Number(soFarOf(one)?.usd ?? -1) - Number(soFarOf(other)?.usd ?? -1);

/**
 * What the things cost a month and have cost in this one, for lists whose rows do not name it. In a narrow list the month's price
 * is the last to go, and what it was so far the first, which `rank` says.
 */
export function costColumns(costs: CostsOfLines, rank: number): readonly Column<ItemLine>[] {
  if (costs === null) return [];
  const of = ({ id }: ItemLine) => costs.get(id);
  return [
    {
      key: 'cost',
      title: costWords.aMonth,
      track: '80px',
      rank: 0,
      isRight: true,
      look: (line) => (isTold(of(line)) ? 'tabular' : 'tabular faint'),
      cell: (line) => cellOf(of(line)),
      hint: (line) => hintOf(of(line)),
      compare: (one, other) => monthlyOf(of(one)) - monthlyOf(of(other)),
    },
    {
      key: 'cost-so-far',
      title: costWords.soFar,
      track: '72px',
      rank,
      isRight: true,
      look: 'tabular quiet',
      cell: (line) => money(soFarOf(of(line))?.usd ?? null),
      hint: (line) => {
        const soFar = soFarOf(of(line));
        return soFar ? costWords.soFarThisMonth(soFar) : undefined;
      },
      compare: (one, other) => bySoFar(of(one), of(other)),
    },
  ];
}
