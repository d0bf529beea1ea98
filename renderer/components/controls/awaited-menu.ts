import { useLayoutEffect } from 'react';

/** What opened a menu, and what was pressed before it was there. */
export interface Opening {
  /** The menu floats at it, and gives the focus back to it. */
  at: HTMLElement;
  /** The first line then has the focus at once. */
  isByKey: boolean;
  /** Keys that a menu goes by, pressed while its code was still being loaded. */
  keys: string[];
}

const moves = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);
const isCharacter = ({ key }: KeyboardEvent): boolean => [...key].length === 1 && key !== ' ';

/**
 * Stands in for a menu whose code is still being loaded. Keys that go from line to line are kept in `keys`. What would choose a
 * line does nothing, because nobody has seen it. Esc, or a press outside `at`, gives the menu up.
 */
export const AwaitedMenu = ({ at, keys, onClose }: { at: HTMLElement | null; keys: string[]; onClose: () => void }) => {
  // At once, so that not even the next key goes elsewhere.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') onClose();
      else if (!event.repeat && (moves.has(event.key) || isCharacter(event))) keys.push(event.key);
      event.preventDefault();
      event.stopPropagation();
    };
    const point = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && at?.contains(target))) onClose();
    };
    document.addEventListener('keydown', press, { capture: true });
    document.addEventListener('pointerdown', point, { capture: true });
    return () => {
      document.removeEventListener('keydown', press, { capture: true });
      document.removeEventListener('pointerdown', point, { capture: true });
    };
  }, [at, keys, onClose]);
  return null;
};
