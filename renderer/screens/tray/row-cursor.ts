import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** A row is an element with `data-row`, which is its id. Of all rows in a box, one has the tab stop. */
export interface RowCursor {
  /** The row that has the focus; `null`: none has. */
  focused: () => HTMLElement | null;
  /** Focuses the next row; from outside the rows, the first or last one. `false` at the end of the rows. */
  step: (by: 1 | -1) => boolean;
  /** Focuses the first or the last row. */
  edge: (end: 'first' | 'last') => void;
  /** Focuses the row with this id, if it is there. */
  focus: (id: string | null) => void;
}

/**
 * Moves the focus among rows in the order of the page, whatever component draws them. `at` holds the id of the row that had the
 * focus last; it keeps the tab stop.
 */
export const useRowCursor = (box: RefObject<HTMLElement | null>, at: RefObject<string | null>): RowCursor => {
  const rows = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const settle = () => {
    const all = rows();
    const stop = all.find((row) => row.dataset.row === at.current) ?? all[0];
    for (const row of all) row.tabIndex = row === stop ? 0 : -1;
  };
  // Rows come and go with every change of the data.
  useLayoutEffect(settle);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the rows of the box anew each time.
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      const { row } = target instanceof HTMLElement ? target.dataset : {};
      if (row === undefined) return;
      at.current = row;
      settle();
    };
    const element = box.current;
    element?.addEventListener('focusin', follow);
    return () => element?.removeEventListener('focusin', follow);
  }, [box, at]);
  const focused = () => rows().find((row) => row === document.activeElement) ?? null;
  return {
    focused,
    step: (by) => {
      const all = rows();
      const index = all.indexOf(document.activeElement as HTMLElement);
      const next = index < 0 ? all.at(by === 1 ? 0 : -1) : all[index + by];
      next?.focus();
      return next !== undefined;
    },
    edge: (end) =>
      rows()
        .at(end === 'first' ? 0 : -1)
        ?.focus(),
    focus: (id) =>
      rows()
        .find((row) => row.dataset.row === id)
        ?.focus(),
  };
};
