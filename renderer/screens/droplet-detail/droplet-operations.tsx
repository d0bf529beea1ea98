import '../../styles/resources.css';
import { useMemo } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { itemOperations } from '../../families/operations.ts';
import { useCatalogueIndex } from '../../hooks/use-catalogue.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import { jobWords } from '../../words/jobs.ts';

/** Everything that the API can do with a droplet, for those who know it: each opens its form with the droplet filled in. */
export const DropletOperations = ({ droplet }: { droplet: DropletRow }) => {
  const index = useCatalogueIndex();
  const of = useMemo(() => (index === null ? null : itemOperations(index, 'droplets_list')), [index]);
  if (of === null) return null;
  const { connectionId } = droplet;
  const place = { parent: {}, itemId: String(droplet.id) };
  const all = [...(of.read ? [of.read] : []), ...of.inside, ...of.changes];
  return (
    <details className="all-operations">
      <summary>{jobWords.allOperations(all.length)}</summary>
      <ul className="related">
        {all.map((operation) => (
          <li key={operation.id}>
            <a
              className={operation.danger === 'destructive' ? 'grow cut danger' : 'grow cut'}
              href={operationRoute(operation.id, { connectionId, path: of.valuesFor(operation, place) })}
            >
              {operation.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};
