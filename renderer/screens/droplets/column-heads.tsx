import { Checkbox } from '../../components/controls/choices.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { dropletWords } from '../../words/droplets.ts';
import type { DropletQuery, SortKey } from './query.ts';

const columns: readonly { key: SortKey | null; words: string; className: string }[] = [
  { key: 'name', words: dropletWords.columns.name, className: '' },
  { key: 'status', words: dropletWords.columns.status, className: '' },
  { key: null, words: dropletWords.columns.tags, className: 'wide' },
  { key: 'region', words: dropletWords.columns.region, className: 'wide' },
  { key: 'size', words: dropletWords.columns.size, className: 'wide' },
  { key: 'address', words: dropletWords.columns.address, className: 'wide' },
  { key: 'price', words: dropletWords.columns.price, className: 'right' },
  { key: 'age', words: dropletWords.columns.age, className: 'right wide' },
];

/** Heads of the columns; a click sorts, a second click turns the order. */
export const ColumnHeads = ({
  sort,
  onSort,
  isAllSelected,
  isSomeSelected,
  onSelectAll,
}: {
  sort: DropletQuery['sort'];
  onSort: (sort: DropletQuery['sort']) => void;
  isAllSelected: boolean;
  isSomeSelected: boolean;
  onSelectAll: (isWanted: boolean) => void;
}) => (
  <div role="rowgroup">
    <div role="row" aria-rowindex={1} className="tr head">
      <span role="columnheader" className="picker">
        <Checkbox isChecked={isAllSelected} isMixed={isSomeSelected} onChange={onSelectAll} aria-label={dropletWords.selectAll} />
      </span>
      {columns.map(({ key, words, className }) => {
        const isSorted = key !== null && sort.by === key;
        return (
          <span
            key={words}
            role="columnheader"
            className={className}
            aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
          >
            {key === null ? (
              words
            ) : (
              <button
                type="button"
                className={isSorted ? 'bare sort on' : 'bare sort'}
                onClick={() => onSort({ by: key, isDescending: isSorted ? !sort.isDescending : false })}
              >
                {words}
                {isSorted && <Icon name={sort.isDescending ? 'down' : 'up'} size="xs" />}
              </button>
            )}
          </span>
        );
      })}
    </div>
  </div>
);
