import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Icon } from '../../components/icons/icon.tsx';
import type { Family } from '../../families/family.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import type { Place } from '../../routes/resource-place.ts';
import { resourceWords } from '../../words/resources.ts';

/** A link to the form that creates a thing. If several teams are shown, a person chooses the team there. */
export const NewButton = ({
  family,
  place,
  connections,
}: {
  family: Family;
  place: Place;
  connections: readonly ConnectionRow[];
}) => {
  if (family.create === undefined || connections.length === 0) return null;
  const connectionId = connections.length === 1 ? connections[0]?.id : undefined;
  return (
    <a className="btn small primary" href={operationRoute(family.create, { connectionId, path: place.parent })}>
      <Icon name="plus" size="sm" />
      {resourceWords.newOne}
    </a>
  );
};
