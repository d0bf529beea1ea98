import { useMemo } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Segments } from '../../components/controls/choices.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useAsked } from '../../hooks/use-asked.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useRow, useRows, useSingle, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { monthKey } from '../../readings/month.ts';
import { hrefOf } from '../../routes/routes.ts';
import { billingWords } from '../../words/billing.ts';
import { roughMoney } from '../../words/money.ts';
import { clockOrDay } from '../../words/times.ts';
import { viewNames } from '../../words/views.ts';
import { CostsTab } from './costs-tab.tsx';
import { IdleList } from './idle-list.tsx';
import { InvoicesTab } from './invoices-tab.tsx';
import { MonthTab } from './month-tab.tsx';
import { PaymentsTab } from './payments-tab.tsx';

const sections = ['month', 'costs', 'invoices', 'payments'] as const;
type Section = (typeof sections)[number];

const idleFamilies = new Set([
  'volumes_list',
  'reservedIPs_list',
  'snapshots_list',
  'loadBalancers_list',
  'registries_list',
  'images_list',
]);

/** Changes whenever what serves nothing may have: a list of such things was read anew, or a droplet went on or off. */
function useIdleMarks(connectionIds: readonly string[]): string {
  const states = useRows('resources');
  const droplets = useRows('droplets');
  return useMemo(() => {
    const teams = new Set(connectionIds);
    const lists = states.filter(({ connectionId, familyId }) => teams.has(connectionId) && idleFamilies.has(familyId));
    const off = droplets.filter(({ connectionId, status }) => teams.has(connectionId) && status === 'off');
    return [...lists.map(({ key, revision }) => `${key} ${revision}`), ...off.map(({ key }) => key)].sort().join('\n');
  }, [states, droplets, connectionIds]);
}

/** What was read for some teams is not shown for others, so that each choice of teams has its own. */
const Sections = ({ section, connectionIds }: { section: Section; connectionIds: readonly string[] }) => {
  const { bridge } = usePage();
  const idle = useAsked(useIdleMarks(connectionIds), () => bridge.readIdle({ connectionIds: [...connectionIds] }));
  switch (section) {
    case 'month':
      return <MonthTab connectionIds={connectionIds} idle={idle} />;
    case 'costs':
      return (
        <div className="billing-columns wide-side">
          <CostsTab connectionIds={connectionIds} />
          <IdleList asked={idle} />
        </div>
      );
    case 'invoices':
      return <InvoicesTab connectionIds={connectionIds} />;
    case 'payments':
      return <PaymentsTab connectionIds={connectionIds} />;
  }
};

/** The bill: the month, what things cost, and the invoices. */
export const BillingScreen = () => {
  const { router } = usePage();
  const route = useRoute();
  const { teamId, connections, all } = useTeam();
  const { spendThresholdUsd } = useSingle('settings');
  const now = useNow();
  const month = useRow('months', monthKey(teamId));
  const section = (route.view === 'billing' && sections.find((one) => one === route.section)) || 'month';
  // The demo account counts only where there is no other.
  const counted =
    teamId === null && all.some(({ isDemo }) => !isDemo) ? connections.filter(({ isDemo }) => !isDemo) : connections;
  const connectionIds = counted.map(({ id }) => id);
  const asOf =
    month && (month.isDated ? billingWords.balanceAsOf : billingWords.balanceReadAt)(clockOrDay(month.generatedAtMs, now));
  return (
    <>
      <ViewBar title={viewNames.billing} beside={asOf}>
        <Segments
          label={billingWords.sections}
          options={sections.map((value) => ({ value, label: billingWords[value] }))}
          value={section}
          onChange={(next) => router.go(next === 'month' ? hrefOf('billing') : hrefOf('billing', next))}
        />
        <Button icon="bell" className="not-tiny" onClick={() => router.go(hrefOf('settings', 'spend'))}>
          {billingWords.limitButton(spendThresholdUsd === null ? null : roughMoney(spendThresholdUsd))}
        </Button>
      </ViewBar>
      <div className="body scrolling billing">
        {connectionIds.length === 0 ? (
          <EmptyState icon="billing" title={billingWords.emptyTitle}>
            {billingWords.emptyDetail}
          </EmptyState>
        ) : (
          <Sections key={connectionIds.join(' ')} section={section} connectionIds={connectionIds} />
        )}
      </div>
    </>
  );
};
