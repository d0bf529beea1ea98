import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { Column } from '../../columns/column.ts';
import { Selection } from '../../page/selection.ts';
import { listWords } from '../../words/lists.ts';
import { Checkbox } from '../controls/choices.tsx';

/** The selection of the list that a row is in. */
export const SelectionContext = createContext(new Selection());

/** Space in CSS pixels that the selection bar needs below the last line. */
export const selectionBarRoom = 72;

/** Whether a row is selected. `null`: the row cannot be. Re-renders only when that changes. */
export const useIsSelected = (selection: Selection, key: string | null): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? () => {} : selection.subscribeRow(key, listener)),
    [selection, key],
  );
  return useSyncExternalStore(subscribe, () => key !== null && selection.has(key));
};

const Picker = ({ rowKey, name }: { rowKey: string; name: string }) => {
  const selection = use(SelectionContext);
  const isSelected = useIsSelected(selection, rowKey);
  return (
    <Checkbox
      isChecked={isSelected}
      onChange={() => selection.toggle(rowKey)}
      aria-label={listWords.select(name)}
      tabIndex={-1}
    />
  );
};

/** The column of tick boxes. `keyOf` null: a row that cannot be selected has none. */
export const pickerColumn = <Row,>(keyOf: (row: Row) => string | null, nameOf: (row: Row) => string): Column<Row> => ({
  key: 'picker',
  title: listWords.picker,
  track: '14px',
  rank: null,
  isMark: true,
  look: 'picker',
  cell: (row) => {
    const key = keyOf(row);
    return key === null ? null : <Picker rowKey={key} name={nameOf(row)} />;
  },
});
