import type { OperationSummary } from '../../../../preload/contract/catalogue.ts';
import { resourceKey } from '../../../../preload/contract/resource-key.ts';
import { Icon } from '../../../components/icons/icon.tsx';
import { designedFamily } from '../../../families/all.ts';
import { parametersOf } from '../../../families/operations.ts';
import { useRows } from '../../../hooks/use-view.ts';
import { placeHref } from '../../../routes/resource-place.ts';
import { wholeNumber } from '../../../words/locale.ts';
import { resourceWords } from '../../../words/resources.ts';
import { iconOf } from './family-icon.ts';

/** The lists that lie inside the thing, with how many things each has, where that is known. */
export const Inside = ({
  operations,
  connectionId,
  valuesFor,
  countOf,
}: {
  operations: readonly OperationSummary[];
  connectionId: string;
  valuesFor: (operation: OperationSummary) => Record<string, string>;
  /** What the thing's row tells. */
  countOf: (operationId: string) => number | null;
}) => {
  const states = useRows('resources');
  const lists = operations.flatMap((operation) => {
    const parent = valuesFor(operation);
    const family = designedFamily(operation.id);
    const isAddressed = parametersOf(operation.path).every((name) => name in parent);
    if (family === undefined || !isAddressed) return [];
    const key = resourceKey(connectionId, operation.id, parent);
    const count = states.find((state) => state.key === key)?.count ?? countOf(operation.id);
    return [
      {
        id: operation.id,
        title: family.title,
        count,
        href: placeHref({ familyId: operation.id, parent, connectionId, itemId: null }),
      },
    ];
  });
  if (lists.length === 0) return null;
  return (
    <>
      <h3 className="section-head">{resourceWords.insideHead}</h3>
      <ul className="related inside">
        {lists.map(({ id, title, count, href }) => (
          <li key={id}>
            <Icon name={iconOf(id)} size="sm" className="faint" />
            <a className="cut" href={href}>
              {title}
            </a>
            <span className="grow small-text faint tabular">{count === null ? '' : wholeNumber(count)}</span>
            <Icon name="right" size="sm" className="faint" />
          </li>
        ))}
      </ul>
    </>
  );
};
