import type { Ref } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { SearchField } from '../../components/controls/field.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { ColumnsMenu } from '../../components/lists/columns-menu.tsx';
import type { ListColumns } from '../../hooks/use-columns.ts';
import { usePage } from '../../page/page.ts';
import { dropletWords } from '../../words/droplets.ts';
import { wholeNumber } from '../../words/locale.ts';
import { type DropletFilter, type DropletQuery, type FilterField, valuesOf } from './query.ts';

const fields: readonly FilterField[] = ['tag', 'region', 'condition', 'size'];
const valuesAtMost = 60;

const filterEntries = (droplets: readonly DropletRow[], query: DropletQuery, add: (filter: DropletFilter) => void): MenuEntry[] =>
  fields.map((field) => {
    const counts = new Map<string, number>();
    for (const droplet of droplets) {
      if (query.teamId !== null && droplet.connectionId !== query.teamId) continue;
      for (const value of valuesOf(droplet, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const entries: MenuEntry[] = [...counts]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, valuesAtMost)
      .map(([value, count]) => ({
        kind: 'item',
        label: value,
        detail: wholeNumber(count),
        onSelect: () => add({ field, value, isNegated: false }),
      }));
    return { kind: 'sub', label: dropletWords.filterFields[field], entries };
  });

const FilterMenu = ({ query, onAdd }: { query: DropletQuery; onAdd: (filter: DropletFilter) => void }) => {
  const { view } = usePage();
  return (
    <Menu
      trigger={
        <button type="button" className="chip add">
          <Icon name="filter" size="xs" />
          {dropletWords.filter}
        </button>
      }
      entries={() => filterEntries(view.rows('droplets'), query, onAdd)}
    />
  );
};

const wordsOfFilter = ({ field, value, isNegated }: DropletFilter): string =>
  isNegated
    ? dropletWords.isNotValue(dropletWords.filterFields[field], value)
    : dropletWords.isValue(dropletWords.filterFields[field], value);

const isSame = (a: DropletFilter, b: DropletFilter): boolean => a.field === b.field && a.value === b.value;

/** Search, filters as chips, a summary of what they leave, and the columns menu. */
export const FilterBar = ({
  query,
  columns,
  onChange,
  onLeave,
  summary,
  searchRef,
}: {
  query: DropletQuery;
  columns: ListColumns<DropletRow>;
  onChange: (change: Partial<DropletQuery>) => void;
  onLeave: () => void;
  summary: string;
  searchRef: Ref<HTMLInputElement>;
}) => {
  const { filters } = query;
  return (
    <div className="filters">
      <SearchField
        ref={searchRef}
        label={dropletWords.searchLabel}
        placeholder={dropletWords.search}
        clearLabel={dropletWords.clearSearch}
        value={query.text}
        onChange={(text) => onChange({ text })}
        onLeave={onLeave}
      />
      <div className="row chips">
        {filters.map((filter) => (
          <span key={`${filter.field} ${filter.value}`} className="chip set">
            <button
              type="button"
              className="bare"
              aria-label={dropletWords.turnFilter(wordsOfFilter(filter))}
              onClick={() =>
                onChange({
                  filters: filters.map((other) => (isSame(other, filter) ? { ...other, isNegated: !other.isNegated } : other)),
                })
              }
            >
              {wordsOfFilter(filter)}
            </button>
            <button
              type="button"
              className="bare"
              aria-label={dropletWords.removeFilter(wordsOfFilter(filter))}
              onClick={() => onChange({ filters: filters.filter((other) => !isSame(other, filter)) })}
            >
              <Icon name="close" size="xs" />
            </button>
          </span>
        ))}
        <FilterMenu
          query={query}
          onAdd={(filter) => onChange({ filters: [...filters.filter((other) => !isSame(other, filter)), filter] })}
        />
      </div>
      <span className="grow" />
      <span className="small-text faint tabular nowrap summary" role="status">
        {summary}
      </span>
      <ColumnsMenu columns={columns} />
    </div>
  );
};
