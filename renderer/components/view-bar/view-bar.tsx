import type { ReactNode } from 'react';
import { useCommand } from '../../hooks/use-command.ts';
import { useMeta, useTeam } from '../../hooks/use-view.ts';
import { useOpenPalette } from '../../page/openers.ts';
import { stateWords } from '../../words/states.ts';
import { frameWords } from '../../words/views.ts';
import { IconButton } from '../controls/button.tsx';
import { Strips } from './strips.tsx';

/** Refreshes at once. Spins while droplets of the shown teams are being read. */
export const RefreshButton = () => {
  const { teamId, connections } = useTeam();
  const { isOnline } = useMeta();
  const { run, isBusy } = useCommand();
  const isFetching = isBusy || connections.some((connection) => connection.droplets.isFetching);
  const command = teamId === null ? ({ kind: 'refresh' } as const) : ({ kind: 'refresh', connectionId: teamId } as const);
  return (
    <IconButton
      icon="refresh"
      label={isFetching ? frameWords.refreshing : frameWords.refresh}
      isBusy={isFetching}
      offReason={isOnline ? null : stateWords.offlineReason}
      onClick={() => void run(command)}
    />
  );
};

/** Opens the palette in the narrow window, which has no side bar with that button. */
const FindButton = () => {
  const open = useOpenPalette();
  return <IconButton icon="search" className="narrow" label={frameWords.findOrRun} onClick={open} />;
};

/** Head of every view: title, a text beside it, controls, refresh and one main command. Strips below it say what is wrong. */
export const ViewBar = ({
  lead,
  title,
  beside,
  last,
  hasRefresh = true,
  children,
}: {
  /** What stands before the title, such as a way back. */
  lead?: ReactNode;
  title: string;
  beside?: ReactNode;
  last?: ReactNode;
  /** Not for views that show nothing that a refresh reads. */
  hasRefresh?: boolean;
  children?: ReactNode;
}) => (
  <>
    <header className="bar">
      {lead}
      <h1 className="cut" title={title}>
        {title}
      </h1>
      {beside !== undefined && <span className="faint tabular cut beside">{beside}</span>}
      <span className="grow" />
      {children}
      {hasRefresh && <RefreshButton />}
      {last}
      <FindButton />
    </header>
    <Strips />
  </>
);
