import type { ReactElement } from 'react';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import type { Family } from '../../families/family.ts';
import { useFamilyJobs } from '../../jobs/use-makers.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import type { Place } from '../../routes/resource-place.ts';
import { resourceWords } from '../../words/resources.ts';

/**
 * What stands with the list of a family: what makes a new thing, by its jobs, else by the form of the operation that creates one,
 * where the team is chosen too; and what concerns all of the list.
 */
export const NewButton = ({
  family,
  place,
  connections,
  isPlain = false,
}: {
  family: Family;
  place: Place;
  connections: readonly ConnectionRow[];
  /** Other buttons for the same stand beside the list already. */
  isPlain?: boolean;
}) => {
  const jobs = useFamilyJobs(family.id, place.parent, connections);
  // Until the jobs are known nobody can say which of both it is.
  if (jobs === null) return null;
  const { makers, others } = jobs;
  if (makers === null && others === null) {
    if (family.create === undefined) return null;
    const connectionId = connections.length === 1 ? connections[0]?.id : undefined;
    return (
      <a
        className={isPlain ? 'btn' : 'btn small primary'}
        href={operationRoute(family.create, { connectionId, path: place.parent })}
      >
        <Icon name="plus" size="sm" />
        {resourceWords.newOne}
      </a>
    );
  }
  const look = isPlain ? ({ size: 'normal', look: 'plain' } as const) : ({ size: 'small', look: 'primary' } as const);
  return (
    <>
      {others !== null && !(isPlain && makers !== null) && (
        <Start jobs={others}>
          <Button {...look} look={makers === null ? look.look : 'plain'} icon="key" onClick={others.run ?? undefined}>
            {others.label ?? resourceWords.ofAll}
          </Button>
        </Start>
      )}
      {makers !== null && (
        <Start jobs={makers}>
          <Button {...look} icon="plus" onClick={makers.run ?? undefined}>
            {(isPlain ? makers.label : null) ?? resourceWords.newOne}
          </Button>
        </Start>
      )}
    </>
  );
};

/** A button that starts the only job, or opens the menu of several. */
const Start = ({
  jobs: { run, entries },
  children,
}: {
  jobs: NonNullable<NonNullable<ReturnType<typeof useFamilyJobs>>['makers']>;
  children: ReactElement;
}) => (run ? children : <Menu align="end" entries={entries} trigger={children} />);
