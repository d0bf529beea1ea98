import type { PinRow } from '../../../../preload/contract/view.ts';

/** How a pinned thing looks: its row without where it is. */
export type PinLook = Pick<PinRow, 'name' | 'state' | 'stateText' | 'detail' | 'standing' | 'note' | 'lines'>;
