import { type Ref, useMemo, useRef } from 'react';
import type { CatalogueIndex } from '../../../../preload/contract/catalogue.ts';
import { SearchField } from '../../../components/controls/field.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { type GridHandle, GridList } from '../../../components/lists/grid-list.tsx';
import { wholeNumber } from '../../../words/locale.ts';
import { operationWords } from '../../../words/operations.ts';
import { FavouriteMark } from './favourite.tsx';
import { allLines, foundLines, type OperationLine } from './list-lines.ts';
import { MethodBadge } from './method-badge.tsx';
import { createSearch } from './search.ts';

const heightOf = (line: OperationLine): number => (line.isHead ? 32 : 30);

const renderLine = (line: OperationLine) =>
  line.isHead ? (
    <div role="gridcell" className="caption op-head">
      {line.title}
    </div>
  ) : (
    <div role="gridcell" className="op-line" title={`${line.operation.method} ${line.operation.path}`}>
      <MethodBadge method={line.operation.method} />
      <span className={line.operation.isDeprecated ? 'cut grow op-old' : 'cut grow'}>{line.operation.title}</span>
      {line.operation.isDeprecated && <span className="tiny-text faint">{operationWords.deprecated}</span>}
      {line.isFavourite && <FavouriteMark />}
    </div>
  );

/** Search over all operations, and its results by tag. Without a search: favourites, recent operations and all others. */
export const OperationList = ({
  index,
  openId,
  query,
  favourites,
  recent,
  searchRef,
  isListShown,
  onQuery,
  onOpen,
}: {
  index: CatalogueIndex;
  openId: string | null;
  query: string;
  favourites: ReadonlySet<string>;
  recent: readonly string[];
  searchRef: Ref<HTMLInputElement>;
  /** In the narrow window the form takes the place of the list. */
  isListShown: boolean;
  onQuery: (query: string) => void;
  onOpen: (operationId: string) => void;
}) => {
  const grid = useRef<GridHandle>(null);
  const search = useMemo(() => createSearch(index), [index]);
  const isSearching = query.trim() !== '';
  const found = useMemo(
    () => (isSearching ? search(query, { favourites, recent: new Set(recent) }) : null),
    [search, query, isSearching, favourites, recent],
  );
  const lines = useMemo(
    () => (found ? foundLines(found, favourites) : allLines(index, favourites, recent)),
    [found, index, favourites, recent],
  );
  const openLine = lines.find((line) => !line.isHead && line.operation.id === openId)?.id ?? null;
  const count = found ? found.length : index.operations.length;
  return (
    <aside className="op-list" aria-label={operationWords.list(index.operations.length)}>
      <div className="op-search">
        <SearchField
          ref={searchRef}
          label={operationWords.searchLabel}
          placeholder={operationWords.search}
          clearLabel={operationWords.clearSearch}
          value={query}
          onChange={onQuery}
          onLeave={() => grid.current?.focus()}
        />
        <span className="tiny-text faint tabular op-count" role="status">
          {wholeNumber(count)}
          <span className="unseen"> {operationWords.list(count)}</span>
        </span>
      </div>
      {isListShown &&
        (lines.length === 0 ? (
          <EmptyState icon="search" title={operationWords.noMatchTitle(query.trim())}>
            {operationWords.noMatchDetail}
          </EmptyState>
        ) : (
          <GridList
            key={isSearching ? query : 'all'}
            ref={grid}
            label={operationWords.list(count)}
            lines={lines}
            columnCount={1}
            className="op-grid"
            heightOf={heightOf}
            renderLine={renderLine}
            openId={openLine}
            onOpen={(line) => !line.isHead && onOpen(line.operation.id)}
          />
        ))}
    </aside>
  );
};
