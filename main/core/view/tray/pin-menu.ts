import type { MenuNode, PinRow } from '../../../../preload/contract/view.ts';
import { pinWords } from '../../words/pins.ts';
import { item } from './nodes.ts';

/** The line of a pinned thing with its state. What is worth one click is its submenu. */
export function pinMenu({ key, name, stateText, detail, note, lines, standing }: PinRow): MenuNode {
  const state = stateText === '' ? detail : stateText;
  const isOld = standing === 'stale' && note !== '';
  return item(`pin/${key}`, name, null, { detail: isOld ? pinWords.withNote(state, note) : state || null, children: lines });
}
