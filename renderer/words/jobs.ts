import { sentences } from '../../preload/contract/isolates.ts';
import { inSentence } from './in-sentence.ts';
import { wholeNumber } from './locale.ts';

/** "web-04, web-05 and 3 more". */
const listed = (names: readonly string[]): string =>
  names.length > listedAtMost
    ? `${names.slice(0, listedAtMost).join(', ')} and ${wholeNumber(names.length - listedAtMost)} more`
    : names.join(', ');
const listedAtMost = 4;

/** Words around jobs. The core has the words of each job. */
export const jobWords = sentences({
  head: 'What you can do',
  othersHead: 'What else you can do',
  changes: 'What changes',
  steps: 'One after the other',
  nothingYet: 'Nothing would change yet.',
  changedMeanwhile: 'What was changed elsewhere',
  sendAgain: 'The form begins with what is there now, and what you changed in it stays. Look at it, and send it again.',
  became: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  partChanged: (label: string) => `${label}: changed`,
  /** "Tags: + jobs; − web". */
  entries(label: string, added: readonly string[], gone: readonly string[]) {
    const parts = [added.length > 0 ? `+ ${listed(added)}` : '', gone.length > 0 ? `− ${listed(gone)}` : ''];
    return `${label}: ${parts.filter((part) => part !== '').join('; ')}`;
  },
  nothing: 'nothing',
  showPrice: 'Show the price',
  leave: 'Throw away what you filled in?',
  throwAway: 'Throw away',
  goOn: 'Go on',
  opening: (label: string) => `${label.replace('…', '')}: reading what it needs`,
  running: 'Sending',
  allFields: 'All fields',
  answer: 'Answer',
  noAnswer: 'It answered nothing.',
  waiting: 'Waiting for the first words.',
  copyAnswer: 'Copy',
  cancel: 'Cancel',
  close: 'Close',
  keepIt: 'Keep it',
  none: (label: string, typed: string) => `No ${inSentence(label)} is called “${typed}”`,
  noneAmong: (typed: string) => `Nothing here is called “${typed}”`,
  noChoices: 'There is nothing to choose from.',
  choose: 'Type to search',
  among: (label: string) => `Search among ${inSentence(label)}`,
  allOperations: (count: number) => `All operations (${wholeNumber(count)})`,
  secretOnce: 'DigitalOcean tells this only now. Copy it before you close.',
  haveIt: 'I have it',
  menuOf: (name: string) => `What you can do with ${name}`,
  whichTeam: 'In which team',
  open: 'Open',
  copyId: 'Copy the id',
  more: (count: number) => `${wholeNumber(count)} more`,
  findMark: (label: string) => `Find a ${label.toLowerCase().replace(/s$/, '')}, or type a new one`,
  newMark: 'New:',
  markOf: (count: number, all: number) => `${wholeNumber(count)} of ${wholeNumber(all)}`,
  markWas: (count: number, all: number) => `was ${wholeNumber(count)} of ${wholeNumber(all)}`,
  noMarks: 'Nothing is called so.',
  marksOn: (count: number) => (count === 0 ? '' : `+ ${wholeNumber(count)}`),
  marksOff: (count: number) => (count === 0 ? '' : `− ${wholeNumber(count)}`),
  show: 'Show',
  hide: 'Hide',
  /** "Size, GiB", but "Nodes" where the unit would only say it again. */
  unit: (label: string, unit: string) => (unit === '' || label.toLowerCase() === unit ? label : `${label}, ${unit}`),
  /** Nothing of a number that may be as large as one likes. */
  range: (minimum: number, maximum: number, unit: string) =>
    maximum >= Number.MAX_SAFE_INTEGER
      ? ''
      : `From ${wholeNumber(minimum)} to ${wholeNumber(maximum)}${unit === '' ? '' : ` ${unit}`}.`,
  typeName: (name: string) => `Type ${name} first.`,
});
