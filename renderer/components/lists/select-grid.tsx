import { useSyncExternalStore } from 'react';
import type { Selection } from '../../page/selection.ts';
import { listWords } from '../../words/lists.ts';
import { Checkbox } from '../controls/choices.tsx';
import { ColumnGrid, type ColumnGridProps } from './column-grid.tsx';
import type { Walkable } from './grid-keys.ts';
import { SelectionContext, selectionBarRoom } from './selecting.tsx';

type Grid<L extends Walkable, Row> = Omit<
  ColumnGridProps<L, Row>,
  'heads' | 'selecting' | 'paddingEnd' | 'onToggle' | 'onRange' | 'onSelectAll'
>;

/**
 * A grid whose rows can be selected: by their box, Space and a click with Ctrl or ⌘; a range with Shift; all that is shown with
 * Ctrl A or the box of the head. The first of its columns is made by `pickerColumn`.
 */
export const SelectGrid = <L extends Walkable, Row>({
  selection,
  keyOf,
  ...grid
}: Grid<L, Row> & {
  selection: Selection;
  /** Must be the same function between renders. `null`: the line cannot be selected. */
  keyOf: (line: L) => string | null;
}) => {
  const selected = useSyncExternalStore(selection.subscribe, selection.keys);
  const keysOf = (lines: readonly L[]): string[] => lines.flatMap((line) => keyOf(line) ?? []);
  const shown = keysOf(grid.lines);
  const isAll = shown.length > 0 && shown.every((key) => selected.has(key));
  const selectAll = (isWanted: boolean) => (isWanted ? selection.add(shown) : selection.clear());
  return (
    <SelectionContext value={selection}>
      <ColumnGrid
        {...grid}
        heads={{
          picker: (
            <span className="picker">
              <Checkbox isChecked={isAll} isMixed={selected.size > 0} onChange={selectAll} aria-label={listWords.selectAll} />
            </span>
          ),
        }}
        selecting={keyOf}
        paddingEnd={selected.size > 0 ? selectionBarRoom : 0}
        onToggle={(line) => {
          const key = keyOf(line);
          if (key !== null) selection.toggle(key);
        }}
        onRange={(lines) => selection.add(keysOf(lines))}
        onSelectAll={() => selectAll(true)}
      />
    </SelectionContext>
  );
};
