import type { ReactNode } from 'react';
import type { ConnectionRow } from '../../preload/contract/view.ts';
import { Note } from '../components/note.tsx';
import { useCommand } from '../hooks/use-command.ts';
import { useNow } from '../hooks/use-now.ts';
import { useMeta, useTeam } from '../hooks/use-view.ts';
import { usePage } from '../page.ts';
import { hrefOf } from '../routes.ts';
import { stateWords } from '../words/states.ts';
import { ago, clockTime, untilTime } from '../words/times.ts';

const Act = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" className="link sm nowrap" onClick={onClick}>
    {label}
  </button>
);

const ThrottledStrip = ({ connection, untilMs }: { connection: ConnectionRow; untilMs: number }) => {
  const { router } = usePage();
  const budget = connection.budget;
  const elsewhere = budget ? Math.max(0, budget.limit - budget.remaining - budget.usedByBuoy) : 0;
  return (
    <Note
      isStrip
      tone="warn"
      icon="clock"
      lead={stateWords.rateLimitedLead(clockTime(untilMs))}
      act={<Act label={stateWords.whatUsesIt} onClick={() => router.go(hrefOf('settings', 'connections'))} />}
    >
      {elsewhere > (budget?.limit ?? 0) / 2 && budget
        ? stateWords.usedElsewhere(elsewhere, budget.limit)
        : stateWords.rateLimitedTeam(connection.teamName, budget?.queued ?? 0)}
    </Note>
  );
};

/** Why one team is not as usual; nothing for one that works. */
const ConnectionStrip = ({ connection }: { connection: ConnectionRow }) => {
  const { router } = usePage();
  const { run } = useCommand();
  const now = useNow();
  const replace = <Act label={stateWords.replaceToken} onClick={() => router.go(hrefOf('settings', 'connections'))} />;
  const worked = connection.lastWorkedAtMs === null ? null : stateWords.lastWorked(ago(connection.lastWorkedAtMs, now));
  switch (connection.status) {
    case 'throttled':
      return connection.budget?.throttledUntilMs ? (
        <ThrottledStrip connection={connection} untilMs={connection.budget.throttledUntilMs} />
      ) : null;
    case 'refused':
      return (
        <Note isStrip tone="danger" icon="key" lead={stateWords.refusedLead(connection.teamName)} act={replace}>
          {worked}
        </Note>
      );
    case 'secret-lost':
      return (
        <Note isStrip tone="danger" icon="key" lead={stateWords.secretLostLead(connection.teamName)} act={replace}>
          {stateWords.secretLostDetail}
        </Note>
      );
    case 'waiting-for-vault':
      return (
        <Note isStrip tone="warn" icon="lock" lead={stateWords.vaultWaitingLead(connection.teamName)}>
          {stateWords.vaultWaitingDetail}
        </Note>
      );
    case 'failing':
      return (
        <Note
          isStrip
          tone="warn"
          icon="alert"
          lead={stateWords.failingLead(connection.teamName)}
          act={
            <Act
              label={stateWords.tryNow}
              onClick={() => void run({ kind: 'refresh', connectionId: connection.id })}
            />
          }
        >
          {connection.statusText}
        </Note>
      );
    case 'checking':
    case 'ok':
    case 'offline':
    case 'paused':
      return null;
  }
};

const OfflineStrip = ({ connections }: { connections: readonly ConnectionRow[] }) => {
  const { run } = useCommand();
  const now = useNow();
  const reads = connections.flatMap((connection) => connection.droplets.fetchedAtMs ?? []);
  return (
    <Note
      isStrip
      icon="cloud-off"
      lead={stateWords.offlineLead}
      act={<Act label={stateWords.tryNow} onClick={() => void run({ kind: 'refresh' })} />}
    >
      {reads.length === 0 ? stateWords.nothingYet : stateWords.showingFrom(ago(Math.min(...reads), now))}{' '}
      <span className="k3">{stateWords.commandsOff}</span>
    </Note>
  );
};

const PausedStrip = ({ untilMs }: { untilMs: number | null }) => {
  const { run } = useCommand();
  const now = useNow();
  return (
    <Note
      isStrip
      icon="pause"
      lead={stateWords.pausedLead(untilMs === null ? null : untilTime(untilMs, now))}
      act={<Act label={stateWords.resume} onClick={() => void run({ kind: 'resume-polling' })} />}
    >
      {stateWords.pausedDetail}
    </Note>
  );
};

/** At most a few strips over a view: what holds for everything first, then team by team. Nothing when all is well. */
export const Strips = () => {
  const meta = useMeta();
  const { connections } = useTeam();
  const strips: ReactNode[] = [];
  if (meta.setAside !== null)
    strips.push(
      <Note key="set-aside" isStrip tone="warn" icon="info" lead={stateWords.setAsideLead}>
        {stateWords.setAsideDetail(meta.setAside)}
      </Note>,
    );
  if (meta.vaultProblem)
    strips.push(
      <Note key="vault" isStrip tone="warn" icon="lock" lead={meta.vaultProblem.message}>
        {meta.vaultProblem.nextStep}
      </Note>,
    );
  if (!meta.isOnline) strips.push(<OfflineStrip key="offline" connections={connections} />);
  else if (meta.pause) strips.push(<PausedStrip key="paused" untilMs={meta.pause.untilMs} />);
  if (meta.isOnline)
    strips.push(...connections.map((connection) => <ConnectionStrip key={connection.id} connection={connection} />));
  return <div className="strips">{strips}</div>;
};
