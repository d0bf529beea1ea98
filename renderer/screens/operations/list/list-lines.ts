import type { CatalogueIndex, OperationSummary } from '../../../../preload/contract/catalogue.ts';
import { operationWords } from '../../../words/operations.ts';
import type { FoundOperation } from './search.ts';

/** A line of the list of operations: the head of a group, or an operation. */
export type OperationLine =
  | { id: string; isHead: true; title: string }
  | { id: string; isHead: false; operation: OperationSummary; isFavourite: boolean };

interface Group {
  title: string;
  operations: OperationSummary[];
}

const linesOf = (groups: Group[], favourites: ReadonlySet<string>): OperationLine[] =>
  groups.flatMap(({ title, operations }): OperationLine[] =>
    operations.length === 0
      ? []
      : [
          { id: `head:${title}`, isHead: true, title },
          ...operations.map((operation) => ({
            id: `${title}:${operation.id}`,
            isHead: false as const,
            operation,
            isFavourite: favourites.has(operation.id),
          })),
        ],
  );

const byTag = (operations: readonly OperationSummary[]): Group[] => {
  const groups = new Map<string, OperationSummary[]>();
  for (const operation of operations) {
    const group = groups.get(operation.tag);
    if (group) group.push(operation);
    else groups.set(operation.tag, [operation]);
  }
  return [...groups].map(([title, members]) => ({ title, operations: members }));
};

/** The whole list: favourites, recent operations, then all operations by tag in the order of DigitalOcean's reference. */
export function allLines(index: CatalogueIndex, favourites: ReadonlySet<string>, recent: readonly string[]): OperationLine[] {
  const byId = new Map(index.operations.map((operation) => [operation.id, operation]));
  const pick = (ids: Iterable<string>): OperationSummary[] =>
    [...ids].map((id) => byId.get(id)).filter((operation) => operation !== undefined);
  return linesOf(
    [
      { title: operationWords.favourites, operations: pick(favourites) },
      { title: operationWords.recent, operations: pick(recent) },
      ...byTag(index.operations),
    ],
    favourites,
  );
}

/** The results of a search by tag: the tag with the best result first, and within a tag the best result first. */
export const foundLines = (found: readonly FoundOperation[], favourites: ReadonlySet<string>): OperationLine[] =>
  linesOf(byTag(found.map(({ operation }) => operation)), favourites);
