import { sentences } from '../../../preload/contract/isolates.ts';
import { wholeNumber } from '../../../preload/contract/number-words.ts';
import { listed } from './numbers.ts';

/** One entry of a list, and several. */
export type Names = readonly [one: string, several: string];

/** Entries that are missing from what is shown, because DigitalOcean sent them without `lack`: "an id". */
export const { leftOutOf } = sentences({
  leftOutOf(lists: readonly { entries: number; names: Names }[], lack = 'an id') {
    const isOne = lists.length === 1 && lists[0]?.entries === 1;
    const which = lists.map(({ entries, names: [one, several] }) => `${wholeNumber(entries)} ${entries === 1 ? one : several}`);
    return `${listed(which)} ${isOne ? 'is' : 'are'} left out: DigitalOcean sent ${isOne ? 'it' : 'them'} without ${lack}.`;
  },
});
