import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import type { Family } from '../../families/family.ts';
import { useMakers } from '../../jobs/use-makers.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import type { Place } from '../../routes/resource-place.ts';
import { resourceWords } from '../../words/resources.ts';

/** Makes a new thing of a family: by its jobs, else by the form of the operation that creates one, where the team is chosen too. */
export const NewButton = ({
  family,
  place,
  connections,
  isPlain = false,
}: {
  family: Family;
  place: Place;
  connections: readonly ConnectionRow[];
  /** Another button for the same stands beside the list already. */
  isPlain?: boolean;
}) => {
  const makers = useMakers(family.id, place.parent, connections);
  // Until the jobs are known nobody can say which of both it is.
  if (makers === null) return null;
  if (makers === 'none') {
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
  const label = (isPlain || makers.isOther ? makers.label : null) ?? resourceWords.newOne;
  const button = (
    <Button {...look} icon={makers.isOther ? 'key' : 'plus'} onClick={makers.run ?? undefined}>
      {label}
    </Button>
  );
  return makers.run ? button : <Menu align="end" entries={makers.entries} trigger={button} />;
};
