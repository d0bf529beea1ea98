import type { Idle } from '../../../preload/contract/bills.ts';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { type Asked, useAsked } from '../../hooks/use-asked.ts';
import { useRow, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { monthKey, whyNoMonth } from '../../readings/month.ts';
import { hrefOf } from '../../routes/routes.ts';
import { billingWords } from '../../words/billing.ts';
import { settingsWords } from '../../words/settings.ts';
import { CostGroups } from './cost-groups.tsx';
import { IdleList } from './idle-list.tsx';
import { MonthFigures } from './month-figures.tsx';
import { DaysTable, TeamsTable } from './tables.tsx';

const costliestAtMost = 8;

const Costliest = ({ connectionIds }: { connectionIds: readonly string[] }) => {
  const { bridge } = usePage();
  const { value } = useAsked('costliest', () =>
    bridge.readCosts({ connectionIds: [...connectionIds], period: null, against: null, by: 'resource', order: 'cost' }),
  );
  if (value === null || value.groups.length === 0) return null;
  return (
    <section aria-labelledby="costliest">
      <h2 id="costliest" className="section-head">
        {billingWords.costliest}
        <span className="grow" />
        <a className="small-text" href={hrefOf('billing', 'costs')}>
          {billingWords.allCosts}
        </a>
      </h2>
      <CostGroups costs={value} by="resource" atMost={costliestAtMost} />
    </section>
  );
};

/** The month, where it goes, and what could cost less. */
export const MonthTab = ({ connectionIds, idle }: { connectionIds: readonly string[]; idle: Asked<Idle> }) => {
  const { bridge, router } = usePage();
  const { teamId, connections } = useTeam();
  const month = useRow('months', monthKey(teamId));
  const { value: days } = useAsked(String(month?.generatedAtMs ?? 0), () =>
    bridge.readDays({ connectionIds: [...(month?.connectionIds ?? connectionIds)] }),
  );
  const failure = month ? null : whyNoMonth(connections);
  if (failure)
    return (
      <FailureState
        failure={failure}
        what={billingWords.what}
        buttons={
          <Button look="primary" onClick={() => router.go(hrefOf('settings', 'connections'))}>
            {settingsWords.replace}
          </Button>
        }
      />
    );
  if (!month)
    return (
      <EmptyState icon="billing" title={billingWords.emptyTitle}>
        {billingWords.emptyDetail}
      </EmptyState>
    );
  return (
    <>
      <MonthFigures month={month} days={days} />
      <div className="billing-columns">
        <div className="stack">
          <Costliest connectionIds={connectionIds} />
          {connections.length > 1 && <TeamsTable connections={connections} />}
          {days && <DaysTable days={days.days} />}
        </div>
        <IdleList asked={idle} isBrief />
      </div>
    </>
  );
};
