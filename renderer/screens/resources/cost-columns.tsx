import type { Cost } from '../../../preload/contract/cost.ts';
import type { Column } from '../../columns/column.ts';
import { costWords } from '../../words/cost.ts';
import { money } from '../../words/money.ts';
import type { ItemLine } from './lines.ts';
import type { CostsOfLines } from './use-costs.ts';

const usdOf = (cost: Cost | undefined): string | null =>
  cost?.kind === 'price' || cost?.kind === 'billed' ? cost.usd : cost?.kind === 'free' ? '0' : null;
const soFarOf = (cost: Cost | undefined): string | null =>
  cost?.kind === 'price' || cost?.kind === 'billed' ? (cost.soFarUsd ?? null) : null;

/** How the cost is known, or why it is not. */
function hintOf(cost: Cost | undefined): string | undefined {
  switch (cost?.kind) {
    case 'price':
      return costWords.price(cost);
    case 'billed':
      return `${costWords.billed(cost.usd, cost.period)}, ${costWords.byInvoice}`;
    case 'not-told':
      return cost.period === null ? costWords.notTold : `${costWords.notTold}, ${costWords.notOnInvoice(cost.period)}`;
    case 'failed':
      return cost.failure.message;
    default:
      return undefined;
  }
}

// For the order only; what is not known comes last when sorted by the dearest.
const bySize = (one: string | null, other: string | null): number => Number(one ?? -1) - Number(other ?? -1);

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
      look: 'tabular',
      cell: (line) => money(usdOf(of(line))),
      hint: (line) => hintOf(of(line)),
      compare: (one, other) => bySize(usdOf(of(one)), usdOf(of(other))),
    },
    {
      key: 'cost-so-far',
      title: costWords.soFar,
      track: '72px',
      rank,
      isRight: true,
      look: 'tabular quiet',
      cell: (line) => money(soFarOf(of(line))),
      compare: (one, other) => bySize(soFarOf(of(one)), soFarOf(of(other))),
    },
  ];
}
