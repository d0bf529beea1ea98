import type { ReactNode } from 'react';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useMeta, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { listed, stateWords } from '../../words/states.ts';
import { ago, untilTime } from '../../words/times.ts';
import { Note } from '../feedback/note.tsx';
import { IncidentStrips } from './incident-strips.tsx';
import { NoTrayStrip } from './no-tray-strip.tsx';
import { SetAside } from './set-aside.tsx';
import { StripAct } from './strip-act.tsx';
import { UnreadStrips } from './unread-strips.tsx';

const namesOf = (connections: readonly ConnectionRow[]): string => listed(connections.map(({ teamName }) => teamName));

/**
 * Says why requests wait. A limit that DigitalOcean reported is a warning; a limit that Buoy keeps on its own is shown quietly.
 */
const WaitStrip = ({ status, connections }: { status: 'throttled' | 'held'; connections: readonly ConnectionRow[] }) => {
  const { router } = usePage();
  const [first] = connections;
  const names = namesOf(connections);
  const budgets = connections.flatMap(({ budget }) => budget ?? []);
  const queued = budgets.reduce((sum, budget) => sum + budget.queued, 0);
  const [only] = budgets.length === 1 ? budgets : [];
  const isOfHour = status === 'throttled' || only?.held?.window === 'hour' || only?.held?.window === 'poll-share';
  const elsewhere = only && isOfHour ? Math.max(0, only.limit - only.remaining - only.usedByBuoy) : 0;
  return (
    <Note
      isStrip
      tone={status === 'throttled' ? 'warn' : 'plain'}
      icon="clock"
      lead={first?.statusText ?? ''}
      act={<StripAct label={stateWords.whatUsesIt} onClick={() => router.go(hrefOf('settings', 'connections'))} />}
    >
      {only && elsewhere > only.limit / 2
        ? stateWords.usedElsewhere(names, elsewhere, only.limit)
        : stateWords.inLine(names, queued)}
    </Note>
  );
};

/** One strip for all teams with the same problem; nothing if the status is not a problem. */
const TroubleStrip = ({ status, connections }: { status: ConnectionRow['status']; connections: readonly ConnectionRow[] }) => {
  const { router } = usePage();
  const { run } = useCommand();
  const now = useNow();
  const names = namesOf(connections);
  const replace = <StripAct label={stateWords.replaceToken} onClick={() => router.go(hrefOf('settings', 'connections'))} />;
  const tryNow = <StripAct label={stateWords.tryNow} onClick={() => void run({ kind: 'refresh' })} />;
  const [only] = connections.length === 1 ? connections : [];
  switch (status) {
    case 'throttled':
    case 'held':
      return <WaitStrip status={status} connections={connections} />;
    case 'refused':
      return (
        <Note
          isStrip
          tone="danger"
          icon="key"
          lead={stateWords.refusedLead(names)}
          act={
            <>
              {tryNow}
              {replace}
            </>
          }
        >
          {only?.lastWorkedAtMs ? stateWords.lastWorked(ago(only.lastWorkedAtMs, now)) : null}
        </Note>
      );
    case 'secret-lost':
      return (
        <Note isStrip tone="danger" icon="key" lead={stateWords.secretLostLead(names)} act={replace}>
          {stateWords.secretLostDetail}
        </Note>
      );
    case 'waiting-for-vault':
      return (
        <Note isStrip tone="warn" icon="lock" lead={stateWords.vaultWaitingLead(names)}>
          {stateWords.vaultWaitingDetail}
        </Note>
      );
    case 'failing':
      return (
        <Note
          isStrip
          tone="warn"
          icon="alert"
          lead={
            connections.every(({ droplets }) => droplets.failure === null)
              ? stateWords.actionsFailingLead(names)
              : stateWords.failingLead(names)
          }
          act={tryNow}
        >
          {connections[0]?.statusText}
        </Note>
      );
    case 'offline':
      return (
        <Note
          isStrip
          icon="cloud-off"
          lead={connections[0]?.statusText ?? ''}
          act={<StripAct label={stateWords.tryNow} onClick={() => void run({ kind: 'refresh' })} />}
        />
      );
    case 'checking':
    case 'ok':
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
      act={<StripAct label={stateWords.tryNow} onClick={() => void run({ kind: 'refresh' })} />}
    >
      {reads.length === 0 ? stateWords.nothingYet : stateWords.showingFrom(ago(Math.min(...reads), now))}{' '}
      <span className="faint">{stateWords.commandsOff}</span>
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
      act={<StripAct label={stateWords.resume} onClick={() => void run({ kind: 'resume-polling' })} />}
    >
      {stateWords.pausedDetail}
    </Note>
  );
};

/** Teams with the same problem share a strip. Teams whose requests wait share one only if they wait for the same reason. */
const troubleOf = ({ status, statusText }: ConnectionRow): string =>
  status === 'throttled' || status === 'held' ? statusText : status;

/** The strips over a view: problems of the whole page first, then those of teams. Nothing when all is well. */
export const Strips = () => {
  const meta = useMeta();
  const { connections } = useTeam();
  const { view } = useRoute();
  const strips: ReactNode[] = [];
  // What needs a person says it too, in few words, and leads there.
  if (view === 'settings') strips.push(<SetAside key="set-aside" isStrip />);
  if (meta.vaultProblem)
    strips.push(
      <Note key="vault" isStrip tone="warn" icon="lock" lead={meta.vaultProblem.message}>
        {meta.vaultProblem.nextStep}
      </Note>,
    );
  if (meta.missingTray !== null) strips.push(<NoTrayStrip key="no-tray" desktop={meta.missingTray} />);
  if (!meta.isOnline) strips.push(<OfflineStrip key="offline" connections={connections} />);
  else if (meta.pause) strips.push(<PausedStrip key="paused" untilMs={meta.pause.untilMs} />);
  if (meta.isOnline)
    for (const [trouble, inIt] of Map.groupBy(connections, troubleOf))
      strips.push(<TroubleStrip key={trouble} status={inIt[0]?.status ?? 'ok'} connections={inIt} />);
  if (meta.isOnline) strips.push(<IncidentStrips key="incidents" connections={connections} />);
  if (meta.isOnline) strips.push(<UnreadStrips key="unread" connections={connections} />);
  return <div className="strips">{strips}</div>;
};
