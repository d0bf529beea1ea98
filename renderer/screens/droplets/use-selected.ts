import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { Selection } from '../../page/selection.ts';

/** The selection of the list that a row is in. */
export const SelectionContext = createContext(new Selection());

/** Whether a droplet is selected in its list, and the function that changes it. Re-renders only when that changes. */
export const useSelected = (key: string): { isSelected: boolean; toggle: () => void } => {
  const selection = use(SelectionContext);
  const subscribe = useCallback((listener: () => void) => selection.subscribeRow(key, listener), [selection, key]);
  const isSelected = useSyncExternalStore(subscribe, () => selection.has(key));
  return { isSelected, toggle: () => selection.toggle(key) };
};
