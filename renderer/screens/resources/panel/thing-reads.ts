import type { CatalogueIndex, OperationSummary } from '../../../../preload/contract/catalogue.ts';
import { designedFamily } from '../../../families/all.ts';
import { isObject } from '../../../families/facts.ts';
import type { Family } from '../../../families/family.ts';
import { type ItemOperations, itemOperations } from '../../../families/operations.ts';
import type { Panel } from '../../../families/panels/panel.ts';
import { type Item, idOf } from '../../../families/value.ts';
import type { FamilyRead } from '../use-family.ts';
import type { ListedOperation } from './all-operations.tsx';

/** The operations on a thing: the one that reads it whole, the lists inside it, and all of them. */
export interface ThingOperations {
  read: OperationSummary | null;
  inside: OperationSummary[];
  all: OperationSummary[];
  valuesFor: ItemOperations['valuesFor'];
}

/** A listing is never read as the thing that it lies in: an invoice is not its first item. */
export function operationsOn(index: CatalogueIndex, family: Family): ThingOperations {
  const { read: found, inside: below, changes, valuesFor } = itemOperations(index, family.id);
  const own = family.read === undefined ? found : (index.operations.find(({ id }) => id === family.read) ?? null);
  const read = own !== null && designedFamily(own.id) === undefined ? own : null;
  const reads = found === null || below.includes(found) ? below : [found, ...below];
  const inside = reads.filter((operation) => operation !== read && designedFamily(operation.id) !== undefined);
  return { read, inside, all: [...reads, ...changes], valuesFor };
}

/** Why an operation does nothing for this thing; `null`: it does. */
export function reasonAgainst(panel: Panel | null, operationId: string, item: Item): string | null {
  const hiding = panel?.hides?.find(({ operations, unless }) => operations.includes(operationId) && !unless?.(item));
  return hiding?.because ?? null;
}

export const listedOperations = (operations: readonly OperationSummary[], panel: Panel | null, item: Item): ListedOperation[] =>
  operations.map((operation) => ({ operation, because: reasonAgainst(panel, operation.id, item) }));

/** The thing in what was read of it; `null` if that is not this thing. Two readings of it are never mixed. */
export function thingIn(family: Family, { items, isSingle }: FamilyRead, itemId: string): Item | null {
  const same = items.find(({ item }) => idOf(family, item) === itemId);
  if (same) return same.item;
  const [only] = items;
  if (only === undefined || !isSingle || idOf(family, only.item) !== '' || Object.keys(only.item).length === 0) return null;
  // A few answers have something beside the thing, such as the state of the database of a knowledge base.
  const within = Object.values(only.item).find((value) => isObject(value) && idOf(family, value) === itemId);
  // Some things do not repeat the id by which they were asked for.
  return isObject(within) ? within : only.item;
}
