import '../../styles/runs.css';
import { useEffect, useRef } from 'react';
import type { Failure } from '../../../preload/contract/failure.ts';
import type { RunRow } from '../../../preload/contract/many.ts';
import { duration, exactMoment } from '../../../preload/contract/time-words.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Copyable } from '../../components/controls/copyable.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Note } from '../../components/feedback/note.tsx';
import { ActionProgress, ActionProgressText } from '../../components/feedback/progress.tsx';
import { ActionGlyph } from '../../components/status/action-status.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { blockedReason } from '../../droplet-actions/deeds.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMeta, useRow } from '../../hooks/use-view.ts';
import { ChangeLines } from '../../jobs/change-lines.tsx';
import { useJobs } from '../../jobs/job-host.tsx';
import { meanwhileLines } from '../../jobs/meanwhile-lines.ts';
import { RunAgain } from '../../jobs/run-again.tsx';
import { RunItems } from '../../jobs/run-items.tsx';
import { useRunChange, useRunOf } from '../../jobs/use-run.ts';
import { usePage } from '../../page/page.ts';
import { reasonOf } from '../../readings/action-outcome.ts';
import { usualText } from '../../readings/action-progress.ts';
import { hrefOf } from '../../routes/routes.ts';
import { activityWords } from '../../words/activity.ts';
import { dropletWords } from '../../words/droplets.ts';
import { jobWords } from '../../words/jobs.ts';
import { manyWords } from '../../words/many.ts';
import { stateWords } from '../../words/states.ts';
import { frameWords } from '../../words/views.ts';
import { retryOf } from './retry.ts';

const Running = ({ action }: { action: ActionRow }) => (
  <div className="running-now">
    <div className="row">
      <span className="medium grow">
        <ActionProgressText action={action} />
      </span>
      <span className="tiny-text faint">{usualText(action)}</span>
    </div>
    <ActionProgress action={action} />
  </div>
);

const Failed = ({ action, failure }: { action: ActionRow; failure: Failure }) => (
  <>
    <Note tone="danger" icon="alert" lead={reasonOf(action) ?? failure.message}>
      {failure.changes && <ChangeLines label={jobWords.changedMeanwhile} lines={meanwhileLines(failure.changes)} />}
      {failure.nextStep}
    </Note>
    {failure.requestId && <Copyable label={stateWords.request} text={failure.requestId} />}
  </>
);

const tookText = (action: ActionRow, completedAtMs: number): string =>
  [duration(completedAtMs - action.startedAtMs), action.usualMs === null ? null : usualText(action)].filter(Boolean).join(', ');

const Facts = ({ action }: { action: ActionRow }) => {
  const team = useRow('connections', action.connectionId);
  const { completedAtMs } = action;
  const ended: [string, string][] =
    completedAtMs === null
      ? []
      : [
          [activityWords.endedAt, exactMoment(completedAtMs)],
          [activityWords.took, tookText(action, completedAtMs)],
        ];
  const facts: [string, string][] = [
    [activityWords.team, team?.teamName ?? dropletWords.none],
    [activityWords.startedBy, action.startedBy === 'buoy' ? activityWords.you : activityWords.elsewhere],
    [activityWords.startedAt, exactMoment(action.startedAtMs)],
    ...ended,
  ];
  return (
    <dl className="pairs single">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="tabular cut">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const WayOn = ({ action }: { action: ActionRow }) => {
  const { router } = usePage();
  const { isOnline } = useMeta();
  const { act } = useDropletDeeds();
  const retry = retryOf(action);
  const droplet = useRow('droplets', retry?.dropletKey ?? null);
  const { resume } = useJobs();
  const now = useNow();
  // A run over many things leads to its own row.
  const route = action.route === hrefOf('activity', action.key) ? null : action.route;
  return (
    <div className="row buttons">
      {(action.failure?.goOn ?? [])
        .filter(({ untilMs }) => untilMs > now)
        .map((prepared) => (
          <Button key={prepared.id} look="primary" onClick={() => resume(prepared)}>
            {prepared.label}
          </Button>
        ))}
      {retry && droplet && (
        <Button
          look="primary"
          icon="refresh"
          aria-label={activityWords.retryLabel(action.title)}
          offReason={blockedReason(droplet, isOnline)}
          onClick={() => act(retry.type, droplet)}
        >
          {activityWords.retry}
        </Button>
      )}
      {route !== null && <Button onClick={() => router.go(route)}>{activityWords.goToThing(action.resourceName)}</Button>}
    </div>
  );
};

/** What became of each thing of a run over many, in the team of the row. */
const OfRun = ({ run, connectionId }: { run: RunRow; connectionId: string }) => {
  const change = useRunChange(run);
  return (
    <>
      {(run.rest > 0 || run.again) && (
        <div className="row buttons">
          {run.rest > 0 && (
            <Button look="primary" icon="refresh" onClick={() => change('retry')}>
              {manyWords.retry(run.rest)}
            </Button>
          )}
          <RunAgain run={run} />
        </div>
      )}
      <RunItems items={run.items.filter((item) => item.connectionId === connectionId)} label={manyWords.itemsOf(run.title)} />
    </>
  );
};

/** One action: its progress or its failure, the facts, and what to do next. */
export const ActionPanel = ({ actionKey, onClose }: { actionKey: string; onClose: () => void }) => {
  const action = useRow('actions', actionKey);
  const run = useRunOf(actionKey);
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={ref} className="panel" tabIndex={-1} aria-label={action?.title ?? activityWords.action}>
      <header>
        {action && <ActionGlyph action={action} />}
        <h2 className="large-text cut grow">{action?.title}</h2>
        <IconButton icon="close" label={frameWords.close} onClick={onClose} />
      </header>
      {action ? (
        <div className="panel-body">
          {action.status === 'in-progress' && <Running action={action} />}
          {action.failure && <Failed action={action} failure={action.failure} />}
          <Facts action={action} />
          <WayOn action={action} />
          {run && <OfRun run={run} connectionId={action.connectionId} />}
        </div>
      ) : (
        <EmptyState icon="gone" title={activityWords.gone}>
          {activityWords.goneDetail}
        </EmptyState>
      )}
    </section>
  );
};
