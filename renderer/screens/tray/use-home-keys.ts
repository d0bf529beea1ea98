import type { KeyboardEvent, RefObject } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { addressOf, sshTo } from '../../droplet-actions/reach.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { usePage } from '../../page/page.ts';
import { useMovePin } from '../../pins/use-move-pin.ts';
import type { Pinned } from '../../readings/pins.ts';
import type { RowCursor } from './row-cursor.ts';
import { trayPageOf } from './rows.tsx';
import type { InPlace } from './use-in-place.ts';
import { entryAt, type Search } from './use-search.ts';

/** Results that a page key passes over. */
const pageSize = 8;

/** Text that a person selected: Ctrl C copies that. */
const hasSelection = (field: HTMLInputElement | null): boolean =>
  document.activeElement === field && field !== null
    ? field.selectionStart !== field.selectionEnd
    : window.getSelection()?.isCollapsed === false;

/** → opens what the row leads to inside the popover, and ← goes back out of an open team. Returns `false` if neither applies. */
const goInward = (row: HTMLElement | null, cursor: RowCursor): boolean => {
  const expanded = row?.getAttribute('aria-expanded');
  if (!row) return false;
  if (expanded === 'true') return cursor.step(1);
  if (expanded === 'false' || row.dataset.droplet !== undefined) row.click();
  return true;
};
const goOutward = (row: HTMLElement | null, cursor: RowCursor): boolean => {
  if (row?.getAttribute('aria-expanded') === 'true') row.click();
  else if (row?.dataset.parent !== undefined) cursor.focus(row.dataset.parent);
  else return false;
  return true;
};

/** The keys of the popover's lists and of its search. Returns the handler for the keys of the search field. */
export const useHomeKeys = (home: {
  field: RefObject<HTMLInputElement | null>;
  cursor: RowCursor;
  search: Search;
  pinned: readonly Pinned[];
  inPlace: InPlace;
}): ((event: KeyboardEvent<HTMLInputElement>) => void) => {
  const page = usePage();
  const { field, cursor, search, pinned, inPlace } = home;
  const movePin = useMovePin(pinned);
  const { found } = search;

  const result = () => (search.cursor === null ? undefined : found?.droplets[search.cursor]);
  /** The droplet that the keys are about: the result under the cursor, or that of the row with the focus. */
  const atHand = (): DropletRow | undefined => {
    if (found) return result();
    const key = cursor.focused()?.dataset.droplet;
    return key === undefined ? undefined : page.view.row('droplets', key);
  };
  const copy = (): boolean => {
    const droplet = atHand();
    const address = droplet && addressOf(droplet);
    if (!address || hasSelection(field.current)) return false;
    void page.copy(address);
    return true;
  };
  const openSsh = () => {
    const droplet = atHand();
    if (droplet) void sshTo(page, droplet);
  };
  const leave = () => {
    if (inPlace.isAsking) inPlace.cancel();
    else if (search.text !== '') search.type('');
    else void page.bridge.closeTray({});
  };
  const shiftPin = (step: -1 | 1): boolean => {
    const row = cursor.focused();
    const pin = pinned.find(({ key }) => row?.dataset.row === `pinned/${key}`);
    if (pin) movePin(pin, step);
    return pin !== undefined;
  };
  useHotkeys({
    ArrowDown: () => cursor.step(1),
    ArrowUp: () => cursor.step(-1) || field.current?.focus(),
    ArrowRight: () => goInward(cursor.focused(), cursor),
    ArrowLeft: () => goOutward(cursor.focused(), cursor),
    Home: () => cursor.edge('first'),
    End: () => cursor.edge('last'),
    'alt+ArrowUp': () => shiftPin(-1),
    'alt+ArrowDown': () => shiftPin(1),
    'mod+c': copy,
    'mod+s': openSsh,
    Escape: leave,
  });

  return (event) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = search.cursor ?? 0;
    const droplet = result();
    const entry = entryAt(search);
    switch (event.key) {
      case 'ArrowDown':
        if (found) search.moveTo(at + 1);
        else cursor.edge('first');
        break;
      case 'ArrowUp':
        search.moveTo(at - 1);
        break;
      case 'PageDown':
        search.moveTo(at + pageSize);
        break;
      case 'PageUp':
        search.moveTo(at - pageSize);
        break;
      case 'Enter':
        if (droplet) page.router.go(trayPageOf(droplet.key));
        else if (!entry?.offReason) entry?.run?.();
        break;
      case 'Escape':
        leave();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
};
