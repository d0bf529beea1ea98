import type { Days, Idle } from '../../../preload/contract/bills.ts';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { type Asked, useAsked } from '../../hooks/use-asked.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useRow, useRows, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { monthKey, whyNoMonth } from '../../readings/month.ts';
import { hrefOf } from '../../routes/routes.ts';
import { billingWords } from '../../words/billing.ts';
import { settingsWords } from '../../words/settings.ts';
import { frameWords } from '../../words/views.ts';
import { CostGroups } from './cost-groups.tsx';
import { IdleList } from './idle-list.tsx';
import { MonthFigures } from './month-figures.tsx';
import { PartNotRead } from './not-read.tsx';
import { DaysTable, TeamsTable } from './tables.tsx';
import { Unread } from './unread.tsx';

const costliestAtMost = 8;

/** What costs most, and which teams are not in it. Where nothing could be read, why. */
const Costliest = ({ connectionIds }: { connectionIds: readonly string[] }) => {
  const { bridge } = usePage();
  const { value, failure, again } = useAsked('costliest', () =>
    bridge.readCosts({ connectionIds: [...connectionIds], period: null, against: null, by: 'resource', order: 'cost' }),
  );
  const unread = value?.unread ?? [];
  const isFailed = value === null && failure !== null;
  if (!isFailed && unread.length === 0 && (value?.groups ?? []).length === 0) return null;
  return (
    <section aria-labelledby="costliest">
      <h2 id="costliest" className="section-head">
        {billingWords.costliest}
        <span className="grow" />
        <a className="small-text" href={hrefOf('billing', 'costs')}>
          {billingWords.allCosts}
        </a>
      </h2>
      {isFailed && (
        <div className="row">
          <p className="small-text danger">{failure.message}</p>
          <Button size="small" onClick={again}>
            {frameWords.tryAgain}
          </Button>
        </div>
      )}
      <Unread unread={unread} />
      {value && value.groups.length > 0 && <CostGroups costs={value} by="resource" atMost={costliestAtMost} />}
    </section>
  );
};

/** Why there are no days of a team, which only DigitalOcean tells. */
const DaysUnread = ({ unread }: Pick<Days, 'unread'>) => {
  const connections = useRows('connections');
  return unread.map(({ connectionId, failure }) => (
    <p key={connectionId} className="small-text warn" title={failure.message}>
      {billingWords.notRead(billingWords.daysRead, connections.find(({ id }) => id === connectionId)?.teamName ?? connectionId)}
    </p>
  ));
};

/** The month, where it goes, and what could cost less. */
export const MonthTab = ({ connectionIds, idle }: { connectionIds: readonly string[]; idle: Asked<Idle> }) => {
  const { bridge, router } = usePage();
  const { teamId, connections } = useTeam();
  const { run, isBusy } = useCommand();
  const month = useRow('months', monthKey(teamId));
  const {
    value: days,
    failure: daysFailure,
    again: askDays,
  } = useAsked(String(month?.generatedAtMs ?? 0), () =>
    bridge.readDays({ connectionIds: [...(month?.connectionIds ?? connectionIds)] }),
  );
  const failure = month ? null : whyNoMonth(connections);
  if (failure)
    return (
      <FailureState
        failure={failure}
        what={billingWords.what}
        buttons={
          failure.kind === 'forbidden' || failure.kind === 'unauthorized' ? (
            <Button look="primary" onClick={() => router.go(hrefOf('settings', 'connections'))}>
              {settingsWords.replace}
            </Button>
          ) : (
            <Button isBusy={isBusy} onClick={() => void run({ kind: 'refresh' })}>
              {frameWords.tryAgain}
            </Button>
          )
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
          {days && <DaysUnread unread={days.unread} />}
          {!days && daysFailure && <PartNotRead lead={billingWords.daysNotRead} failure={daysFailure} onAgain={askDays} />}
        </div>
        <IdleList asked={idle} isBrief />
      </div>
    </>
  );
};
