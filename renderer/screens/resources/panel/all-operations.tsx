import type { DangerLevel, OperationSummary } from '../../../../preload/contract/catalogue.ts';
import { operationRoute } from '../../../routes/operation-route.ts';
import { jobWords } from '../../../words/jobs.ts';
import { resourceWords } from '../../../words/resources.ts';

/** An operation of the thing, and why it is not offered above; `null`: nothing is against it. */
export interface ListedOperation {
  operation: OperationSummary;
  because: string | null;
}

type Distance = 'reads' | Exclude<DangerLevel, 'safe'>;
const distances: readonly Distance[] = ['reads', 'normal', 'disruptive', 'destructive'];
const distanceOf = ({ method, danger }: OperationSummary): Distance =>
  method === 'GET' ? 'reads' : danger === 'safe' ? 'normal' : danger;

/**
 * Everything that the API can do with the thing, by how far it reaches. Each opens its form with this thing filled in; the core
 * asks for confirmation when that is sent. Folded where the thing's jobs stand above.
 */
export const AllOperations = ({
  operations,
  connectionId,
  valuesFor,
  isFolded,
}: {
  operations: readonly ListedOperation[];
  connectionId: string;
  valuesFor: (operation: OperationSummary) => Record<string, string>;
  isFolded: boolean;
}) => {
  if (operations.length === 0) return null;
  return (
    <details className="all-operations" open={!isFolded}>
      <summary>{jobWords.allOperations(operations.length)}</summary>
      {distances.map((distance) => {
        const own = operations.filter(({ operation }) => distanceOf(operation) === distance);
        return own.length === 0 ? null : (
          <section key={distance} aria-label={resourceWords.distances[distance]}>
            <h4 className="caption">{resourceWords.distances[distance]}</h4>
            <ul className="related">
              {own.map(({ operation, because }) => (
                <li key={operation.id}>
                  <a
                    className={distance === 'destructive' ? 'cut danger' : 'cut'}
                    href={operationRoute(operation.id, { connectionId, path: valuesFor(operation) })}
                  >
                    {operation.title}
                  </a>
                  {because !== null && <span className="small-text faint cut">{because}</span>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
};
