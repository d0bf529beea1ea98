import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { Note } from '../../components/feedback/note.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import type { Family } from '../../families/family.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useNow } from '../../hooks/use-now.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { resourceWords } from '../../words/resources.ts';
import { clockOrDay } from '../../words/times.ts';
import type { FamilyRead } from './use-family.ts';

/** Shown in place of rows: being read, nothing found, failed to read, or empty. */
export const NoRows = ({
  family,
  read,
  teams,
  isSearched,
  create = null,
}: {
  family: Family;
  read: FamilyRead;
  teams: number;
  isSearched: boolean;
  /** Makes the first one. */
  create?: ReactNode;
}) => {
  const failure = read.failures[0]?.failure;
  const again = <Button onClick={read.readAgain}>{resourceWords.readAgain}</Button>;
  if (read.isFirstRead) return <SkeletonRows text={resourceWords.asking(family.title, teams)} />;
  if (isSearched) {
    return (
      <EmptyState icon="search" title={resourceWords.noMatch}>
        {resourceWords.noMatchDetail}
      </EmptyState>
    );
  }
  if (failure) return <FailureState failure={failure} what={inSentence(family.title)} buttons={again} />;
  return (
    <EmptyState
      icon="layers"
      title={resourceWords.empty(family.title)}
      buttons={
        <>
          {create}
          {again}
        </>
      }
    >
      {resourceWords.emptyDetail}
    </EmptyState>
  );
};

/** In the narrow window only its icon, so that search and all buttons stay in one row. */
export const ReadAgain = ({ read }: { read: FamilyRead }) => {
  const isNarrow = useIsNarrow();
  const shared = { size: 'small', icon: 'refresh', isBusy: read.isFetching, onClick: read.readAgain } as const;
  return isNarrow ? (
    <IconButton {...shared} label={resourceWords.readAgain} />
  ) : (
    <Button {...shared}>{resourceWords.readAgain}</Button>
  );
};

export const Trouble = ({ read }: { read: FamilyRead }) => (
  <>
    {read.failures.map(({ connection, failure }) => (
      <Note key={connection.id} tone="warn" icon="alert" lead={resourceWords.teamFailed(connection.teamName)} isStrip>
        {failure.message} {failure.nextStep}
      </Note>
    ))}
    {read.notes.map(({ connection, note }) => (
      <Note key={connection.id} icon="info" lead={connection.teamName} isStrip>
        {note}
      </Note>
    ))}
  </>
);

export const ReadAt = ({ atMs }: { atMs: number | null }) => {
  const now = useNow();
  return (
    <span className="small-text faint nowrap wide">
      {atMs === null ? resourceWords.notRead : resourceWords.readAt(clockOrDay(atMs, now))}
    </span>
  );
};
