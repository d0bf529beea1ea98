import { sentences } from '../../preload/contract/isolates.ts';
import { wholeNumber } from './locale.ts';

/** Words around jobs. The core has the words of each job. */
export const jobWords = sentences({
  head: 'What you can do',
  changes: 'What changes',
  nothingYet: 'Nothing would change yet.',
  showPrice: 'Show the price',
  leave: 'Throw away what you filled in?',
  throwAway: 'Throw away',
  goOn: 'Go on',
  opening: (label: string) => `${label.replace('…', '')}: reading what it needs`,
  running: 'Sending',
  cancel: 'Cancel',
  keepIt: 'Keep it',
  none: (label: string, typed: string) => `No ${label.toLowerCase()} is called “${typed}”`,
  noChoices: 'There is nothing to choose from.',
  choose: 'Type to search',
  allOperations: (count: number) => `All operations (${wholeNumber(count)})`,
  secretOnce: 'DigitalOcean tells this only now. Copy it before you close.',
  haveIt: 'I have it',
  menuOf: (name: string) => `What you can do with ${name}`,
  whichTeam: 'In which team',
  open: 'Open',
  copyId: 'Copy the id',
  more: (count: number) => `${wholeNumber(count)} more`,
  show: 'Show',
  hide: 'Hide',
  /** "Size, GiB"; a label that is its own unit stands alone. */
  unit: (label: string, unit: string) => (unit === '' || unit === label.toLowerCase() ? label : `${label}, ${unit}`),
  range: (minimum: number, maximum: number, unit: string) =>
    `From ${wholeNumber(minimum)} to ${wholeNumber(maximum)}${unit === '' ? '' : ` ${unit}`}.`,
});
