import { useEffect, useMemo, useState } from 'react';
import type { Cost, CostReach } from '../../../../preload/contract/cost.ts';
import { Button } from '../../../components/controls/button.tsx';
import type { Item } from '../../../families/value.ts';
import { usePage } from '../../../page/page.ts';
import { costWords } from '../../../words/cost.ts';
import { resourceWords } from '../../../words/resources.ts';
import { Waiting } from './pieces.tsx';

/** A cost in words: what it is, and how that is known. */
const CostView = ({ cost, onAsk, isBusy }: { cost: Cost; onAsk: () => void; isBusy: boolean }) => {
  switch (cost.kind) {
    case 'price': {
      const details = [
        ...(cost.range ? [costWords.range(cost.range.fromUsd, cost.range.toUsd)] : []),
        ...cost.without.map((what) => costWords.without[what]),
      ];
      return (
        <>
          <span className="tabular">{costWords.price(cost)}</span>
          {details.length > 0 && <span className="faint">{details.join(', ')}</span>}
        </>
      );
    }
    case 'billed':
      return (
        <>
          <span className="tabular">{costWords.billed(cost.usd, cost.period)}</span>
          <span className="faint">{costWords.byInvoice}</span>
        </>
      );
    case 'free':
      return <span>{costWords.free}</span>;
    case 'on-request':
      return (
        <Button size="small" isBusy={isBusy} onClick={onAsk}>
          {costWords.ask}
        </Button>
      );
    case 'not-told':
      return (
        <>
          <span className="faint">{costWords.notTold}</span>
          {cost.period !== null && <span className="faint">{costWords.notOnInvoice(cost.period)}</span>}
        </>
      );
    case 'failed': {
      const { failure } = cost;
      const isScope = failure.kind === 'forbidden' && (failure.scopes?.length ?? 0) > 0;
      return (
        <span className="faint" title={failure.message}>
          {isScope ? resourceWords.needs(failure.scopes?.join(', ') ?? '') : resourceWords.notReadable}
        </span>
      );
    }
  }
};

/** What a thing costs, in a place that is kept from the start. Nothing for what has no price of its own. */
export const CostLine = ({
  connectionId,
  familyId,
  id,
  item,
}: {
  connectionId: string;
  familyId: string;
  id: string;
  item: Item;
}) => {
  const { bridge } = usePage();
  const [told, setTold] = useState<{ cost: Cost | null } | null>(null);
  const [reach, setReach] = useState<CostReach>('own');
  const [isBusy, setBusy] = useState(false);
  // The price follows the thing: a cluster that has grown costs more.
  const row = useMemo(() => JSON.stringify(item), [item]);
  useEffect(() => {
    let isCurrent = true;
    void bridge
      .tellCosts({ connectionId, familyId, things: [{ id, row: JSON.parse(row) as Item }], reach, isSoFarTold: true })
      .then((outcome) => {
        if (!isCurrent) return;
        setBusy(false);
        setTold({ cost: outcome.ok ? (outcome.value[0] ?? null) : { kind: 'failed', failure: outcome.failure } });
      });
    return () => {
      isCurrent = false;
    };
  }, [bridge, connectionId, familyId, id, row, reach]);
  if (told !== null && told.cost === null) return null;
  const ask = () => {
    setBusy(true);
    setReach('asked');
  };
  return (
    <div className="fact">
      <dt>{costWords.costs}</dt>
      <dd>
        <span className="row fact-line">
          {told?.cost ? <CostView cost={told.cost} onAsk={ask} isBusy={isBusy} /> : <Waiting />}
          {told?.cost && 'soFar' in told.cost && told.cost.soFar && (
            <span className="quiet tabular">{costWords.soFarThisMonth(told.cost.soFar)}</span>
          )}
        </span>
      </dd>
    </div>
  );
};
