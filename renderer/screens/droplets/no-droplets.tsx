import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useTeam } from '../../hooks/use-view.ts';
import { NewDroplet } from '../../jobs/new-droplet.tsx';
import { allTeams, usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { settingsWords } from '../../words/settings.ts';
import { stateWords } from '../../words/states.ts';
import { frameWords, viewNames } from '../../words/views.ts';

/** Shown in place of the list: not read yet, failed to read, all hidden by filters, or no droplets at all. */
export const NoDroplets = ({ all, onClear }: { all: number; onClear: () => void }) => {
  const { team, router } = usePage();
  const { teamId, connections } = useTeam();
  const { run, isBusy } = useCommand();
  if (all > 0)
    return (
      <EmptyState
        icon="filter"
        title={dropletWords.noMatchTitle}
        buttons={
          <Button look="primary" onClick={onClear}>
            {dropletWords.clearFilters}
          </Button>
        }
      >
        {dropletWords.noMatchDetail(all)}
      </EmptyState>
    );
  const unread = connections.filter((connection) => connection.droplets.fetchedAtMs === null);
  const failed = unread.find((connection) => connection.droplets.failure !== null);
  if (failed?.droplets.failure)
    return (
      <FailureState
        failure={failed.droplets.failure}
        what={viewNames.droplets.toLowerCase()}
        buttons={
          <>
            <Button look="primary" isBusy={isBusy} onClick={() => void run({ kind: 'refresh' })}>
              {frameWords.tryAgain}
            </Button>
            <Button onClick={() => router.go(hrefOf('settings', 'connections'))}>{settingsWords.sections.connections}</Button>
          </>
        }
      />
    );
  if (unread.length > 0) return <SkeletonRows text={stateWords.askingDroplets(unread.length)} />;
  return (
    <EmptyState
      icon="droplet"
      title={dropletWords.emptyTitle(teamId === null ? null : (connections[0]?.teamName ?? null))}
      buttons={
        <>
          <NewDroplet />
          {teamId !== null && <Button onClick={() => team.set(allTeams)}>{dropletWords.showAllTeams}</Button>}
        </>
      }
    >
      {dropletWords.emptyDetail}
    </EmptyState>
  );
};
