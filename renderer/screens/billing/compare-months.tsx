import { useState } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { useAsked } from '../../hooks/use-asked.ts';
import { usePage } from '../../page/page.ts';
import { billingWords } from '../../words/billing.ts';
import { money } from '../../words/money.ts';
import { CostGroups } from './cost-groups.tsx';
import { againstWords } from './other-month.ts';

const shownAtMost = 25;

const Month = ({
  label,
  value,
  periods,
  onChange,
}: {
  label: string;
  value: string;
  periods: readonly string[];
  onChange: (period: string) => void;
}) => (
  <Menu
    entries={periods.map((one) => ({
      kind: 'item' as const,
      label: billingWords.monthAndYear(one),
      isChecked: one === value,
      onSelect: () => onChange(one),
    }))}
    trigger={
      <Button size="small" aria-label={`${label}: ${billingWords.monthAndYear(value)}`}>
        {billingWords.monthAndYear(value)}
      </Button>
    }
  />
);

/** Two months against each other, the biggest change first. `periods`: those that are over, newest first. */
export const CompareMonths = ({ connectionIds, periods }: { connectionIds: readonly string[]; periods: readonly string[] }) => {
  const [period, setPeriod] = useState(periods[0] ?? '');
  const [against, setAgainst] = useState(periods[1] ?? '');
  if (periods.length < 2) return null;
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" className="section-head">
        {billingWords.compare} <span className="small-text faint">{billingWords.compareHint}</span>
      </h2>
      <div className="row wrap">
        <Month label={billingWords.period} value={period} periods={periods} onChange={setPeriod} />
        <span className="small-text faint">{billingWords.compareWith}</span>
        <Month label={billingWords.compareWith} value={against} periods={periods} onChange={setAgainst} />
      </div>
      <Compared key={`${period} ${against}`} connectionIds={connectionIds} period={period} against={against} />
    </section>
  );
};

const Compared = ({ connectionIds, period, against }: { connectionIds: readonly string[]; period: string; against: string }) => {
  const { bridge } = usePage();
  const { value, failure } = useAsked(`${period} ${against}`, () =>
    bridge.readCosts({ connectionIds: [...connectionIds], period, against, by: 'resource', order: 'change' }),
  );
  if (value === null)
    return failure ? (
      <p className="small-text danger">{failure.message}</p>
    ) : (
      <SkeletonRows text={billingWords.reading} rows={4} />
    );
  const groups = value.groups.filter(({ changeUsd }) => changeUsd !== null && Number(changeUsd) !== 0);
  return (
    <>
      <p className="small-text quiet tabular below">
        {[money(value.usd), againstWords(value)].filter(Boolean).join(', ')}
        {value.connectionIds.length > 1 && `, ${billingWords.teamsTogether(value.connectionIds.length)}`}
      </p>
      {groups.length === 0 ? (
        <p className="faint">{billingWords.sameCosts}</p>
      ) : (
        <CostGroups costs={{ ...value, groups }} by="resource" atMost={shownAtMost} isChangeShown />
      )}
    </>
  );
};
