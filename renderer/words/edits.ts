import { sentences } from '../../preload/contract/isolates.ts';
import { clock } from '../../preload/contract/time-words.ts';
import { counted } from './locale.ts';

/** Words of a form that edits an existing thing. */
export const editWords = sentences({
  choose: 'Choose which one above: the form then starts from what is there.',
  reading: 'Reading what is there now',
  filledAt: (atMs: number) => `Filled with what was there at ${clock(atMs)}.`,
  sends: {
    whole: 'All of it is sent back, so what you do not touch stays.',
    part: 'These fields are sent back together, so what you do not touch stays.',
    changes: 'Only what you change is sent.',
  },
  readAgain: 'Read again',
  resets: (names: readonly string[]) =>
    `DigitalOcean did not tell ${listed(names)}. What you leave empty of these it sets to its own defaults.`,
  untold: (names: readonly string[]) => `No read tells ${listed(names)}. Look at it before you send.`,
  hiddenLead: (names: readonly string[]) => `This token may not read ${listed(names)}.`,
  hidden: (scopes: readonly string[]) =>
    `Saving would take off what Buoy cannot see.${scopes.length === 0 ? '' : ` Use a token with ${scopes.join(' ')}, or fill it in.`}`,
  sendWithout: 'Leave it empty',
  failedLead: 'What is there could not be read, so Buoy does not replace it.',
  absent: 'DigitalOcean’s answer does not have it. It may be gone.',
  byHand: 'Fill it in by hand',
  byHandLead: 'Nothing was read.',
  byHandDetail: {
    whole: 'What you leave empty is reset or removed.',
    part: 'What you leave empty of these fields is reset or removed.',
    changes: 'Only what you fill in is sent, and the rest stays.',
  },
  meanwhileLead: 'It has changed since the form was filled.',
  meanwhile: 'The form has the newer state now, with your changes. Look at it, and send again.',
  changed: (count: number) => counted(count, 'change', 'changes'),
  changes: 'What changes',
  none: 'Nothing is changed yet.',
  held: 'Not sent: look at the note above the fields.',
  nothingToSend: 'Nothing is changed, so nothing was sent.',
  added: 'added',
  removed: 'removed',
  order: 'another order',
  hiddenValue: 'hidden',
  empty: 'empty',
  was: 'was',
  becomes: 'becomes',
});

/** "droplets", "droplets and tags", "droplets, tags and rules". */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
