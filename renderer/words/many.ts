import { sentences } from '../../preload/contract/isolates.ts';
import { clock } from '../../preload/contract/time-words.ts';
import { counted, wholeNumber } from './locale.ts';

/** Words around jobs over a selection, and the runs that they start. */
export const manyWords = sentences({
  selected: (count: number) => `${wholeNumber(count)} selected`,
  bar: (things: string) => `Selected ${things.toLowerCase()}`,
  clear: 'Clear',
  more: 'More',
  groups: { power: 'Power' },
  tooMany: (atMost: number) => `At most ${wholeNumber(atMost)} at once`,
  /** Where a job can be done to some of the selected things only. */
  ofThem: (count: number, all: number) => `${wholeNumber(count)} of ${wholeNumber(all)}`,
  copyNames: 'Copy the names',
  copyIds: 'Copy the ids',
  names: (count: number) => counted(count, 'name', 'names'),
  ids: (count: number) => counted(count, 'id', 'ids'),
  menuOf: (count: number) => `What you can do with the ${wholeNumber(count)} selected`,

  allNames: (count: number) => `And ${wholeNumber(count)} more`,
  leftOut: 'Left out',
  keepThem: 'Keep them',

  each: 'Show each',
  hideEach: 'Hide',
  stop: 'Stop',
  stopping: 'Stops after those that have begun',
  heldUntil: (atMs: number) => `Waits until ${clock(atMs)}: the limits of this token are spent`,
  retry: (count: number) => (count === 1 ? 'Try it again' : `Try the ${wholeNumber(count)} again`),
  details: 'Details',
  states: {
    waiting: 'Waiting',
    running: 'Running',
    done: 'Done',
    refused: 'Refused',
    unknown: 'Unknown',
    stopped: 'Not begun',
  },
  itemsOf: (title: string) => `Each of: ${title}`,
});
