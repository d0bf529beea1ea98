import { useState } from 'react';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Segments } from '../../components/controls/choices.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Note } from '../../components/feedback/note.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { useAsked } from '../../hooks/use-asked.ts';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { usePage } from '../../page/page.ts';
import { billingWords } from '../../words/billing.ts';
import { money } from '../../words/money.ts';
import { CostGroups } from './cost-groups.tsx';
import { type CostGrouping, costGroupings } from './groupings.ts';
import { NotRead } from './not-read.tsx';
import { againstWords } from './other-month.ts';
import { Unread } from './unread.tsx';

const PeriodChooser = ({
  periods,
  period,
  isRunning,
  onChange,
}: {
  periods: readonly string[];
  period: string;
  isRunning: boolean;
  onChange: (period: string) => void;
}) => {
  const place = periods.indexOf(period);
  const [later, earlier] = [periods[place - 1], periods[place + 1]];
  const name = isRunning ? billingWords.soFar(period) : billingWords.monthAndYear(period);
  return (
    <div className="row">
      <IconButton
        icon="left"
        label={billingWords.earlier}
        offReason={earlier === undefined ? billingWords.noInvoices : null}
        onClick={() => earlier !== undefined && onChange(earlier)}
      />
      <Menu
        entries={periods.map((one) => ({
          kind: 'item' as const,
          label: billingWords.monthAndYear(one),
          isChecked: one === period,
          onSelect: () => onChange(one),
        }))}
        trigger={<Button aria-label={`${billingWords.period}: ${name}`}>{name}</Button>}
      />
      <IconButton
        icon="right"
        label={billingWords.later}
        offReason={later === undefined ? billingWords.preview(null) : null}
        onClick={() => later !== undefined && onChange(later)}
      />
    </div>
  );
};

/** What things cost in a month, in the groups that a person asks for. */
export const CostsTab = ({ connectionIds }: { connectionIds: readonly string[] }) => {
  const { bridge } = usePage();
  const [period, setPeriod] = useState<string | null>(null);
  const [by, setBy] = useRemembered<CostGrouping>({
    name: 'costs-by',
    initial: 'project',
    parse: (text) => costGroupings.find((one) => one === text) ?? null,
    format: String,
  });
  const {
    value: costs,
    failure,
    isAsking,
    again,
  } = useAsked(`${period} ${by}`, () =>
    bridge.readCosts({ connectionIds: [...connectionIds], period, against: null, by, order: 'cost' }),
  );
  if (costs === null)
    return failure ? <NotRead failure={failure} onAgain={again} /> : <SkeletonRows text={billingWords.reading} />;
  const [first] = costs.unread;
  if (costs.connectionIds.length === 0 && first) return <NotRead failure={first.failure} onAgain={again} />;
  return (
    <div className="stack" aria-busy={isAsking}>
      <div className="row wrap spread costs-head">
        <PeriodChooser periods={costs.periods} period={costs.period} isRunning={costs.isRunning} onChange={setPeriod} />
        <Segments
          label={billingWords.by}
          value={by}
          options={costGroupings.map((value) => ({ value, label: billingWords.groupings[value] }))}
          onChange={setBy}
        />
      </div>
      <div className="row baseline wrap">
        <span className="big">{money(costs.usd)}</span>
        <span className="small-text faint tabular">
          {[costs.connectionIds.length > 1 ? billingWords.teamsTogether(costs.connectionIds.length) : null, againstWords(costs)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {failure && (
          <Button size="small" icon="refresh" onClick={again}>
            {failure.message}
          </Button>
        )}
      </div>
      <Unread unread={costs.unread} />
      {costs.groups.length === 0 ? (
        <EmptyState icon="billing" title={billingWords.nothingBilled(costs.period)}>
          {billingWords.nothingBilledDetail}
        </EmptyState>
      ) : (
        <CostGroups key={by} costs={costs} by={by} />
      )}
      {costs.isOverlapping && <p className="small-text faint">{billingWords.overlapping}</p>}
      {costs.billedUsd !== null && <Note icon="info">{billingWords.asInvoiced(money(costs.billedUsd))}</Note>}
    </div>
  );
};
