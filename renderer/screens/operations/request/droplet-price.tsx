import { timesOf } from '../../../../preload/contract/amounts.ts';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { isObject, type Json } from '../../../forms/json/json.ts';
import { sizesOf } from '../../../forms/pickers/sizes.ts';
import type { PickerSource } from '../../../forms/pickers/sources.ts';
import { useOptions } from '../../../forms/pickers/use-options.ts';
import { moneyAMonth } from '../../../words/money.ts';
import { operationWords } from '../../../words/operations.ts';

const sizes: PickerSource = { familyId: 'sizes_list', idAt: ['slug'], parent: {}, needs: null, takesText: false };

/** Monthly price of the droplets that the request would create, once their size is chosen and its price is known. */
export const DropletPrice = ({
  operation,
  body,
  connectionId,
}: {
  operation: Operation;
  body: Json | undefined;
  connectionId: string | null;
}) => {
  const isCreate = operation.id === 'droplets_create';
  const { rows } = useOptions(isCreate ? sizes : null, connectionId);
  if (!isCreate || !isObject(body)) return null;
  const size = sizesOf(rows).find((one) => one.slug === body.size);
  if (!size) return null;
  const count = Array.isArray(body.names) ? body.names.length : 1;
  return (
    <span className="two-lines">
      <span className="medium ink tabular">{moneyAMonth(timesOf(size.monthlyUsd, count))}</span>
      <span className="tiny-text">{operationWords.perSecond}</span>
    </span>
  );
};
